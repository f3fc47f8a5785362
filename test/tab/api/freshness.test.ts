import { Temporal } from '#domain/dates.ts';
import { freshnessOf } from '#tab/api/freshness.ts';
import { standingSchema } from '#tab/contract/answers.ts';
import { describe, expect, it } from 'vitest';
import { openApi, sencoMember } from './api-bench.ts';

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const ago = (by: Temporal.DurationLike) => now.subtract(by);

describe('what is shown of a school', () => {
  it.each([
    ['a minute ago', { minutes: 1 }, 60, false],
    ['five minutes ago', { minutes: 5 }, 60, false],
    ['longer ago', { minutes: 5, seconds: 1 }, 60, true],
    ['longer ago, by an app that seldom asks', { minutes: 60 }, 1800, false],
    ['much longer ago, by an app that seldom asks', { minutes: 91 }, 1800, true],
  ])('was read %s', (_when, by, pollSeconds, isOld) => {
    expect(freshnessOf(ago(by), now, pollSeconds)).toEqual({ asOf: ago(by).toString(), isOld });
  });

  it.each([
    ['three hours ago', ago({ hours: 3 })],
    ['never in full', null],
  ])('is shown with its age where it was read %s', async (_when, lastRead) => {
    const freshness = freshnessOf(lastRead, now, 60);
    const api = await openApi({ freshness: () => freshness });
    const ref = await api.world.active();
    const theCase = `cases/${ref}`;
    for (const page of ['cases', theCase, `${theCase}/sections/risk`, 'register', 'parked']) {
      const { body } = await api.as(sencoMember, `/schools/LARK/${page}`);
      expect([page, standingSchema.parse(body)]).toEqual([page, { today: '2026-11-23', freshness }]);
    }
    await api.stop();
    expect(freshness).toEqual({ asOf: lastRead?.toString() ?? null, isOld: true });
  });
});
