// The lists' rows as the tab shows them.
import { isOpen, latestAgreement, plannedReview, yearName, type Case } from '#domain/case.ts';
import { daysFrom, isAfter, type PlainDate } from '#domain/dates.ts';
import { choices } from '#domain/lifecycle.ts';
import type { Actor } from '#domain/people.ts';
import { dueWords } from '#domain/review-due.ts';
import type { RecordFinding } from '#domain/finding.ts';
import { sectionSchema, sectionToJson } from '#domain/record/section-content.ts';
import { sectionHolding, sectionKinds, sections, type SectionKind } from '#domain/record/sections.ts';
import { fullWeekHours } from '#domain/school.ts';
import { assessCase, stopsToGoAhead, type Assessment } from '#workflows/casework/assess.ts';
import { isWhole } from '#workflows/casework/chronology.ts';
import { sectionToBeginWith } from '#domain/record/section-start.ts';
import { mendingWords } from '#workflows/needs-mending.ts';
import { sectionKey, whyNotSaved } from '#workflows/casework/save-section.ts';
import { reviewToComplete } from '#workflows/casework/record-review.ts';
import type { AuthorityRow, Row, RowProblem, SchoolRecords, SchoolRow, Workspace } from '#workflows/ports.ts';
import type { Board, BoardRow, CasePage, Finding, SectionPage } from '#tab/contract/answers.ts';
import { type Standing, standingIn } from './freshness.ts';

const iso = (date: PlainDate | null): string | null => date?.toString() ?? null;

export const schoolSummary = (school: SchoolRow): Board['school'] => ({
  key: school.key,
  name: school.name,
  fullWeekHours: fullWeekHours(school),
});

/** The parent's own answer, a review that is due and an end that has come are answered by actions of the case, and in no section. */
const answeredByActions: ReadonlySet<string> = new Set(['F05', 'F06', 'F07', 'F08', 'F19', 'F20', 'F26', 'F40']);

/** Where a finding is answered: actions of their own ask for times and dates, the parent's answer, reviews and the sign-off. */
function shownFinding({ rule, severity, at, words, todo, who, source, policy }: RecordFinding): Finding {
  const [field, second] = at;
  return {
    rule,
    severity,
    words,
    todo,
    who,
    source,
    policy: policy ?? null,
    section: typeof field === 'string' && !answeredByActions.has(rule) ? sectionHolding(field) : null,
    aboutPolicies: field === 'school' && second === 'policies',
  };
}

const counted = (findings: readonly RecordFinding[], severity: RecordFinding['severity']): number =>
  findings.filter((one) => one.severity === severity).length;

function boardRow({ file, findings }: Assessment, school: SchoolRow, today: PlainDate): BoardRow {
  const [gravest] = findings;
  const { case: one } = file;
  const planned = one.status === 'active' ? plannedReview(file) : undefined;
  const lastDay = one.endedOn ?? today;
  return {
    ref: one.ref,
    pupilName: one.pupilName,
    yearGroup: yearName(one.yearGroup),
    status: one.status,
    since: one.startsOn.toString(),
    endsOn: one.endsOn.toString(),
    weeks: isAfter(one.startsOn, lastDay) ? 0 : Math.ceil(daysFrom(one.startsOn, lastDay) / 7),
    hoursInSchool: one.hoursInSchool,
    fullWeekHours: fullWeekHours(school),
    nextReviewOn: iso(planned?.dueOn ?? null),
    nextReviewWords: planned ? dueWords(daysFrom(today, planned.dueOn)) : null,
    reviewOverdue: planned !== undefined && isAfter(today, planned.dueOn),
    consent: latestAgreement(file)?.state ?? null,
    gravest: gravest && gravest.severity !== 'note' ? shownFinding(gravest) : null,
    counts: {
      stop: counted(findings, 'stop'),
      today: counted(findings, 'act today'),
      week: counted(findings, 'act this week'),
    },
  };
}

/** Open cases before ended ones; among the open the gravest finding first, then the next review. */
function urgency(row: BoardRow): string {
  const ended = row.status === 'closed' || row.status === 'declined' || row.status === 'withdrawn';
  const rank = row.counts.stop > 0 ? 0 : row.counts.today > 0 ? 1 : 2;
  return `${ended ? 1 : 0}${ended ? 0 : rank}${row.nextReviewOn ?? '9999'}${row.ref}`;
}

/** Of the school's own lists, and of the rows of the trust's register that hold for it. */
function rowProblems({ schools, authorities }: Workspace, records: SchoolRecords, school: SchoolRow) {
  const lists: Readonly<Record<string, { problems(): readonly RowProblem[] }>> = { ...records };
  const own = Object.values(lists).flatMap((list) => list.problems());
  const ofRegister = [schools.problemAt(school.key), authorities.problemAt(school.authority)];
  return [...ofRegister.filter((problem) => problem !== undefined), ...own];
}

export function board(workspace: Workspace, school: SchoolRow, standing: Standing): Board {
  const records = workspace.school(school.key);
  const { today } = standing;
  const rows = records.cases.all().map((row) => boardRow(assessCase(records, school, row.value, today), school, today));
  const sorted = rows.map((row) => ({ row, rank: urgency(row) })).toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  const runs = records.sweeps.all().map((row) => row.value.finishedAt.toString());
  return {
    school: schoolSummary(school),
    ...standingIn(standing),
    rows: sorted.map(({ row }) => row),
    needsAttention: rowProblems(workspace, records, school).map((one) => ({ ...one })),
    parked: records.inbox.all().filter((row) => row.value.state === 'parked').length,
    remindersLastChecked: runs.toSorted().at(-1) ?? null,
  };
}

/** The parts that the school's policies ask for, and any other that somebody has begun. */
function sectionsShown({ file, stack }: Assessment, findings: readonly Finding[]): CasePage['sections'] {
  const policies = new Set(stack.policies.map(({ id }) => id));
  return sectionKinds.flatMap((kind) => {
    const { title, about, policy } = sections[kind];
    const row = file.sections.find(({ content }) => content.kind === kind);
    if (!row && policy !== null && !policies.has(policy)) return [];
    return {
      kind,
      title,
      about,
      changed: row ? { by: row.changedBy, on: row.changedOn.toString() } : null,
      open: findings.filter((one) => one.severity !== 'note' && one.section === kind).length,
    };
  });
}

export interface SectionPageParts extends Standing {
  readonly records: SchoolRecords;
  readonly school: SchoolRow;
  readonly actor: Actor;
}

const notShown = 'What is written there is kept, and shown here again once somebody has mended it in the list.';

/** One part of a case, to be filled in. */
export function sectionPage(row: Row<Case>, kind: SectionKind, parts: SectionPageParts): SectionPage {
  const { records, school, actor, today } = parts;
  const { findings } = assessCase(records, school, row.value, today);
  const written = records.sections.byKey(sectionKey(row.value.ref, kind));
  const spoilt = records.sections.problemAt(sectionKey(row.value.ref, kind));
  const { title, about } = sections[kind];
  return {
    ...standingIn(parts),
    ref: row.value.ref,
    pupilName: row.value.pupilName,
    kind,
    title,
    about,
    etag: written?.etag ?? '',
    body: { ...(written ? sectionToJson(written.value.content) : sectionToBeginWith(kind, row.value)) },
    schema: { ...sectionSchema(kind) },
    readOnly: spoilt
      ? `${mendingWords(spoilt)} ${notShown}`
      : (whyNotSaved(row.value, kind, actor.roles)?.words ?? null),
    findings: findings.map(shownFinding).filter((one) => one.section === kind),
  };
}

export interface CasePageParts extends Standing {
  readonly records: SchoolRecords;
  readonly school: SchoolRow;
  readonly authority: AuthorityRow | undefined;
  readonly actor: Actor;
}

export function casePage(row: Row<Case>, parts: CasePageParts): CasePage {
  const { records, school, authority, actor, today } = parts;
  const one = row.value;
  const assessment = assessCase(records, school, one, today);
  const { file, nextReview } = assessment;
  const findings = assessment.findings.map(shownFinding);
  const incomplete = isOpen(one) ? reviewToComplete(file) : undefined;
  return {
    school: schoolSummary(school),
    ...standingIn(parts),
    row: boardRow(assessment, school, today),
    etag: row.etag,
    findings,
    sections: sectionsShown(assessment, findings),
    dateOfBirth: one.dateOfBirth.toString(),
    upn: one.upn,
    groups: [...one.groups],
    parentName: one.parentName,
    reasons: [...one.reasons],
    objectives: one.objectives,
    version: one.version,
    times: one.times,
    startsOn: one.startsOn.toString(),
    lead: one.lead.name,
    signedOff: one.signedOffOn
      ? {
          by: one.signedOffBy ?? '',
          on: one.signedOffOn.toString(),
          version: one.signedOffVersion,
          exceptional: one.exceptional,
        }
      : null,
    ended: one.endedOn ? { by: one.endedBy ?? '', on: one.endedOn.toString(), reason: one.closureReason ?? '' } : null,
    choices: choices(file, actor, today, () => stopsToGoAhead(file, school, today)).map((choice) => ({ ...choice })),
    agreements: file.agreements
      .toSorted((a, b) => b.version - a.version)
      .map((agreement) => ({
        version: agreement.version,
        party: agreement.party,
        state: agreement.state,
        times: agreement.times,
        hoursInSchool: agreement.hoursInSchool,
        startsOn: agreement.startsOn.toString(),
        endsOn: agreement.endsOn.toString(),
        askedOn: agreement.askedOn.toString(),
        answeredOn: iso(agreement.answeredOn),
        evidence: agreement.evidence,
      })),
    reviews: file.reviews.toReversed().map((review) => ({
      number: review.number,
      dueOn: review.dueOn.toString(),
      heldOn: iso(review.heldOn),
      outcome: review.outcome,
      hoursAfter: review.hoursAfter,
      parentWords: review.parentWords,
      pupilWords: review.pupilWords,
      schoolWords: review.schoolWords,
      recordedBy: review.recordedBy,
    })),
    notices: file.notices.map((notice) => ({
      kind: notice.kind,
      authority: authority?.name ?? school.authority,
      dueOn: notice.dueOn.toString(),
      state: notice.state,
      link: notice.link,
      sentOn: iso(notice.sentOn),
      acknowledgedOn: iso(notice.acknowledgedOn),
      acknowledgedBy: notice.acknowledgedBy,
      heldUpBy: notice.heldUpBy,
    })),
    chronology: file.chronology.map((entry) => ({
      number: entry.number,
      on: entry.on.toString(),
      words: entry.words,
      by: entry.by,
    })),
    chronologyWhole: isWhole(file.chronology),
    suggestedNextReview: { on: nextReview.on.toString(), words: nextReview.words },
    reviewToComplete: incomplete?.heldOn ? { number: incomplete.number, heldOn: incomplete.heldOn.toString() } : null,
  };
}
