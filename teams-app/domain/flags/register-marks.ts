// F33 to F37: the register against the plan. Marks are compared session by session; what differs is said once a kind.
import { shortDate } from '../dates.ts';
import type { Gravity, RecordFinding, WhoActs } from '../finding.ts';
import { compareMarks, type MarkDifference, type MarkProblem, type RegisterMark } from '../timetable/compare-marks.ts';
import { codesChangedOn as changedOn, tidyCode } from '../timetable/codes.ts';
import { dateOf, dayNumber } from '../timetable/day-number.ts';
import type { ExpectedMark } from '../timetable/register.ts';
import { registerOf } from '../register-of.ts';
import { reachesSchoolAge } from '../timetable/school-age.ts';
import { type Facts, type Flag } from './facts.ts';

interface Asked {
  readonly rule: string;
  readonly severity: Gravity;
  readonly who: WhoActs;
  readonly what: string;
  readonly todo: string;
  readonly source: string;
}

const wrongCode = { severity: 'act today', who: 'attendance officer' } as const;
const atHome: Asked = {
  ...wrongCode,
  rule: 'F33',
  what: 'marked as supervised education, though the plan has the pupil at home or names nobody who supervises',
  todo: 'Correct the mark to C2 (X below compulsory school age), or write into the plan who supervises and where.',
  source: 'WAR:104, WAR:116; reg 10',
};
const oldCode: Asked = {
  rule: 'F34',
  severity: 'act this week',
  who: 'attendance officer',
  what: 'marked C: since 19 August 2024 leave for a part-time timetable is C2',
  todo: 'Correct the mark to C2.',
  source: 'reg 10 (2024); domain report X1',
};
const leave = (what: string): Asked => ({
  ...wrongCode,
  rule: 'F35',
  what,
  todo: 'Correct the mark, or the plan where it is the plan that is wrong.',
  source: 'reg 11(6)(a), reg 11(6)(c)',
});

/** What each kind of difference is called, and by which flag; kinds that are no mistake of the plan are left out. */
const kinds: Readonly<Partial<Record<MarkProblem, Asked>>> = {
  'B at home': atHome,
  'B without supervision': atHome,
  'elsewhere not arranged': { ...atHome, what: 'marked as education elsewhere, which the plan does not arrange' },
  'C instead of C2': oldCode,
  'leave outside the plan': leave('marked C2 outside the dates of an agreed plan'),
  'leave when due': leave('marked C2 though the plan expects the pupil in school'),
  'leave outside compulsory school age': leave('marked C2 though the pupil is not of compulsory school age'),
  'C2 before it existed': leave('marked C2 before that code existed'),
  'X at compulsory school age': leave('marked X though the pupil is of compulsory school age'),
  'present when not due': leave('marked present in a session for which the plan does not expect the pupil'),
  'two marks': leave('marked in two ways'),
  'unknown code': leave('marked with a code that does not exist'),
};

const marksOf = ({ record }: Facts): readonly RegisterMark[] =>
  record.marks.map(({ on, session, code }) => ({ on, session: session === 'morning' ? 'AM' : 'PM', code }));

function expectedOf({ record, calendar }: Facts, marks: readonly RegisterMark[]): readonly ExpectedMark[] {
  const days = marks.map((mark) => dayNumber(mark.on));
  return registerOf(record, calendar, { from: dateOf(Math.min(...days)), to: dateOf(Math.max(...days)) });
}

function sayKind(asked: Asked, all: readonly MarkDifference[], found: RecordFinding[]): void {
  const first = all[0];
  if (!first) return;
  const { what, ...rest } = asked;
  const count = all.length === 1 ? 'One session is' : `${all.length} sessions are`;
  const since = all.length === 1 ? 'on' : 'the first on';
  found.push({
    ...rest,
    at: first.index === null ? ['marks'] : ['marks', first.index, 'code'],
    words: `${count} ${what} (${since} ${shortDate(first.on)} ${first.session}, “${first.marked ?? ''}”).`,
  });
}

const lowest = 0.9;

/** F37: attendance within the plan, of sessions that the plan expects. */
function attendanceWithin(
  expected: readonly ExpectedMark[],
  differences: readonly MarkDifference[],
  marks: readonly RegisterMark[],
  found: RecordFinding[],
): void {
  const marked = new Set(marks.map((mark) => `${dayNumber(mark.on)} ${mark.session}`));
  const due = expected.filter(
    (one) => one.plan === 'in force' && one.where === 'in school' && marked.has(`${dayNumber(one.on)} ${one.session}`),
  ).length;
  const missed = differences.filter((one) => one.problem === 'absent when due' && one.expected?.where === 'in school');
  const absent = new Set(missed.map((one) => `${dayNumber(one.on)} ${one.session}`)).size;
  if (due === 0 || (due - absent) / due >= lowest) return;
  found.push({
    rule: 'F37',
    severity: 'act this week',
    at: ['marks'],
    words: `The pupil missed ${absent} of ${due} sessions that the plan expects: attendance within the plan is ${Math.floor(((due - absent) / due) * 100)}%.`,
    todo: 'Find out what keeps the pupil away from the sessions that were agreed, and bring it to the next review.',
    who: 'case lead',
    source: 'WAR:95; Oxfordshire',
  });
}

/** F33, F34, F35 and F37, from imported marks. */
export const registerMarks: Flag = (facts, found) => {
  if (facts.record.marks.length === 0) return;
  const marks = marksOf(facts);
  const expected = expectedOf(facts, marks);
  const differences = compareMarks(expected, marks);
  const byKind = Map.groupBy(differences, (one) => kinds[one.problem]);
  for (const [asked, all] of byKind) if (asked) sayKind(asked, all, found);
  attendanceWithin(expected, differences, marks, found);
};

/** F34: a form that still prints code C. */
export const codeOnTheForm: Flag = ({ record, on }, found) => {
  const code = record.cambridgeshire?.registerCodeWritten ?? null;
  if (code === null || tidyCode(code) !== 'C' || dayNumber(on) < changedOn) return;
  found.push({
    rule: 'F34',
    severity: 'act this week',
    at: ['cambridgeshire', 'registerCodeWritten'],
    words:
      'The form says that sessions not in school are marked C. Since 19 August 2024 leave for a part-time timetable is C2 (X below compulsory school age).',
    todo: 'Mark the register with C2, and say so on the form.',
    who: 'attendance officer',
    source: 'CAM:254, CAM:464; reg 10 (2024)',
  });
};

/** F36: X below compulsory school age becomes C2 in the term after the fifth birthday, and the agreement must cover it. */
export const reachingSchoolAge: Flag = ({ record, planned, start, end }, found) => {
  const born = record.pupil.dateOfBirth;
  if (!planned || !born || start === null || end === null || end < start) return;
  const day = reachesSchoolAge(born, { from: dateOf(start), to: dateOf(end) });
  if (!day) return;
  found.push({
    rule: 'F36',
    severity: 'act this week',
    at: ['pupil', 'dateOfBirth'],
    words: `The pupil reaches compulsory school age on ${shortDate(day)}, inside the plan.`,
    todo: 'From the next term the register has C2 instead of X; make sure that the parent’s agreement covers those weeks.',
    who: 'attendance officer',
    source: 'reg 11(6)(a); Education Act 1996 s8',
  });
};
