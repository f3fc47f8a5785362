// Brings what stands beside a case in line with the case: consent asked, review planned, notices owed, events written down.
// Commands call it after their one decisive write, the sweep for every case; repeated, it does nothing.
import type { Case, Casefile } from '#domain/case.ts';
import { eventsOf } from '#domain/chronology.ts';
import { londonDate } from '#domain/dates.ts';
import { type Duties, dutiesOf } from '#domain/duties.ts';
import { calendarOf, type School } from '#domain/school.ts';
import type { Outside, Row, SchoolRecords } from '../ports.ts';
import { stackOfCase } from './assess.ts';
import { casefileOf } from './casefile.ts';
import { nextEntry } from './chronology.ts';

type Settling = { readonly records: SchoolRecords; readonly school: School } & Pick<Outside, 'clock'>;

const dutiesIn = (file: Casefile, { school, clock }: Settling): Duties =>
  dutiesOf(file, stackOfCase(file, school), calendarOf(school), londonDate(clock.now()));

const isEmpty = ({ caseChanges, agreement, review, notices }: Duties): boolean =>
  Object.keys(caseChanges).length === 0 && !agreement && !review && notices.length === 0;

/**
 * Lists are read one by one, and another app may be at the same case: a case that was read before what stands beside it would owe anew
 * what has long been done. So before anything is written the case is read after its notices, and its reviews and agreements after it.
 */
async function readInOrder(records: SchoolRecords, { notices, case: { ref } }: Casefile): Promise<Casefile | null> {
  await records.cases.refresh();
  await Promise.all([records.reviews.refresh(), records.agreements.refresh()]);
  const row = records.cases.byKey(ref);
  return row ? { ...casefileOf(records, row.value), notices } : null;
}

async function settleRows(settling: Settling, asSeen: Row<Case>): Promise<boolean> {
  const { records } = settling;
  const seen = casefileOf(records, asSeen.value);
  if (isEmpty(dutiesIn(seen, settling))) return false;
  const file = await readInOrder(records, seen);
  const row = records.cases.byKey(seen.case.ref);
  if (!file || !row) return false;
  const duties = dutiesIn(file, settling);
  let wrote = false;
  if (Object.keys(duties.caseChanges).length > 0) {
    // A collision means that somebody else is at work on this case: what they did is settled after them.
    const changed = await records.cases.change(row, duties.caseChanges);
    if (!changed.ok) return false;
    wrote = true;
  }
  if (duties.agreement) wrote = (await records.agreements.create(duties.agreement)).ok || wrote;
  if (duties.review) wrote = (await records.reviews.create(duties.review)).ok || wrote;
  for (const notice of duties.notices) wrote = (await records.notices.create(notice)).ok || wrote;
  return wrote;
}

async function writeDown(records: SchoolRecords, theCase: Case): Promise<void> {
  let collisions = 0;
  while (collisions < 5) {
    const file = casefileOf(records, theCase);
    const written = new Set(file.chronology.map((entry) => entry.event));
    const event = eventsOf(file).find((one) => !written.has(one.event));
    if (!event) return;
    const created = await records.chronology.create(nextEntry(theCase.ref, event, file.chronology.at(-1)));
    if (!created.ok) collisions += 1;
  }
}

/** Repeats until nothing is missing; three rounds are more than any chain of duties needs. */
export async function settleCase(settling: Settling, caseRef: string): Promise<Row<Case> | undefined> {
  for (let round = 0; round < 3; round += 1) {
    const row = settling.records.cases.byKey(caseRef);
    if (!row || !(await settleRows(settling, row))) break;
  }
  const row = settling.records.cases.byKey(caseRef);
  if (row) await writeDown(settling.records, row.value);
  return row;
}
