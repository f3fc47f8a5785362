import type { PlainDate } from '../dates.ts';
import { presentCodes, tidyCode } from './codes.ts';
import type { RegisterMark } from './compare-marks.ts';
import { dayNumber } from './day-number.ts';
import type { ExpectedMark } from './register.ts';
import { placeOf, type SessionName } from './sessions.ts';

/** What was arranged for one session and what came of it. Null: nobody has written it down. */
export interface CarriedOut {
  readonly on: PlainDate;
  readonly session: SessionName;
  readonly arranged: 'in school' | 'elsewhere' | 'at home';
  readonly attended: boolean | null;
  readonly supervisedBy: string | null;
  readonly contacted: boolean | null;
  readonly workSet: boolean | null;
  readonly workReturned: boolean | null;
  readonly workMarked: boolean | null;
  readonly supportGiven: boolean | null;
}

/** Of so many sessions, in how many it was done, was not done, or nobody wrote down which. */
export interface Tally {
  readonly of: number;
  readonly done: number;
  readonly notDone: number;
  readonly unknown: number;
}

export interface CarriedOutSummary {
  /** Sessions of the plan in force that the school held. */
  readonly sessions: number;
  /** Sessions of which neither the register nor an entry says anything, as places in the list of expected marks. */
  readonly silent: readonly number[];
  /** Sessions due in school or at supervised provision. */
  readonly attended: Tally;
  /** Sessions outside school, wherever they are spent. */
  readonly supervised: Tally;
  readonly contacted: Tally;
  /** Sessions at home. Returned is counted of what was set, marked of what came back. */
  readonly workSet: Tally;
  readonly workReturned: Tally;
  readonly workMarked: Tally;
  /** Sessions in school. */
  readonly supportGiven: Tally;
  /** Entries that say something else was arranged than the plan does, as places in the list of entries. */
  readonly otherwise: readonly number[];
  /** A school week or more has passed and nothing shows that any of it happened. */
  readonly onPaperAlone: boolean;
}

/** Ten sessions: a plan that has only just begun has had no time to show anything. */
const aWeekOfSessions = 10;

function tally(answers: readonly (boolean | null)[]): Tally {
  const done = answers.filter((answer) => answer === true).length;
  const notDone = answers.filter((answer) => answer === false).length;
  return { of: answers.length, done, notDone, unknown: answers.length - done - notDone };
}

/** Several entries for one session: what any of them says was done was done. */
function together(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(true)) return true;
  return answers.includes(false) ? false : null;
}

const arrangedAs = (where: ExpectedMark['where']): CarriedOut['arranged'] => {
  if (where === 'in school') return 'in school';
  return where === 'home' || where === 'unsupervised' ? 'at home' : 'elsewhere';
};

const named = (name: string | null): boolean | null => (name !== null && name.trim() !== '' ? true : null);

/** Whether the register shows the pupil where the plan had them; null where it has no mark. */
const markedThere = (expected: ExpectedMark, codes: readonly string[]): boolean | null =>
  codes.length === 0
    ? null
    : codes.some((code) => code === expected.code || (expected.where === 'in school' && presentCodes.has(code)));

interface PastSession {
  readonly arranged: CarriedOut['arranged'];
  readonly entries: readonly CarriedOut[];
  readonly attended: boolean | null;
  readonly supervised: boolean | null;
  readonly silent: boolean;
  readonly index: number;
}

/**
 * Sets what happened against what was arranged. `expected` is the register of the days that have passed
 * (expectedMarks() up to yesterday); only sessions with the plan in force are looked at.
 */
export function carriedOutSummary(
  expected: readonly ExpectedMark[],
  entries: readonly CarriedOut[],
  marks: readonly RegisterMark[],
): CarriedOutSummary {
  const entriesOf = Map.groupBy(entries, (entry) => placeOf(dayNumber(entry.on), entry.session));
  const marksOf = Map.groupBy(marks, (mark) => placeOf(dayNumber(mark.on), mark.session));
  const arrangedOn = new Map<number, CarriedOut['arranged']>();
  const past = expected.flatMap((one, index): readonly PastSession[] => {
    if (one.plan !== 'in force' || one.where === 'closed') return [];
    const written = entriesOf.get(one.place) ?? [];
    const codes = (marksOf.get(one.place) ?? []).map((mark) => tidyCode(mark.code));
    const arranged = arrangedAs(one.where);
    arrangedOn.set(one.place, arranged);
    const attended = together([...written.map((entry) => entry.attended), markedThere(one, codes)]);
    const supervised = together(written.map((entry) => named(entry.supervisedBy)));
    return [{ arranged, entries: written, attended, supervised, silent: written.length + codes.length === 0, index }];
  });
  const inSchool = past.filter((one) => one.arranged === 'in school');
  const away = past.filter((one) => one.arranged !== 'in school');
  const atHome = past.filter((one) => one.arranged === 'at home');
  const said = (one: PastSession, what: WrittenAnswer): boolean | null =>
    together(one.entries.map((entry) => entry[what]));
  const set = atHome.filter((one) => said(one, 'workSet') === true);
  const returned = set.filter((one) => said(one, 'workReturned') === true);
  const summary = {
    attended: tally(past.filter((one) => one.arranged !== 'at home').map((one) => one.attended)),
    supervised: tally(away.map((one) => one.supervised)),
    contacted: tally(away.map((one) => said(one, 'contacted'))),
    workSet: tally(atHome.map((one) => said(one, 'workSet'))),
    workReturned: tally(set.map((one) => said(one, 'workReturned'))),
    workMarked: tally(returned.map((one) => said(one, 'workMarked'))),
    supportGiven: tally(inSchool.map((one) => said(one, 'supportGiven'))),
  };
  return {
    ...summary,
    sessions: past.length,
    silent: past.filter((one) => one.silent).map((one) => one.index),
    otherwise: entries.flatMap((entry, index) => {
      const arranged = arrangedOn.get(placeOf(dayNumber(entry.on), entry.session));
      return arranged !== undefined && arranged !== entry.arranged ? [index] : [];
    }),
    onPaperAlone: past.length >= aWeekOfSessions && Object.values(summary).every(({ done }) => done === 0),
  };
}

type WrittenAnswer = 'contacted' | 'workSet' | 'workReturned' | 'workMarked' | 'supportGiven';
