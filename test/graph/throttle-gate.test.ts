import { createThrottleGate, secondsOf } from '#graph/throttle-gate.ts';
import { describe, expect, it } from 'vitest';

/** A gate on a clock that moves only when somebody sleeps. */
function aGate({ random = 0, patienceMs = 30_000 } = {}) {
  let now = 1_000_000;
  const slept: number[] = [];
  const gate = createThrottleGate({
    now: () => now,
    sleep: (ms) => {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
    random: () => random,
    patienceMs,
  });
  return { gate, slept, pass: (ms: number) => (now += ms) };
}

const headers = (of: Record<string, string>): Headers => new Headers(of);

describe('the gate that all calls pass', () => {
  it('is open while nobody asks to wait', async () => {
    const { gate, slept } = aGate();
    gate.note(200, headers({}));
    expect(await gate.pass()).toEqual({ open: true });
    expect(slept).toEqual([]);
  });

  it.each([429, 503])('shuts for every call after one %i, for as long as it says', async (status) => {
    const { gate, slept } = aGate();
    gate.note(status, headers({ 'Retry-After': '7' }));
    expect(gate.closedForMs()).toBe(7000);
    expect(await gate.pass()).toEqual({ open: true });
    expect(slept).toEqual([7000]);
    expect(gate.closedForMs()).toBe(0);
  });

  it('waits five seconds where none are named, and a little longer by chance so that apps do not come back together', () => {
    const { gate } = aGate({ random: 0.5 });
    gate.note(429, headers({}));
    expect(gate.closedForMs()).toBe(5250);
  });

  it('takes the longer of Retry-After and RateLimit-Reset', () => {
    const { gate } = aGate();
    gate.note(429, headers({ 'Retry-After': '3', 'RateLimit-Reset': '20' }));
    expect(gate.closedForMs()).toBe(20_000);
  });

  it('is not opened early by a later answer that asks for less', () => {
    const { gate } = aGate();
    gate.note(429, headers({ 'Retry-After': '20' }));
    gate.note(429, headers({ 'Retry-After': '1' }));
    gate.note(200, headers({}));
    expect(gate.closedForMs()).toBe(20_000);
  });

  it('turns a caller away who would have to wait longer than anybody should', async () => {
    const { gate, slept } = aGate({ patienceMs: 1000 });
    gate.note(503, headers({ 'Retry-After': '90' }));
    expect(await gate.pass()).toEqual({ open: false, waitMs: 90_000 });
    expect(slept).toEqual([]);
  });

  it('pauses, longer each time, while nobody answers, and goes on at once when somebody does', async () => {
    const { gate, slept } = aGate();
    for (let call = 1; call < 20; call += 1) gate.noteSilence();
    expect(gate.closedForMs()).toBe(0);
    gate.noteSilence();
    expect(gate.closedForMs()).toBe(1000);
    await gate.pass();
    gate.note(502, headers({}));
    expect(gate.closedForMs()).toBe(2000);
    for (let call = 0; call < 10; call += 1) gate.noteSilence();
    expect(gate.closedForMs()).toBe(30_000);
    await gate.pass();
    gate.note(200, headers({}));
    gate.noteSilence();
    expect(gate.closedForMs()).toBe(0);
    expect(slept).toEqual([1000, 30_000]);
  });

  it('does not believe a wait of days', () => {
    const { gate } = aGate();
    gate.note(429, headers({ 'Retry-After': '999999' }));
    expect(gate.closedForMs()).toBe(600_000);
  });

  it('nor a reset in years, as of a header that holds a moment in place of seconds', async () => {
    const { gate, pass } = aGate();
    const reset = String(Math.floor(Date.UTC(2026, 10, 23) / 1000));
    gate.note(200, headers({ 'RateLimit-Limit': '1250', 'RateLimit-Remaining': '200', 'RateLimit-Reset': reset }));
    await gate.pass();
    expect(await gate.pass()).toEqual({ open: true });
    gate.note(200, headers({ 'RateLimit-Limit': '1250', 'RateLimit-Remaining': '0', 'RateLimit-Reset': reset }));
    expect(gate.closedForMs()).toBe(600_000);
    pass(600_000);
    expect(await gate.pass()).toEqual({ open: true });
  });

  it('is in no hurry to spread calls once much is left again', async () => {
    const { gate, slept } = aGate();
    gate.note(200, headers({ 'RateLimit-Limit': '1000', 'RateLimit-Remaining': '100', 'RateLimit-Reset': '30' }));
    gate.note(200, headers({ 'RateLimit-Limit': '1000', 'RateLimit-Remaining': '990', 'RateLimit-Reset': '60' }));
    await gate.pass();
    await gate.pass();
    expect(slept).toEqual([]);
  });

  it('spreads calls over the time to the reset while little of the quota is left', async () => {
    const { gate, slept, pass } = aGate();
    gate.note(200, headers({ 'RateLimit-Limit': '1000', 'RateLimit-Remaining': '100', 'RateLimit-Reset': '30' }));
    await gate.pass();
    await gate.pass();
    expect(slept).toEqual([300]);
    pass(30_000);
    await gate.pass();
    expect(slept).toEqual([300]);
  });

  it('waits for the reset when nothing is left, and cares for nothing while much is', async () => {
    const { gate } = aGate();
    gate.note(200, headers({ 'RateLimit-Limit': '1000', 'RateLimit-Remaining': '900', 'RateLimit-Reset': '30' }));
    expect(gate.closedForMs()).toBe(0);
    gate.note(200, headers({ 'RateLimit-Limit': '1000', 'RateLimit-Remaining': '0', 'RateLimit-Reset': '12' }));
    expect(gate.closedForMs()).toBe(12_000);
  });
});

describe('the seconds of a header', () => {
  it.each([
    ['7', 7],
    ['0', 0],
    ['-3', 0],
    [new Date(61_000).toUTCString(), 60],
    [new Date(0).toUTCString(), 0],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%s is %s', (header, seconds) => {
    expect(secondsOf(header, 1000)).toBe(seconds);
  });
});
