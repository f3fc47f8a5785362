// The round that is made each school morning and at every start. One school's trouble never stops the others.
import { isOpen } from '#domain/case.ts';
import { settleCase } from './casework/settle-case.ts';
import type { Outside, SchoolRow } from './ports.ts';
import { sweepSchool, type SweepOutcome } from './sweep-reminders.ts';

async function roundOf(outside: Outside, school: SchoolRow): Promise<SweepOutcome> {
  const records = outside.workspace.school(school.key);
  for (const row of records.cases.all()) {
    const owesNotice =
      !isOpen(row.value) && !records.notices.ofCase(row.value.ref).some((notice) => notice.value.kind === 'closure');
    if (isOpen(row.value) || owesNotice) await settleCase({ records, school, clock: outside.clock }, row.value.ref);
  }
  return sweepSchool(outside, school);
}

/** Keeps each outcome in the school's list of reminder runs for a person to see. False when something is left to say. */
export async function morningRound(outside: Outside): Promise<boolean> {
  let everythingSaid = true;
  for (const { value: school } of outside.workspace.schools.all()) {
    try {
      const outcome = await roundOf(outside, school);
      await keep(outside, outcome);
      everythingSaid &&= outcome.failed === 0;
      outside.log('sweep finished', { school: school.key, said: outcome.said, failed: outcome.failed });
    } catch (error) {
      everythingSaid = false;
      outside.log('reminder failed', { school: school.key, error: error instanceof Error ? error.name : 'unknown' });
    }
  }
  return everythingSaid;
}

/** One row a day tells a person enough: a later run writes over it, unless it had nothing to add. */
async function keep(outside: Outside, { school, asOf, said, failed, words }: SweepOutcome): Promise<void> {
  const { sweeps } = outside.workspace.school(school);
  const finishedAt = outside.clock.now();
  const there = sweeps.byKey(asOf.toString());
  const run = { asOf, finishedAt, said, failed, words };
  if (!there) await sweeps.create({ ...run, key: asOf.toString() });
  else await sweeps.change(there, said + failed > 0 || there.value.failed > 0 ? run : { finishedAt });
}
