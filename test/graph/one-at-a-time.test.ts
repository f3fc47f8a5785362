import { setImmediate as turn } from 'node:timers/promises';
import { oneAtATime } from '#graph/one-at-a-time.ts';
import { describe, expect, it } from 'vitest';

/** Work that counts how often it was begun, and how many of it were under way at once. */
function aWork(fail: (run: number) => boolean = () => false) {
  let runs = 0;
  let underWay = 0;
  let most = 0;
  const run = oneAtATime(async () => {
    runs += 1;
    const own = runs;
    underWay += 1;
    most = Math.max(most, underWay);
    await turn();
    underWay -= 1;
    if (fail(own)) throw new Error(`run ${own}`);
    return own;
  });
  return { run, runs: () => runs, most: () => most };
}

describe('work that runs once at a time', () => {
  it('is shared by all who ask while it runs, and begun anew for them', async () => {
    const { run, runs } = aWork();
    expect(await Promise.all([run(), run(), run()])).toEqual([1, 2, 2]);
    expect(await run()).toBe(3);
    expect(runs()).toBe(3);
  });

  it('is never under way twice, also for one who asks upon hearing of the end while others wait', async () => {
    const { run, most } = aWork();
    const after = run().then(() => run());
    const waiting = run();
    expect(await Promise.all([after, waiting])).toEqual([3, 2]);
    expect(most()).toBe(1);
  });

  it('goes on after a failure, of which only its own callers hear', async () => {
    const { run } = aWork((own) => own === 1);
    const [first, second] = await Promise.allSettled([run(), run()]);
    expect(first).toMatchObject({ status: 'rejected', reason: { message: 'run 1' } });
    expect(second).toEqual({ status: 'fulfilled', value: 2 });
  });
});
