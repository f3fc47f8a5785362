import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesIn, minutesLeft, union, within, type Interval } from '#domain/timetable/intervals.ts';

const minute = fc.integer({ min: 0, max: 200 });
const some: fc.Arbitrary<readonly Interval[]> = fc.array(fc.tuple(minute, minute), { maxLength: 5 });
const covers = (intervals: readonly Interval[], at: number): boolean =>
  intervals.some(([from, to]) => from <= at && at < to);
const everyMinute = Array.from({ length: 200 }, (_, at) => at);

describe('stretches of time', () => {
  it('are counted minute by minute, each minute once', () => {
    fc.assert(
      fc.property(some, fc.tuple(minute, minute), (intervals, whole) => {
        expect(minutesIn(intervals)).toBe(everyMinute.filter((at) => covers(intervals, at)).length);
        const inWhole = (at: number): boolean => covers([whole], at);
        expect(minutesIn(within(intervals, whole))).toBe(
          everyMinute.filter((at) => inWhole(at) && covers(intervals, at)).length,
        );
        expect(minutesLeft(whole, intervals)).toBe(
          everyMinute.filter((at) => inWhole(at) && !covers(intervals, at)).length,
        );
      }),
    );
  });

  it.each([
    [[], []],
    [[[5, 5]], []],
    [[[6, 5]], []],
    [[[5, 6]], [[5, 6]]],
    [
      [
        [10, 20],
        [1, 10],
      ],
      [[1, 20]],
    ],
    [
      [
        [11, 20],
        [1, 10],
      ],
      [
        [1, 10],
        [11, 20],
      ],
    ],
    [
      [
        [1, 30],
        [5, 10],
        [9, 9],
      ],
      [[1, 30]],
    ],
  ] as [Interval[], Interval[]][])('%j become %j', (intervals, joined) => {
    expect(union(intervals)).toEqual(joined);
  });
});
