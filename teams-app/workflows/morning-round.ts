// The round that is made each school morning and at every start. Neither one school's trouble nor one case's stops the others.
import { errorFacts } from './error-name.ts';
import { settleCases } from './casework/settle-cases.ts';
import type { Outside, Row, SchoolRow, SweepRow } from './ports.ts';
import { sweepSchool, type SweepOutcome } from './sweep-reminders.ts';

async function roundOf(outside: Outside, school: SchoolRow): Promise<SweepOutcome> {
  const unsettled = await settleCases(outside, school);
  const outcome = await sweepSchool(outside, school);
  if (unsettled === 0) return outcome;
  const words = `${outcome.words} ${unsettled} ${unsettled === 1 ? 'case' : 'cases'} could not be looked after: see what needs attention.`;
  return { ...outcome, failed: outcome.failed + unsettled, words };
}

/** Keeps each outcome in the school's list of reminder runs for a person to see. False when something is, or may be, left to say. */
export async function morningRound(outside: Outside): Promise<boolean> {
  let everythingSaid = true;
  for (const { value: school } of outside.workspace.schools.all()) {
    try {
      const outcome = await roundOf(outside, school);
      await keep(outside, outcome);
      everythingSaid &&= outcome.failed + outcome.open === 0;
      outside.log('sweep finished', { school: school.key, said: outcome.said, failed: outcome.failed });
    } catch (error) {
      everythingSaid = false;
      outside.log('reminder failed', { school: school.key, ...errorFacts(error) });
    }
  }
  return everythingSaid;
}

/**
 * One row a day tells a person enough: a later run writes over it, unless it had nothing to add. What failed stands until a run has seen
 * everything said, which one that left claims to others has not.
 */
async function keep(outside: Outside, { school, asOf, said, failed, open, words }: SweepOutcome): Promise<void> {
  const { sweeps } = outside.workspace.school(school);
  const key = asOf.toString();
  const finishedAt = outside.clock.now();
  const run = { asOf, finishedAt, said, failed, words };
  let there: Row<SweepRow> | null = sweeps.byKey(key) ?? null;
  if (!there) {
    const created = await sweeps.create({ ...run, key });
    if (created.ok) return;
    there = created.error.existing;
  }
  // Another instance may keep its run at the same time: what is news here goes over it.
  for (let tries = 0; there && tries < 3; tries += 1) {
    const isNews = said + failed > 0 || (there.value.failed > 0 && open === 0);
    const changed = await sweeps.change(there, isNews ? run : { finishedAt });
    there = changed.ok ? null : changed.error.theirs;
  }
}
