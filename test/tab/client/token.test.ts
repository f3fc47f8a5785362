import { describe, expect, it } from 'vitest';
import { createTokenSource } from '#tab/client/teams/token.ts';

const start = Date.UTC(2026, 10, 17, 10);
const tokenUntil = (milliseconds: number): string => `head.${btoa(JSON.stringify({ exp: milliseconds / 1000 }))}.sign`;

/** Teams, counting how often it is asked. */
function teams(answers: readonly (string | Error)[]) {
  const asked = { times: 0 };
  const ask = async (): Promise<string> => {
    const answer = answers[Math.min(asked.times, answers.length - 1)] ?? '';
    asked.times += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { ask, asked };
}

describe('the token of the person who is signed in', () => {
  it('is asked for once and used until shortly before it runs out', async () => {
    const clock = { now: start };
    const { ask, asked } = teams([tokenUntil(start + 3_600_000), tokenUntil(start + 7_200_000)]);
    const source = createTokenSource({ ask, now: () => clock.now });
    await Promise.all([source.get(), source.get()]);
    clock.now = start + 3_500_000;
    await source.get();
    expect(asked.times).toBe(1);
    clock.now = start + 3_541_000;
    expect(await source.get()).toEqual({ ok: true, value: tokenUntil(start + 7_200_000) });
    expect(asked.times).toBe(2);
  });

  it('is asked for anew after the server refused it', async () => {
    const { ask, asked } = teams([tokenUntil(start + 3_600_000)]);
    const source = createTokenSource({ ask, now: () => start });
    await source.get();
    source.drop();
    await source.get();
    expect(asked.times).toBe(2);
  });

  it.each([
    ['resourceRequiresConsent', 'consent'],
    ['AADSTS65001: the user has not consented', 'consent'],
    ['CancelledByUser', 'sign-in'],
  ])('that Teams refuses with %s is the failure “%s”, and the next try asks again', async (reason, kind) => {
    const { ask } = teams([new Error(reason), tokenUntil(start + 3_600_000)]);
    const source = createTokenSource({ ask, now: () => start });
    expect(await source.get()).toMatchObject({ ok: false, failure: { kind } });
    expect(await source.get()).toMatchObject({ ok: true });
  });

  it('that cannot be read is used once', async () => {
    const { ask, asked } = teams(['not-a-token']);
    const source = createTokenSource({ ask, now: () => start });
    expect(await source.get()).toEqual({ ok: true, value: 'not-a-token' });
    await source.get();
    expect(asked.times).toBe(2);
  });
});
