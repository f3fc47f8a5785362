// How many random cases a property is tried on. Mutation testing runs the same tests thousands of times: there a few each must do.
import fc from 'fast-check';

const few = process.env['PTT_FEW_RUNS'] === '1' ? 20 : Number.POSITIVE_INFINITY;

export const runs = (count: number): number => Math.min(count, few);

/** For properties that name no number of their own; fast-check's is a hundred. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: runs(100) });
