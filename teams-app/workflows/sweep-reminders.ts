// What should have been said by today, less what the ledger says was said: claimed, posted as one card a school, settled.
import { schoolDayOnOrBefore } from '#domain/calendar.ts';
import { type Instant, morningOf, type PlainDate } from '#domain/dates.ts';
import { remindersOn, type Reminder } from '#domain/reminders.ts';
import { err } from '#domain/result.ts';
import { calendarOf } from '#domain/school.ts';
import { claimName, isDeadClaim } from './claims.ts';
import type { Digest, Outside, ReminderRow, Row, SchoolRecords, SchoolRow } from './ports.ts';

export interface Sweeping extends Pick<Outside, 'staffChannel' | 'clock' | 'log' | 'instance'> {
  readonly workspace: { school(key: string): SweptLists; lastRead(sitePath: string): Instant | null };
}

/** What is looked at, and the ledger of what was said. */
export type SweptLists = Pick<SchoolRecords, 'cases' | 'reviews' | 'agreements' | 'reminders'>;

export interface SweepOutcome {
  readonly school: string;
  readonly asOf: PlainDate;
  readonly said: number;
  readonly failed: number;
  /** Claims of others, or without a clear answer, of which a later look is to see what became. */
  readonly open: number;
  readonly words: string;
}

/** One first try and one more after a run that died; then a person is to look. */
const mostAttempts = 2;

/** What was read by the look that this round belongs to need not be read again. */
const freshSeconds = 60;

interface Claimed {
  readonly reminder: Reminder;
  readonly row: Row<ReminderRow>;
}

async function claim(outside: Sweeping, school: SchoolRow, reminder: Reminder): Promise<Row<ReminderRow> | null> {
  const ledger = outside.workspace.school(school.key).reminders;
  const now = outside.clock.now();
  const mine = { claimedBy: claimName(outside.instance), claimedAt: now };
  let there = ledger.byKey(reminder.key);
  if (!there) {
    const { key, caseRef } = reminder;
    const created = await ledger.create({ ...mine, key, caseRef, state: 'claimed', attempts: 1, activityId: null });
    if (created.ok) return created.value;
    there = created.error.existing;
  }
  if (!isLeftBehind(there.value, outside)) return null;
  const spent = there.value.attempts >= mostAttempts;
  const changed = await ledger.changeAsSeen(
    there,
    spent ? { state: 'unknown' } : { ...mine, attempts: there.value.attempts + 1 },
  );
  // Whoever claimed it may have settled it just now after all, or another has taken it over.
  return changed.ok && !spent ? changed.value : null;
}

const isLeftBehind = (row: ReminderRow, { instance, clock }: Sweeping): boolean =>
  row.state === 'claimed' && isDeadClaim(row, instance, clock.now());

/** A dead claim of what holds no longer is not tried again: nobody knows whether it was said, and a person is to see that. */
async function giveUpOn(outside: Sweeping, school: SchoolRow, owed: readonly Reminder[]): Promise<void> {
  const ledger = outside.workspace.school(school.key).reminders;
  const keys = new Set(owed.map(({ key }) => key));
  for (const row of ledger.all())
    if (!keys.has(row.value.key) && isLeftBehind(row.value, outside))
      await ledger.changeAsSeen(row, { state: 'unknown' });
}

/** This time nothing was posted. What nobody has tried before is free again; of what was tried by a run that died nobody knows. */
async function release(outside: Sweeping, school: SchoolRow, claimed: readonly Claimed[]): Promise<void> {
  const ledger = outside.workspace.school(school.key).reminders;
  for (const { row } of claimed) {
    const { attempts } = row.value;
    // Whoever took it over meanwhile keeps it.
    if (attempts === 1) await ledger.remove(row);
    else await ledger.changeAsSeen(row, { attempts: attempts - 1 });
  }
}

/** Notes what was posted: of every reminder, though the note of one fails. Throws the first failure. */
async function settle(
  outside: Sweeping,
  school: SchoolRow,
  claimed: readonly Claimed[],
  activityId: string,
): Promise<void> {
  const ledger = outside.workspace.school(school.key).reminders;
  const failures: unknown[] = [];
  for (const { row } of claimed)
    await ledger.change(row, { state: 'posted', activityId }).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

const itemsOf = (claimed: readonly Claimed[], kind: Reminder['kind']): Digest['reviews'] =>
  claimed
    .filter(({ reminder }) => reminder.kind === kind)
    .map(({ reminder: { caseRef, initials, words, urgent } }) => ({ caseRef, initials, words, urgent }));

/**
 * Reads what is spoken of, where that was not read in the last minute: what was kept from yesterday may lack what is due, or what was
 * done. Throws where it cannot be read.
 */
async function catchUp({ workspace, clock }: Sweeping, { key, sitePath }: SchoolRow): Promise<void> {
  const lastRead = workspace.lastRead(sitePath);
  if (lastRead && clock.now().since(lastRead).total('seconds') <= freshSeconds) return;
  const { cases, reviews, agreements, reminders } = workspace.school(key);
  await Promise.all([cases, reviews, agreements, reminders].map((list) => list.refresh()));
}

/** Sweeps one school. `asOf` is the latest school morning, so that nights and weekends are quiet and a missed day heals itself. */
export async function sweepSchool(outside: Sweeping, school: SchoolRow): Promise<SweepOutcome> {
  await catchUp(outside, school);
  const { cases, reviews, agreements, reminders } = outside.workspace.school(school.key);
  const asOf = schoolDayOnOrBefore(calendarOf(school), morningOf(outside.clock.now()));
  const values = <T>(rows: readonly Row<T>[]): readonly T[] => rows.map((row) => row.value);
  const owed = remindersOn(
    { cases: values(cases.all()), reviews: values(reviews.all()), agreements: values(agreements.all()) },
    calendarOf(school),
    asOf,
  );
  await giveUpOn(outside, school, owed);
  const claimed: Claimed[] = [];
  for (const reminder of owed) {
    const row = await claim(outside, school, reminder);
    if (row) claimed.push({ reminder, row });
  }
  const mine = new Set(claimed.map(({ row }) => row.id));
  const open = reminders.all().filter(({ id, value }) => value.state === 'claimed' && !mine.has(id)).length;
  const outcome = { school: school.key, asOf, open };
  if (claimed.length === 0) return { ...outcome, said: 0, failed: 0, words: 'Nothing new to say.' };
  // Claims that took so long to write are another's to take over by now, and to say.
  const posted = claimed.some(({ row }) => isLeftBehind(row.value, outside))
    ? err('Microsoft 365 was too slow to say anything yet. The digest will be tried again at the next check.')
    : await outside.staffChannel.post(school, {
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
  await settle(outside, school, claimed, posted.value);
  return {
    ...outcome,
    said: claimed.length,
    failed: 0,
    words: `${claimed.length} ${claimed.length === 1 ? 'reminder' : 'reminders'} posted.`,
  };
}
