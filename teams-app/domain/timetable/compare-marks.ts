import { shortDate, type PlainDate } from '../dates.ts';
import { isCode, presentCodes, schoolActivityCodes, tidyCode, unableToAttendCodes } from './codes.ts';
import { dayNumber, type DayNumber } from './day-number.ts';
import type { ExpectedMark } from './register.ts';
import { placeOf, type SessionName } from './sessions.ts';

/** One mark of the school's register, as imported. */
export interface RegisterMark {
  readonly on: PlainDate;
  readonly session: SessionName;
  readonly code: string;
}

export type MarkProblem =
  | 'no mark'
  | 'two marks'
  | 'not a session'
  | 'unknown code'
  | 'school closed'
  | 'marked closed'
  | 'present when not due'
  | 'absent when due'
  | 'absent when not due'
  | 'in school, not elsewhere'
  | 'B at home'
  | 'B without supervision'
  | 'elsewhere not arranged'
  | 'elsewhere marked as leave'
  | 'other code for elsewhere'
  | 'C instead of C2'
  | 'C2 before it existed'
  | 'leave outside the plan'
  | 'leave when due'
  | 'leave outside compulsory school age'
  | 'X at compulsory school age';

export interface MarkDifference {
  readonly problem: MarkProblem;
  readonly on: PlainDate;
  readonly session: SessionName;
  readonly expected: ExpectedMark | null;
  readonly marked: string | null;
  /** Where the mark stands in the imported list; null where there is none. */
  readonly index: number | null;
}

const elsewhereCodes: ReadonlySet<string> = new Set([...schoolActivityCodes, 'K', 'D']);

/** What is wrong with leave (C or C2) where the plan gives none, or gives it under another code. */
function leaveProblem(expected: ExpectedMark, code: string): MarkProblem | null {
  if (elsewhereCodes.has(expected.code)) return 'elsewhere marked as leave';
  const due = presentCodes.has(expected.code);
  // C is also the code of other exceptional leave, which a session that is due may have.
  if (due && code === 'C') return 'absent when due';
  if (expected.age !== 'compulsory') return 'leave outside compulsory school age';
  if (due) return expected.plan === 'in force' ? 'leave when due' : 'leave outside the plan';
  return code === 'C' ? 'C instead of C2' : 'C2 before it existed';
}

function elsewhereProblem(expected: ExpectedMark, code: string): MarkProblem | null {
  const activity = schoolActivityCodes.has(code);
  if (elsewhereCodes.has(expected.code)) {
    return activity && expected.code === 'B' ? null : 'other code for elsewhere';
  }
  // A visit, a match or work experience may fall on any session that is due.
  if (presentCodes.has(expected.code)) return activity && code !== 'B' ? null : 'elsewhere not arranged';
  if (!activity) return 'elsewhere not arranged';
  return expected.where === 'unsupervised' ? 'B without supervision' : 'B at home';
}

function problemOf(expected: ExpectedMark, code: string, day: DayNumber): MarkProblem | null {
  if (code === expected.code) return null;
  // C2 is asked about first: before it existed it is not an unknown code, but a known one too early.
  if (code !== 'C2' && !isCode(code, day)) return 'unknown code';
  if (expected.code === '#') return unableToAttendCodes.has(code) ? null : 'school closed';
  if (code === '#') return 'marked closed';
  if (unableToAttendCodes.has(code)) return null;
  const due = presentCodes.has(expected.code);
  if (presentCodes.has(code)) {
    if (due) return null;
    return elsewhereCodes.has(expected.code) ? 'in school, not elsewhere' : 'present when not due';
  }
  if (elsewhereCodes.has(code)) return elsewhereProblem(expected, code);
  if (code === 'C' || code === 'C2') return leaveProblem(expected, code);
  if (code === 'X' && expected.age === 'compulsory') return 'X at compulsory school age';
  return due || elsewhereCodes.has(expected.code) ? 'absent when due' : 'absent when not due';
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const inOrder = (a: MarkDifference, b: MarkDifference): number =>
  dayNumber(a.on) - dayNumber(b.on) || compareText(a.session, b.session) || compareText(a.marked ?? '', b.marked ?? '');

/** Marks of the expected sessions' range against them, in the order of the calendar; marks outside the range are left alone. */
export function compareMarks(
  expected: readonly ExpectedMark[],
  marks: readonly RegisterMark[],
): readonly MarkDifference[] {
  const differences: MarkDifference[] = [];
  const found = new Map<number, { code: string; index: number }[]>(expected.map((one) => [one.place, []]));
  const first = expected[0]?.place ?? Number.POSITIVE_INFINITY;
  const last = expected.at(-1)?.place ?? Number.NEGATIVE_INFINITY;
  for (const [index, { on, session, code: written }] of marks.entries()) {
    const place = placeOf(dayNumber(on), session);
    const code = tidyCode(written);
    const there = found.get(place);
    if (there) there.push({ code, index });
    else if (place > first && place < last) {
      differences.push({ problem: 'not a session', on, session, expected: null, marked: code, index });
    }
  }
  for (const one of expected) {
    const { on, session } = one;
    const here = found.get(one.place) ?? [];
    if (here.length === 0 && one.code !== '#') {
      differences.push({ problem: 'no mark', on, session, expected: one, marked: null, index: null });
    }
    const differ = here.some(({ code }) => code !== here[0]?.code);
    for (const { code, index } of here) {
      const problem = differ ? 'two marks' : problemOf(one, code, Math.floor(one.place / 2));
      if (problem) differences.push({ problem, on, session, expected: one, marked: code, index });
    }
  }
  return differences.toSorted(inOrder);
}

const planWords: Readonly<Record<ExpectedMark['plan'], string>> = {
  'in force': 'the plan is in force',
  before: 'the plan has not begun',
  after: 'the plan has ended',
  stopped: 'the plan was stopped',
  'no plan': 'there is no agreed plan',
  'no times agreed': 'the plan agrees no times for this week',
};

function reason({ problem, expected }: MarkDifference): string {
  const code = expected?.code ?? '';
  const plan = expected ? planWords[expected.plan] : '';
  const age = expected?.age ?? '';
  const reasons: Readonly<Record<MarkProblem, string>> = {
    'no mark': `nothing is marked; by the plan it is ${code}`,
    'two marks': 'the session is marked in more than one way',
    'not a session': 'the school has no session on this day',
    'unknown code': 'this is no attendance code',
    'school closed': 'the school is closed on this day by its calendar',
    'marked closed': 'the school is open on this day by its calendar',
    'present when not due': `the plan does not expect the pupil; present means in school when the register is taken, otherwise it is ${code}`,
    'absent when due': 'the plan expects the pupil in this session',
    'absent when not due': `the plan does not expect the pupil; it is ${code}`,
    'in school, not elsewhere': `the plan has the pupil elsewhere (${code}) in this session`,
    'B at home': `the plan has the pupil at home: work at home is not a supervised activity; it is ${code}`,
    'B without supervision': `the plan names nobody who supervises this activity; until it does it is ${code}`,
    'elsewhere not arranged': 'the plan arranges nothing elsewhere in this session',
    'elsewhere marked as leave': `the plan has the pupil at provision in this session; it is ${code}`,
    'other code for elsewhere': `by what the plan arranges it is ${code}`,
    'C instead of C2': 'since 19 August 2024 leave for a part-time timetable is C2',
    'C2 before it existed': 'until 19 August 2024 leave for a part-time timetable was C',
    'leave outside the plan': `${plan}: full attendance is expected`,
    'leave when due': 'the plan expects the pupil in school in this session',
    'leave outside compulsory school age': `the pupil is ${age} compulsory school age, for whom leave for a part-time timetable does not exist`,
    'X at compulsory school age': `the pupil is of compulsory school age; it is ${code}`,
  };
  return reasons[problem];
}

/** “Tue 17 Nov 2026 AM, C: since 19 August 2024 leave for a part-time timetable is C2” */
export const differenceWords = (difference: MarkDifference): string =>
  `${shortDate(difference.on)} ${difference.session}, ${difference.marked === null ? 'no mark' : difference.marked || 'empty'}: ${reason(difference)}`;
