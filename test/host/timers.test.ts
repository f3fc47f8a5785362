import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { morningOf, Temporal } from '#domain/dates.ts';
import { startTimers } from '#host/timers.ts';
import { createTwinClock } from '#test/twins/clock.ts';

const pollSeconds = 60;

/** Timers whose clock a test sets, and which write down what they did. */
async function aDay(moment: string, answers: readonly boolean[] = []) {
  const clock = createTwinClock(moment);
  const left = [...answers];
  const done: string[] = [];
  const { stop } = startTimers({
    now: () => clock.now(),
    pollSeconds,
    poll: () => Promise.resolve(void done.push('poll')),
    morning: () => {
      done.push('round');
      return Promise.resolve(left.shift() ?? true);
    },
  });
  /** Moves the clock, and lets one poll come due. */
  const pass = async (by: Temporal.DurationLike): Promise<void> => {
    clock.advance(by);
    await vi.advanceTimersByTimeAsync(pollSeconds * 1000);
  };
  await vi.advanceTimersByTimeAsync(0);
  return { done, pass, stop };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

describe('the rounds of a day', () => {
  it('are one at the start, and polls in between', async () => {
    const { done, pass, stop } = await aDay('2026-11-23T08:00:00Z');
    await pass({ minutes: 1 });
    await pass({ minutes: 1 });
    await stop();
    expect(done).toEqual(['round', 'poll', 'poll']);
  });

  it('are one each morning from half past seven', async () => {
    const { done, pass, stop } = await aDay('2026-11-23T08:00:00Z');
    await pass({ hours: 23, minutes: 29 });
    expect(done).toEqual(['round', 'poll']);
    await pass({ minutes: 1 });
    expect(done).toEqual(['round', 'poll', 'poll', 'round']);
    await pass({ minutes: 1 });
    await stop();
    expect(done).toEqual(['round', 'poll', 'poll', 'round', 'poll']);
  });

  it('are made again after ten minutes when something was left to say', async () => {
    const { done, pass, stop } = await aDay('2026-11-23T08:00:00Z', [false, true]);
    await pass({ minutes: 9 });
    expect(done).toEqual(['round', 'poll']);
    await pass({ minutes: 1 });
    expect(done).toEqual(['round', 'poll', 'poll', 'round']);
    await pass({ minutes: 10 });
    await stop();
    expect(done.filter((one) => one === 'round')).toHaveLength(2);
  });

  it('follow each other by the time between polls, however long each takes', async () => {
    const clock = createTwinClock('2026-11-23T08:00:00Z');
    const begun: number[] = [];
    const { stop } = startTimers({
      now: () => clock.now(),
      pollSeconds,
      poll: async () => {
        begun.push(Date.now());
        await new Promise((resolve) => setTimeout(resolve, 40_000));
        clock.advance({ seconds: 40 });
      },
      morning: () => Promise.resolve(true),
    });
    await vi.advanceTimersByTimeAsync(180_000);
    const [first = 0] = begun;
    expect(begun.map((moment) => moment - first)).toEqual([0, 60_000, 120_000]);
    const stopping = stop();
    await vi.advanceTimersByTimeAsync(40_000);
    await stopping;
  });

  it('go on polling while a round takes long', async () => {
    const clock = createTwinClock('2026-11-23T08:00:00Z');
    let polls = 0;
    let rounds = 0;
    const { stop } = startTimers({
      now: () => clock.now(),
      pollSeconds,
      poll: () => Promise.resolve(void (polls += 1)),
      morning: async () => {
        rounds += 1;
        await new Promise((resolve) => setTimeout(resolve, 600_000));
        return true;
      },
    });
    await vi.advanceTimersByTimeAsync(300_000);
    expect({ polls, rounds }).toEqual({ polls: 5, rounds: 1 });
    const stopping = stop();
    await vi.advanceTimersByTimeAsync(300_000);
    await stopping;
  });

  it('end when the app stops', async () => {
    const { done, pass, stop } = await aDay('2026-11-23T08:00:00Z');
    await pass({ minutes: 1 });
    await stop();
    await pass({ days: 1 });
    expect(done).toEqual(['round', 'poll']);
  });
});

describe('a stop', () => {
  it('waits for the round that is under way', async () => {
    let finish: () => void = () => undefined;
    const under = new Promise<boolean>((resolve) => {
      finish = () => resolve(true);
    });
    const clock = createTwinClock();
    const { stop } = startTimers({
      now: () => clock.now(),
      pollSeconds,
      poll: () => Promise.resolve(),
      morning: () => under,
    });
    let stopped = false;
    const stopping = stop().then(() => {
      stopped = true;
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(stopped).toBe(true);
  });
});

describe('the morning that a moment belongs to', () => {
  it.each([
    ['2026-11-23T07:29:59Z', '2026-11-22', 'before half past seven it is still yesterday’s'],
    ['2026-11-23T07:30:00Z', '2026-11-23', 'in winter England keeps universal time'],
    ['2026-07-06T06:29:59Z', '2026-07-05', 'in summer it is an hour ahead'],
    ['2026-07-06T06:30:00Z', '2026-07-06', 'in summer it is an hour ahead'],
    ['2026-03-30T06:30:00Z', '2026-03-30', 'on the first school morning of summer time'],
    ['2026-10-26T07:29:59Z', '2026-10-25', 'on the first school morning of winter time'],
    ['2026-10-26T07:30:00Z', '2026-10-26', 'on the first school morning of winter time'],
  ])('%s is %s: %s', (moment, morning, _why) => {
    expect(morningOf(Temporal.Instant.from(moment)).toString()).toBe(morning);
  });
});
