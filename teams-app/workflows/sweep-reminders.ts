// What should have been said by today, less what the ledger says was said: claimed, posted as one card a school, settled.
import { schoolDayOnOrBefore } from '#domain/calendar.ts';
import { morningOf, type PlainDate } from '#domain/dates.ts';
import { remindersOn, type Reminder } from '#domain/reminders.ts';
import { calendarOf } from '#domain/school.ts';
import { claimName, isDeadClaim } from './claims.ts';
import type { Digest, Outside, ReminderRow, Row, SchoolRecords, SchoolRow } from './ports.ts';

export interface Sweeping extends Pick<Outside, 'staffChannel' | 'clock' | 'log' | 'instance'> {
  readonly workspace: { school(key: string): SweptLists };
}

/** What is looked at, and the ledger of what was said. */
export type SweptLists = Pick<SchoolRecords, 'cases' | 'reviews' | 'agreements' | 'reminders'>;

export interface SweepOutcome {
  readonly school: string;
  readonly asOf: PlainDate;
  readonly said: number;
  readonly failed: number;
  readonly words: string;
}

/** One first try and one more after a run that died; then a person is to look. */
const mostAttempts = 2;

interface Claimed {
  readonly reminder: Reminder;
  readonly row: Row<ReminderRow>;
}

async function claim(outside: Sweeping, school: SchoolRow, reminder: Reminder): Promise<Row<ReminderRow> | null> {
  const ledger = outside.workspace.school(school.key).reminders;
  const now = outside.clock.now();
  const mine = { claimedBy: claimName(outside.instance), claimedAt: now };
  const there = ledger.byKey(reminder.key);
  if (!there) {
    const { key, caseRef } = reminder;
    const created = await ledger.create({ ...mine, key, caseRef, state: 'claimed', attempts: 1, activityId: null });
    return created.ok ? created.value : null;
  }
  if (!isLeftBehind(there.value, outside)) return null;
  const spent = there.value.attempts >= mostAttempts;
  const changed = await ledger.change(
    there,
    spent ? { state: 'unknown' } : { ...mine, attempts: there.value.attempts + 1 },
  );
  // Whoever claimed it may have settled it just now after all.
  return changed.ok && !spent && changed.value.value.state === 'claimed' ? changed.value : null;
}

const isLeftBehind = (row: ReminderRow, { instance, clock }: Sweeping): boolean =>
  row.state === 'claimed' && isDeadClaim(row, instance, clock.now());

/** A dead claim of what holds no longer is not tried again: nobody knows whether it was said, and a person is to see that. */
async function giveUpOn(outside: Sweeping, school: SchoolRow, owed: readonly Reminder[]): Promise<void> {
  const ledger = outside.workspace.school(school.key).reminders;
  const keys = new Set(owed.map(({ key }) => key));
  for (const row of ledger.all())
    if (!keys.has(row.value.key) && isLeftBehind(row.value, outside)) await ledger.change(row, { state: 'unknown' });
}

/** This time nothing was posted. What nobody has tried before is free again; of what was tried by a run that died nobody knows. */
async function release(outside: Sweeping, school: SchoolRow, claimed: readonly Claimed[]): Promise<void> {
  const ledger = outside.workspace.school(school.key).reminders;
  for (const { row } of claimed) {
    const { attempts } = row.value;
    if (attempts === 1) await ledger.remove(row);
    else await ledger.change(row, { attempts: attempts - 1 });
  }
}

const itemsOf = (claimed: readonly Claimed[], kind: Reminder['kind']): Digest['reviews'] =>
  claimed
    .filter(({ reminder }) => reminder.kind === kind)
    .map(({ reminder: { caseRef, initials, words, urgent } }) => ({ caseRef, initials, words, urgent }));

/** Sweeps one school. `asOf` is the latest school morning, so that nights and weekends are quiet and a missed day heals itself. */
export async function sweepSchool(outside: Sweeping, school: SchoolRow): Promise<SweepOutcome> {
  const records = outside.workspace.school(school.key);
  const asOf = schoolDayOnOrBefore(calendarOf(school), morningOf(outside.clock.now()));
  const values = <T>(rows: readonly Row<T>[]): readonly T[] => rows.map((row) => row.value);
  const owed = remindersOn(
    {
      cases: values(records.cases.all()),
      reviews: values(records.reviews.all()),
      agreements: values(records.agreements.all()),
    },
    calendarOf(school),
    asOf,
  );
  await giveUpOn(outside, school, owed);
  const claimed: Claimed[] = [];
  for (const reminder of owed) {
    const row = await claim(outside, school, reminder);
    if (row) claimed.push({ reminder, row });
  }
  const outcome = { school: school.key, asOf };
  if (claimed.length === 0) return { ...outcome, said: 0, failed: 0, words: 'Nothing new to say.' };
  const posted = await outside.staffChannel.post(school, {
    school: school.name,
    schoolKey: school.key,
    asOf,
    reviews: itemsOf(claimed, 'review'),
    consents: itemsOf(claimed, 'consent'),
  });
  if (!posted.ok) {
    await release(outside, school, claimed);
    outside.log('reminder failed', { school: school.key, count: claimed.length });
    return { ...outcome, said: 0, failed: claimed.length, words: posted.error };
  }
  for (const { row } of claimed) await records.reminders.change(row, { state: 'posted', activityId: posted.value });
  return {
    ...outcome,
    said: claimed.length,
    failed: 0,
    words: `${claimed.length} ${claimed.length === 1 ? 'reminder' : 'reminders'} posted.`,
  };
}
