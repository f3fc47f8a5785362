import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';

describe('comparing dates in tests', () => {
  const monday = { on: date('2026-11-23') };
  const tuesday = { on: date('2026-11-24') };

  it('takes the same day as equal', () => {
    expect({ on: date('2026-11-23') }).toEqual(monday);
    expect({ on: date('2026-11-23') }).toMatchObject(monday);
  });

  it('tells two days apart', () => {
    expect(tuesday).not.toEqual(monday);
    expect(tuesday).not.toMatchObject(monday);
  });
});
