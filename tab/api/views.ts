// The lists' rows as the tab shows them.
import { isOpen, latestAgreement, plannedReview, yearName, type Case } from '#domain/case.ts';
import { daysFrom, isAfter, type PlainDate } from '#domain/dates.ts';
import { choices } from '#domain/lifecycle.ts';
import type { Actor } from '#domain/people.ts';
import { dueWords } from '#domain/review-due.ts';
import { assess, type Assessment } from '#workflows/casework/assess.ts';
import { isWhole } from '#workflows/casework/chronology.ts';
import { reviewToComplete } from '#workflows/casework/record-review.ts';
import type { AuthorityRow, Row, RowProblem, SchoolRecords, SchoolRow } from '#workflows/ports.ts';
import type { Board, BoardRow, CasePage } from './contract.ts';

const iso = (date: PlainDate | null): string | null => date?.toString() ?? null;

export const schoolSummary = ({ key, name, fullWeekHours }: SchoolRow): Board['school'] => ({
  key,
  name,
  fullWeekHours,
});

function boardRow({ file, findings }: Assessment, school: SchoolRow, today: PlainDate): BoardRow {
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
    fullWeekHours: school.fullWeekHours,
    nextReviewOn: iso(planned?.dueOn ?? null),
    nextReviewWords: planned ? dueWords(daysFrom(today, planned.dueOn)) : null,
    reviewOverdue: planned !== undefined && isAfter(today, planned.dueOn),
    consent: latestAgreement(file)?.state ?? 'asked',
    findings: findings.map((finding) => ({ ...finding })),
  };
}

/** Open cases before ended ones; among the open the gravest finding first, then the next review. */
function urgency(row: BoardRow): string {
  const ended = row.status === 'closed' || row.status === 'declined' || row.status === 'withdrawn';
  const gravest = row.findings[0]?.severity;
  const rank = gravest === 'stop' ? 0 : gravest === 'act today' ? 1 : 2;
  return `${ended ? 1 : 0}${ended ? 0 : rank}${row.nextReviewOn ?? '9999'}${row.ref}`;
}

function rowProblems(records: SchoolRecords): readonly RowProblem[] {
  const lists: Readonly<Record<string, { problems(): readonly RowProblem[] }>> = { ...records };
  return Object.values(lists).flatMap((list) => list.problems());
}

export interface Standing {
  readonly today: PlainDate;
  /** When Microsoft 365 was last asked for changes, as ISO text. */
  readonly asOf: string;
}

export function board(records: SchoolRecords, school: SchoolRow, { today, asOf }: Standing): Board {
  const rows = records.cases.all().map((row) => boardRow(assess(records, school, row.value, today), school, today));
  const sorted = rows.map((row) => ({ row, rank: urgency(row) })).toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  const runs = records.sweeps.all().map((row) => row.value.finishedAt.toString());
  return {
    school: schoolSummary(school),
    today: today.toString(),
    rows: sorted.map(({ row }) => row),
    needsAttention: rowProblems(records).map((one) => ({ ...one })),
    parked: records.inbox.all().filter((row) => row.value.state === 'parked').length,
    remindersLastChecked: runs.toSorted().at(-1) ?? null,
    asOf,
  };
}

export interface CasePageParts {
  readonly records: SchoolRecords;
  readonly school: SchoolRow;
  readonly authority: AuthorityRow | undefined;
  readonly actor: Actor;
  readonly today: PlainDate;
}

export function casePage(row: Row<Case>, { records, school, authority, actor, today }: CasePageParts): CasePage {
  const one = row.value;
  const assessment = assess(records, school, one, today);
  const { file, nextReview } = assessment;
  const incomplete = isOpen(one) ? reviewToComplete(file) : undefined;
  return {
    school: schoolSummary(school),
    today: today.toString(),
    row: boardRow(assessment, school, today),
    etag: row.etag,
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
    signedOff: one.signedOffOn ? { by: one.signedOffBy ?? '', on: one.signedOffOn.toString() } : null,
    ended: one.endedOn ? { by: one.endedBy ?? '', on: one.endedOn.toString(), reason: one.closureReason ?? '' } : null,
    choices: choices(file, actor, today).map((choice) => ({ ...choice })),
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
