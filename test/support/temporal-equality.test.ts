import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';

describe('comparing dates in tests', () => {
  it.each(['toEqual', 'toMatchObject'] as const)('%s tells two days apart', (matcher) => {
    expect({ on: date('2026-11-23') })[matcher]({ on: date('2026-11-23') });
    expect({ on: date('2026-11-23') }).not[matcher]({ on: date('2026-11-24') });
  });
});
