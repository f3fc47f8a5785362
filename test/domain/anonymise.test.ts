import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymise, figures } from '#domain/anonymise.ts';
import { date } from '#domain/dates.ts';
import { anyCase, anyDay } from '#test/builders/arbitrary.ts';
import { aCase, aReview } from '#test/builders/casework.ts';
import { inDays, today } from '#test/builders/today.ts';

const fullWeek = 32.5;

describe('what governors see of a case', () => {
  it('is for how long, how much of the week, and whether its reviews are up to date', () => {
    expect(anonymise([aCase()], [aReview()], fullWeek, today)).toEqual([
      { weeksSoFar: 2, shareOfWeek: 'a quarter to a half', reviewsUpToDate: true, stage: 'within its dates' },
    ]);
  });

  it('says when a review is overdue and when the end date has passed', () => {
    const [row] = anonymise([aCase({ endsOn: inDays(-1) })], [aReview({ dueOn: inDays(-1) })], fullWeek, today);
    expect(row).toMatchObject({ reviewsUpToDate: false, stage: 'past its end date' });
  });

  it.each([
    [0, 'under a quarter'],
    [8.1, 'under a quarter'],
    [8.125, 'a quarter to a half'],
    [16.25, 'a half to three quarters'],
    [24.375, 'three quarters or more'],
    [32.5, 'three quarters or more'],
  ])('gives %d hours a week only as a band: %s', (hoursInSchool, band) => {
    expect(anonymise([aCase({ hoursInSchool })], [], fullWeek, today)[0]?.shareOfWeek).toBe(band);
  });

  it('is nothing of cases that are not active', () => {
    const others = (['considering', 'preparing', 'agreed', 'closed', 'declined', 'withdrawn'] as const).map((status) =>
      aCase({ status }),
    );
    expect(anonymise(others, [], fullWeek, today)).toEqual([]);
  });

  it('comes longest first, so that the order does not tell which case was opened last', () => {
    const started = (weeks: number, ref: string) => aCase({ ref, startsOn: inDays(-7 * weeks) });
    const weeks = anonymise([started(1, 'CCC'), started(6, 'AAA'), started(3, 'BBB')], [], fullWeek, today).map(
      (row) => row.weeksSoFar,
    );
    expect(weeks).toEqual([6, 3, 1]);
  });

  it('identifies nobody: no reference, name, number, date, group, reason or time of any pupil is in it', () => {
    const some = fc
      .uniqueArray(fc.stringMatching(/^[A-Z]{6}$/), { minLength: 1, maxLength: 5 })
      .chain((refs) => fc.tuple(...refs.map((ref) => anyCase(ref))));
    fc.assert(
      fc.property(some, anyDay, (cases, day) => {
        const shown = JSON.stringify([anonymise(cases, [], fullWeek, day), figures(cases, day)]);
        const telling = cases.flatMap((one) => [
          one.ref,
          one.pupilName,
          one.parentName,
          one.upn,
          one.yearGroup,
          one.objectives,
          one.times,
          one.lead.name,
          one.dateOfBirth.toString(),
          one.startsOn.toString(),
          ...one.groups,
          ...one.reasons,
        ]);
        expect(telling.filter((text) => shown.includes(text))).toEqual([]);
      }),
    );
  });
});

describe('the figures for governors', () => {
  it('count active cases and their weeks', () => {
    const weeks = [1, 6, 7, 12].map((count) => aCase({ startsOn: inDays(-7 * count) }));
    expect(figures([...weeks, aCase({ status: 'agreed' })], today)).toEqual({
      pupils: 4,
      averageWeeks: 6.5,
      longestWeeks: 12,
      overSixWeeks: 2,
      endedThisYear: 0,
    });
  });

  it('are zeroes when nobody is on a part-time timetable', () => {
    expect(figures([], today)).toEqual({
      pupils: 0,
      averageWeeks: 0,
      longestWeeks: 0,
      overSixWeeks: 0,
      endedThisYear: 0,
    });
  });

  it('count what ended since the school year began on 1 September', () => {
    const ended = (on: string) => aCase({ status: 'closed', endedOn: date(on) });
    const cases = [ended('2026-08-31'), ended('2026-09-01'), ended('2026-11-20')];
    expect(figures(cases, today).endedThisYear).toBe(2);
    expect(figures(cases, date('2026-08-31')).endedThisYear).toBe(3);
  });

  it('count a case that has been signed off ahead of its start as running for no weeks yet', () => {
    expect(figures([aCase({ startsOn: inDays(4) })], today)).toMatchObject({ pupils: 1, longestWeeks: 0 });
  });
});
