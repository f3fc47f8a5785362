import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date, isAfter, isBefore } from '#domain/dates.ts';
import { dayNumber } from '#domain/timetable/day-number.ts';
import {
  afterCalendarDays,
  afterSchoolDays,
  dueBefore,
  dueDateWords,
  dueOn,
  latestEnd,
  nextReview,
  reviewsThrough,
} from '#domain/timetable/due.ts';
import { dueEach, halfTerms, periodOf, terms } from '#domain/timetable/half-terms.ts';
import { isOpen } from '#domain/timetable/school-days.ts';
import { aSchoolWeek, schoolYears, someDay } from '#test/builders/timetable.ts';

const school = aSchoolWeek();
const days = (found: { on: { toString(): string } } | null): string | undefined => found?.on.toString();

describe('something due so many calendar days after', () => {
  it.each([
    ['2026-11-02', 14, '2026-11-16', false, 'on a school day stays there'],
    ['2026-11-02', 0, '2026-11-02', false, 'the same day'],
    ['2026-11-06', 1, '2026-11-06', true, 'a day after a Friday is due that Friday'],
    ['2026-11-13', 14, '2026-11-26', true, 'an INSET day is brought forward to the day before'],
    ['2026-10-12', 14, '2026-10-23', true, 'half-term is brought forward to the Friday before it'],
    ['2026-12-07', 14, '2026-12-18', true, 'the first day of the holidays to the last of term'],
    ['2026-12-04', 14, '2026-12-18', false, 'the last day of term stays'],
  ])('%s and %i days: %s (brought forward: %s; %s)', (from, count, on, broughtForward) => {
    expect(afterCalendarDays(school, date(from), count)).toEqual({
      on: date(on),
      counted: date(from).add({ days: count }),
      broughtForward,
    });
  });

  it('is never due before it came about', () => {
    expect(days(afterCalendarDays(school, date('2026-10-28'), 2))).toBe('2026-10-28');
    expect(days(afterCalendarDays(school, date('2026-10-28'), 0))).toBe('2026-10-28');
    expect(afterCalendarDays(school, date('2026-10-28'), 0).broughtForward).toBe(false);
  });

  it('is never put off, and lands on a school day unless it came about in the holidays', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 100 }), (from, count) => {
        const due = afterCalendarDays(school, from, count);
        expect(isAfter(due.on, due.counted)).toBe(false);
        expect(isBefore(due.on, from)).toBe(false);
        expect(due.broughtForward).toBe(isBefore(due.on, due.counted));
        expect(isOpen(school, dayNumber(due.on)) || due.on.equals(from)).toBe(true);
      }),
    );
  });

  it('stays where it was for a school that seems closed for years', () => {
    const shut = aSchoolWeek({
      otherClosures: [{ from: date('2000-01-01'), to: date('2050-01-01'), name: 'Mistyped' }],
    });
    expect(days(dueOn(shut, date('2026-11-25')))).toBe('2026-11-25');
  });
});

describe('something due so many school days after', () => {
  it.each([
    ['2026-11-20', 5, '2026-11-30', 'over a weekend and an INSET day'],
    ['2026-11-23', 0, '2026-11-23', 'the same day'],
    ['2026-10-23', 1, '2026-11-02', 'over half-term'],
    ['2026-11-21', 1, '2026-11-23', 'from a Saturday'],
  ])('%s and %i school days: %s (%s)', (from, count, on) => {
    expect(afterSchoolDays(school, date(from), count)).toEqual({
      on: date(on),
      counted: date(on),
      broughtForward: false,
    });
  });

  it('stops looking after three years', () => {
    const shut = aSchoolWeek({
      otherClosures: [{ from: date('2000-01-01'), to: date('2050-01-01'), name: 'Mistyped' }],
    });
    expect(days(afterSchoolDays(shut, date('2026-11-23'), 1))).toBe('2029-11-25');
  });
});

describe('something due before the start', () => {
  it.each([
    ['2026-11-04', '2026-11-03', false],
    ['2026-11-09', '2026-11-06', true],
    ['2026-11-02', '2026-10-23', true],
    ['2026-11-28', '2026-11-26', true],
  ])('of %s is due on %s', (start, on, broughtForward) => {
    expect(dueBefore(school, date(start))).toEqual(expect.objectContaining({ on: date(on), broughtForward }));
    expect(dueBefore(school, date(start)).counted.toString()).toBe(date(start).subtract({ days: 1 }).toString());
  });
});

describe('reviews', () => {
  const startsOn = date('2026-11-02');
  const fortnightly = { first: 14, later: 14 };

  it('are first due within the rule’s days of the start (DDAT:141)', () => {
    expect(days(nextReview(school, { startsOn, held: [] }, fortnightly))).toBe('2026-11-16');
    expect(days(nextReview(school, { startsOn, held: [] }, { first: 42, later: null }))).toBe('2026-12-14');
    expect(nextReview(school, { startsOn, held: [] }, { first: null, later: 14 })).toBeNull();
  });

  it('are then due from the last one held, in whatever order they were recorded', () => {
    const held = [date('2026-11-12'), date('2026-11-26'), date('2026-11-16')];
    expect(days(nextReview(school, { startsOn, held }, fortnightly))).toBe('2026-12-10');
    expect(days(nextReview(school, { startsOn, held: held.toReversed() }, { first: 14, later: 7 }))).toBe('2026-12-03');
    expect(nextReview(school, { startsOn, held }, { first: 14, later: null })).toBeNull();
  });

  it('are counted through a plan, each from the day of the one before', () => {
    const plan = { startsOn: date('2026-10-05'), endsOn: date('2026-11-20') };
    const found = reviewsThrough(school, plan, { first: 14, later: 7 });
    expect(found.map(days)).toEqual(['2026-10-19', '2026-10-23']);
    const fortnights = reviewsThrough(school, plan, fortnightly);
    expect(fortnights.map(days)).toEqual(['2026-10-19', '2026-11-02', '2026-11-16']);
    expect(reviewsThrough(school, { ...plan, endsOn: date('2026-11-16') }, fortnightly)).toHaveLength(3);
    expect(reviewsThrough(school, { ...plan, endsOn: date('2026-11-15') }, fortnightly)).toHaveLength(2);
    expect(reviewsThrough(school, plan, { first: 14, later: null })).toHaveLength(1);
    expect(reviewsThrough(school, plan, { first: null, later: 14 })).toEqual([]);
    expect(reviewsThrough(school, plan, { first: 14, later: 0 })).toHaveLength(1);
  });

  it('end with a plan that is mistyped to last for centuries', () => {
    const found = reviewsThrough(aSchoolWeek({ terms: [] }), { startsOn, endsOn: date('9999-12-31') }, fortnightly);
    expect(found).toHaveLength(78);
  });
});

describe('the end of a plan', () => {
  it.each([
    ['2026-11-02', 42, '2026-12-11', '2026-12-13'],
    ['2026-11-09', 42, '2026-12-18', '2026-12-20'],
    ['2026-11-04', 42, '2026-12-15', '2026-12-15'],
    ['2026-11-02', 1, '2026-11-02', '2026-11-02'],
  ])('from %s with %i days, first and last counted, is %s at the latest', (start, count, on, counted) => {
    expect(latestEnd(school, date(start), count)).toEqual(
      expect.objectContaining({ on: date(on), counted: date(counted) }),
    );
  });

  it('is the day by which an extension is agreed', () => {
    expect(days(dueOn(school, date('2026-11-29')))).toBe('2026-11-26');
  });
});

describe('a due date in words', () => {
  it('says when it was brought forward, and from when', () => {
    expect(dueDateWords(dueOn(school, date('2027-01-03')))).toBe(
      'Fri 18 Dec 2026, brought forward from Sun 3 Jan 2027, when the school is closed',
    );
    expect(dueDateWords(dueOn(school, date('2026-12-18')))).toBe('Fri 18 Dec 2026');
  });
});

describe('what is owed every half-term or term', () => {
  const year = { from: date('2026-09-01'), to: date('2027-07-31') };

  it('is due on the last school day of each half: nil returns', () => {
    const found = dueEach(school, halfTerms(school), year);
    expect(found.map(({ on, period }) => `${on.toString()} ${period.name}`)).toEqual([
      '2026-10-23 Autumn term 2026, first half',
      '2026-12-18 Autumn term 2026, second half',
      '2027-02-12 Spring term 2027, first half',
      '2027-04-01 Spring term 2027, second half',
      '2027-05-28 Summer term 2027, first half',
      '2027-07-22 Summer term 2027, second half',
    ]);
    expect(found[0]).toEqual(expect.objectContaining({ counted: date('2026-10-25'), broughtForward: true }));
  });

  it('is due on the last school day of each term: reports to governors (DDAT:83)', () => {
    const found = dueEach(school, terms(school), year);
    expect(found.map(days)).toEqual(['2026-12-18', '2027-04-01', '2027-07-22']);
    expect(terms(school)[0]).toEqual({
      name: 'Autumn term 2026',
      from: date('2026-09-02'),
      to: date('2026-12-18'),
    });
  });

  it.each([
    ['2026-12-18', '2026-12-18', 1],
    ['2026-12-19', '2027-03-31', 0],
    ['2026-12-01', '2026-12-17', 0],
    ['2026-12-19', '2027-04-01', 1],
  ])('from %s to %s there are %i', (from, to, count) => {
    expect(dueEach(school, terms(school), { from: date(from), to: date(to) })).toHaveLength(count);
  });

  it.each([
    ['2026-09-01', undefined],
    ['2026-09-02', 'Autumn term 2026, first half'],
    ['2026-10-25', 'Autumn term 2026, first half'],
    ['2026-10-26', undefined],
    ['2026-10-30', undefined],
    ['2026-10-31', 'Autumn term 2026, second half'],
    ['2026-12-18', 'Autumn term 2026, second half'],
    ['2026-12-19', undefined],
  ])('%s lies in “%s”', (day, name) => {
    expect(periodOf(halfTerms(school), date(day))?.name).toBe(name);
  });

  it('takes a term without a half-term holiday as one', () => {
    const [first] = schoolYears().terms;
    const whole = aSchoolWeek({ terms: first ? [{ ...first, halfTerm: null }] : [] });
    expect(halfTerms(whole)).toEqual(terms(whole));
    expect(halfTerms(whole)).toHaveLength(1);
  });
});
