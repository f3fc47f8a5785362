// The same deed lived through twice: once in peace, and once with a death at one of its writes and a restart.
import { aWorld, type World } from '#test/builders/world.ts';
import { isWhole } from '#workflows/casework/chronology.ts';
import { housekeeping } from '#workflows/housekeeping.ts';
import { morningRound } from '#workflows/morning-round.ts';
import type { Outside } from '#workflows/ports.ts';
import { Died, mortal, startedAgain, type Death } from './crash.ts';
import { everything } from './everything.ts';

export interface Deed {
  readonly does: string;
  /** Brings the world to where the deed is due; what it answers is handed to the deed. */
  readonly before: (world: World) => Promise<string>;
  readonly deed: (outside: Outside, world: World, caseRef: string) => Promise<unknown>;
}

/** What everything comes to when the deed is done and the rounds are made, with a death at one of its writes. */
export async function live({ before, deed }: Deed, death: Death, again: 'repeated' | 'not repeated') {
  const world = await aWorld();
  const ref = await before(world);
  const { outside, writes } = mortal(world.outside, death);
  await deed(outside, world, ref).catch((error: unknown) => {
    if (!(error instanceof Died)) throw error;
  });
  const afterwards = startedAgain(world.outside);
  if (again === 'repeated') await deed(afterwards, world, ref);
  world.outside.clock.advance({ minutes: 30 });
  await morningRound(afterwards);
  await housekeeping(afterwards);
  return { state: everything(world.outside), writes: writes(), world };
}

export const never: Death = { at: Number.MAX_SAFE_INTEGER, carriedOut: true };
export const deaths = (writes: number): readonly Death[] =>
  Array.from({ length: writes }, (_, index) =>
    [true, false].map((carriedOut) => ({ at: index + 1, carriedOut })),
  ).flat();

export function chainsAreWhole({ records }: World): boolean {
  return records.cases.all().every(({ value }) => {
    const entries = records.chronology.ofCase(value.ref).map((row) => row.value);
    return isWhole(entries.toSorted((a, b) => a.number - b.number));
  });
}

/** With the authority told of what there is so far. */
export const told = async (world: World, ref: string): Promise<string> => {
  await housekeeping(world.outside);
  return ref;
};
