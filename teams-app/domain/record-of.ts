// A case's rows as the portable record that the rules look at. What a list holds comes from its row, and the rest from the
// case's sections.
import {
  caseReasons,
  isOpen,
  type Agreement,
  type Case,
  type CaseReason,
  type Casefile,
  type Notice,
  type PupilGroup,
  type Review,
} from './case.ts';
import { isAfter, type PlainDate } from './dates.ts';
import type { CaseRecord } from './record/case-record.ts';
import { parseRecord } from './record/parse-record.ts';
import type { PlanVersion, PlanWeek } from './record/plan.ts';
import type { SectionBody, SectionKind } from './record/sections.ts';
import { calendarOf, type School } from './school.ts';
import { readTimes, sameEveryWeek } from './timetable/read-times.ts';

/** A record in which nothing is filled in. */
function blank(): CaseRecord {
  const parsed = parseRecord({ schema: 'ptt-case/1', ref: '-', status: 'considering' });
  if (!parsed.ok) throw new Error('a blank record does not fit its own schema');
  return parsed.value;
}
const nothing = blank();

type Bodies = { readonly [K in SectionKind]?: SectionBody<K> };

const bodiesOf = (file: Casefile): Bodies =>
  Object.fromEntries(file.sections.map(({ content }) => [content.kind, content.body]));

/** A group that the list has ticked holds, also where nobody has filled in the section. */
function groupsOf(ticked: readonly PupilGroup[], filled: CaseRecord['groups']): CaseRecord['groups'] {
  const has = (group: PupilGroup): boolean => ticked.includes(group);
  const yes = (written: boolean | null, group: PupilGroup): boolean | null => written ?? (has(group) ? true : null);
  return {
    ...filled,
    sen: filled.sen ?? (has('EHC plan') ? 'EHC plan' : has('SEN support') ? 'SEN support' : null),
    lookedAfter: yes(filled.lookedAfter, 'Looked after'),
    childProtection: yes(filled.childProtection, 'Child protection plan'),
    childInNeed: yes(filled.childInNeed, 'Child in need'),
    earlyHelp: filled.earlyHelp ?? (has('Early help') ? 'open' : null),
    // Which of the two it is the form does not say.
    medical: filled.medical ?? (has('Medical need') ? 'physical' : null),
    freeSchoolMeals: yes(filled.freeSchoolMeals, 'Free school meals'),
    interpreter: { ...filled.interpreter, needed: yes(filled.interpreter.needed, 'Interpreter needed') },
  };
}

function pupilOf(theCase: Case, filled: SectionBody<'pupil'>['pupil'] | undefined): CaseRecord['pupil'] {
  const { pupilName: name, dateOfBirth, yearGroup, upn, parentName } = theCase;
  const parents = filled?.parents ?? [];
  const first = { name: parentName, relationship: null, livesWithPupil: true, telephone: null };
  return {
    ...nothing.pupil,
    ...filled,
    parents: parents.length > 0 || parentName === '' ? parents : [first],
    name,
    dateOfBirth,
    yearGroup: yearGroup || null,
    upn: upn || null,
  };
}

/** Reasons that the list names and the section does not explain stand without details. */
function reasonsOf(theCase: Case, filled: CaseRecord['reasons']): CaseRecord['reasons'] {
  const isNamed = (reason: CaseReason): boolean =>
    filled.some(
      (one) => one.reason === reason || (reason === 'Other' && !caseReasons.some((known) => known === one.reason)),
    );
  const bare = theCase.reasons.filter((reason) => !isNamed(reason));
  const without = { details: null, after: null, absentFrom: null, absentTo: null, evidence: [] };
  return [...filled, ...bare.map((reason) => ({ reason, ...without }))];
}

const words = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);

/** The times and dates of one version, as they were put to the parent or stand in the case now. */
type Terms = Pick<Agreement, 'version' | 'times' | 'hoursInSchool' | 'startsOn' | 'endsOn'> & {
  readonly writtenOn: PlainDate;
};

const termsOfCase = ({ version, times, hoursInSchool, startsOn, endsOn, openedOn }: Case): Terms => ({
  version,
  times,
  hoursInSchool,
  startsOn,
  endsOn,
  writtenOn: openedOn,
});

function weeksOf(terms: Terms, from: PlainDate, school: School): readonly PlanWeek[] {
  const days = readTimes(terms.times);
  if (!days || isAfter(from, terms.endsOn)) return [];
  const unwritten = { halfDays: [], target: null, statedHoursElsewhere: null, remark: null };
  const [first, ...rest] = sameEveryWeek(days, from, terms.endsOn, calendarOf(school));
  if (!first) return [];
  // The total that was typed beside the times is compared with them once, not week by week.
  return [
    { ...first, ...unwritten, statedHoursInSchool: terms.hoursInSchool },
    ...rest.map((week) => ({ ...week, ...unwritten, statedHoursInSchool: null })),
  ];
}

function versionOf(terms: Terms, filled: SectionBody<'weeks'>['plan'] | undefined, school: School): PlanVersion {
  const { version, endsOn, hoursInSchool, writtenOn } = terms;
  const written = filled?.versions.find((one) => one.version === version);
  // A version made while the plan runs holds from the day after: until then the parent had agreed to the one before.
  const startsOn = version > 1 && isAfter(writtenOn, terms.startsOn) ? writtenOn.add({ days: 1 }) : terms.startsOn;
  const weeks = written && written.weeks.length > 0 ? written.weeks : [...weeksOf(terms, startsOn, school)];
  return {
    version,
    startsOn,
    endsOn,
    writtenOn,
    why: written?.why ?? null,
    hoursAgreed: hoursInSchool,
    firstReviewOn: written?.firstReviewOn ?? null,
    weeks,
  };
}

function planOf(file: Casefile, bodies: Bodies, school: School): CaseRecord['plan'] {
  const put = file.agreements.map((one): Terms => ({ ...one, writtenOn: one.askedOn }));
  const all = put.some(({ version }) => version === file.case.version) ? put : [...put, termsOfCase(file.case)];
  const filled = bodies.weeks?.plan;
  return {
    current: file.case.version,
    versions: all.toSorted((a, b) => a.version - b.version).map((terms) => versionOf(terms, filled, school)),
    monitoredUnder: filled?.monitoredUnder ?? null,
    fullTimeFrom: filled?.fullTimeFrom ?? null,
  };
}

const answers = { asked: 'asked', signed: 'given', refused: 'refused', withdrawn: 'withdrawn' } as const;

const agreementOf = (one: Agreement): CaseRecord['agreements'][number] => ({
  party: 'parent',
  name: one.party,
  position: null,
  livesWithPupil: true,
  to: 'the plan',
  version: one.version,
  level: one.state === 'signed' || one.state === 'withdrawn' ? 'agreed in writing' : null,
  state: answers[one.state],
  askedOn: one.askedOn,
  chasedOn: [],
  answeredOn: one.answeredOn,
  method: null,
  evidence: words(one.evidence),
  notes: null,
});

const nothingInDetail: Omit<SectionBody<'reviews'>['reviews'][number], 'number'> = {
  week: null,
  attendees: [],
  outcomes: null,
  targetsMet: null,
  pupilViewsGathered: null,
  professionalViews: null,
};

function reviewOf(one: Review, details: SectionBody<'reviews'>['reviews']): CaseRecord['reviews'][number] {
  return {
    ...nothingInDetail,
    ...details.find(({ number }) => number === one.number),
    number: one.number,
    dueOn: one.dueOn,
    heldOn: one.heldOn,
    parentViews: words(one.parentWords),
    pupilViews: words(one.pupilWords),
    schoolViews: words(one.schoolWords),
    decision: one.outcome,
    hoursAfter: one.hoursAfter,
    versionAfter: one.versionAfter,
    nextOn: one.nextOn,
    recordedBy: words(one.recordedBy),
  };
}

const noticeOf = (one: Notice, school: School): CaseRecord['notices'][number] => ({
  to: 'authority',
  kind: one.kind,
  authority: school.authority,
  version: one.version,
  period: null,
  dueOn: one.dueOn,
  sentOn: one.sentOn,
  by: null,
  receipt: null,
  acknowledgedOn: one.acknowledgedOn,
});

function signOffOf(theCase: Case): CaseRecord['signOff'] {
  const { signedOffOn, signedOffBy, signedOffVersion, exceptional, despiteExclusionRisk } = theCase;
  if (signedOffOn === null) return null;
  return {
    by: words(signedOffBy),
    // Nobody else can sign off here: domain/lifecycle.ts.
    role: 'headteacher',
    on: signedOffOn,
    version: signedOffVersion,
    exceptional: words(exceptional),
    riskOfExclusion: words(despiteExclusionRisk),
  };
}

function closureOf(theCase: Case, filled: CaseRecord['closure'] | undefined): CaseRecord['closure'] {
  if (isOpen(theCase)) return null;
  const back = theCase.closureReason === 'Returned full-time';
  return {
    details: null,
    nextSteps: null,
    finalHours: null,
    ...filled,
    // The day is asked for once, as the end of the case; the section need not say it again.
    fullTimeFrom: filled?.fullTimeFrom ?? (back ? theCase.endedOn : null),
    endedOn: theCase.endedOn,
    reason: theCase.closureReason,
    decidedBy: theCase.endedBy,
  };
}

const schoolOf = (school: School): CaseRecord['school'] => ({
  ...nothing.school,
  name: school.name,
  authority: school.authority,
  policies: [...school.policies],
  times: {
    registration: school.years.registration,
    day: school.years.day,
    breaks: school.years.breaks ? [...school.years.breaks] : null,
    terms: [...school.years.terms],
    inset: [...school.years.inset],
    otherClosures: [...school.years.otherClosures],
  },
});

/** Everything that is known of a case, in the form that `assess` takes and that goes to another school. */
export function recordOf(file: Casefile, school: School): CaseRecord {
  const { case: theCase } = file;
  const bodies = bodiesOf(file);
  return {
    ...nothing,
    ref: theCase.ref,
    status: theCase.status,
    lead: theCase.lead.name,
    decidedOn: bodies.purpose?.decidedOn ?? theCase.openedOn,
    school: schoolOf(school),
    pupil: pupilOf(theCase, bodies.pupil?.pupil),
    groups: groupsOf(theCase.groups, bodies.groups?.groups ?? nothing.groups),
    reasons: reasonsOf(theCase, bodies.purpose?.reasons ?? []),
    objectives: words(theCase.objectives),
    outcome: bodies.purpose?.outcome ?? null,
    targets: bodies.purpose?.targets ?? [],
    voices: bodies.voices?.voices ?? [],
    priorSteps: bodies.steps?.priorSteps ?? [],
    alternatives: bodies.before?.alternatives ?? [],
    previousPeriods: bodies.before?.previousPeriods ?? [],
    risk: bodies.risk?.risk ?? null,
    plan: planOf(file, bodies, school),
    meetings: bodies.meetings?.meetings ?? [],
    agreements: [...file.agreements.map(agreementOf), ...(bodies.agreements?.agreements ?? [])],
    signOff: signOffOf(theCase),
    reviews: file.reviews.map((one) => reviewOf(one, bodies.reviews?.reviews ?? [])),
    extensions: bodies.extensions?.extensions ?? [],
    contacts: bodies.contacts?.contacts ?? [],
    notices: [...file.notices.map((one) => noticeOf(one, school)), ...(bodies.told?.notices ?? [])],
    practical: bodies.practical?.practical ?? nothing.practical,
    carriedOut: bodies.carriedOut?.carriedOut ?? [],
    marks: bodies.marks?.marks ?? [],
    positiveInterventionPlan: bodies.positiveInterventionPlan?.positiveInterventionPlan ?? null,
    pastoralSupportPlan: bodies.pastoralSupportPlan?.pastoralSupportPlan ?? null,
    phasedReintegrationPlan: bodies.phasedReintegrationPlan?.phasedReintegrationPlan ?? null,
    cambridgeshire: bodies.cambridgeshire?.cambridgeshire ?? null,
    ddatChecklist: bodies.ddatChecklist?.ddatChecklist ?? null,
    sharedWith: bodies.sharing?.sharedWith ?? [],
    documents: bodies.sharing?.documents ?? [],
    chronology: file.chronology.map(({ number, on, event, words: what, by }) => ({
      number,
      on,
      event,
      words: what,
      by,
    })),
    closure: closureOf(theCase, bodies.ending?.closure),
    transfer: bodies.ending?.transfer ?? null,
  };
}
