import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import { usualYear, yearGroupProblem, yearNumber } from '#domain/record/year-group.ts';

describe('a year group', () => {
  it.each([
    ['R', 0],
    ['Reception', 0],
    ['year r', 0],
    ['YR', 0],
    ['1', 1],
    [' Year 2 ', 2],
    ['Y9', 9],
    ['Yr 10', 10],
    ['13', 13],
  ])('“%s” is number %i', (typed, year) => {
    expect(yearNumber(typed)).toBe(year);
  });

  it.each(['', '0', '14', '2a', 'Nursery', 'Year', 'form 2', '100', 'Reception 1', 'xR', 'my year 2'])(
    '“%s” cannot be read as one',
    (typed) => {
      expect(yearNumber(typed)).toBeNull();
    },
  );
});

describe('the usual year group', () => {
  it.each([
    // Born on 31 August: the youngest of the year above; on 1 September: the oldest of the year below.
    ['2016-08-31', '2026-11-23', 6],
    ['2016-09-01', '2026-11-23', 5],
    // The school year turns on 1 September.
    ['2016-08-31', '2026-08-31', 5],
    ['2016-08-31', '2026-09-01', 6],
    ['2014-06-10', '2020-11-02', 2],
    ['2022-08-31', '2026-09-01', 0],
    ['2022-09-01', '2026-09-01', -1],
  ])('of a pupil born on %s is, on %s, %i', (born, on, year) => {
    expect(usualYear(date(born), date(on))).toBe(year);
  });

  it('goes up by one with every year of school, whatever the date of birth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 0, max: 3000 }), (bornAfter, dayAfter) => {
        const born = date('2008-01-01').add({ days: bornAfter });
        const on = date('2020-01-01').add({ days: dayAfter });
        expect(usualYear(born, on.add({ years: 1 }))).toBe(usualYear(born, on) + 1);
        expect(usualYear(born.add({ years: 1 }), on)).toBe(usualYear(born, on) - 1);
      }),
    );
  });
});

describe('a date of birth against the year group', () => {
  const on = date('2020-11-02');
  const born = date('2014-06-10');

  it('raises nothing where they fit, or where the year group cannot be read', () => {
    expect(yearGroupProblem(born, '2', on)).toBeNull();
    expect(yearGroupProblem(born, 'Nursery', on)).toBeNull();
  });

  it('is unusual one year out, on either side: a pupil may be taught out of their age group', () => {
    expect(yearGroupProblem(born, ' Year 3 ', on)).toEqual({
      kind: 'unusual',
      words: 'A pupil born on 2014-06-10 is usually in Year 2 on 2020-11-02, not in Year 3 (“Year 3”).',
    });
    expect(yearGroupProblem(born, '1', on)?.kind).toBe('unusual');
  });

  it('is impossible two years out, on either side', () => {
    expect(yearGroupProblem(born, 'R', on)).toEqual({
      kind: 'impossible',
      words: 'A pupil born on 2014-06-10 is usually in Year 2 on 2020-11-02, not in Reception (“R”).',
    });
    expect(yearGroupProblem(born, '4', on)?.kind).toBe('impossible');
  });

  it('says when a child is too young for school, in Reception, or past it', () => {
    expect(yearGroupProblem(date('2019-01-01'), '2', on)?.words).toContain('is too young for school on 2020-11-02');
    expect(yearGroupProblem(date('2016-09-01'), 'R', on)?.words).toContain('is too young for school on');
    expect(yearGroupProblem(date('2016-08-31'), '1', on)?.words).toContain('is usually in Reception on');
    expect(yearGroupProblem(date('2002-09-01'), '11', on)?.words).toContain('is usually in Year 13 on');
    expect(yearGroupProblem(date('2002-08-31'), '11', on)?.words).toContain('is no longer of school age on');
  });
});
