import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import { schoolWeekProblems } from '#domain/timetable/school-week-problems.ts';
import { ordinarySchoolWeek, type SchoolYears } from '#domain/timetable/school-week.ts';
import { aSchoolWeek, everyDay, schoolYears, times } from '#test/builders/timetable.ts';

const problems = (changes: Partial<SchoolYears>) => schoolWeekProblems(aSchoolWeek(changes));
const { terms, registration } = schoolYears();
const [autumn, spring, summer] = terms;
const withAutumn = (changes: object) =>
  problems({ terms: autumn && spring && summer ? [{ ...autumn, ...changes }, spring, summer] : [] });
const withMonday = (starts: number, ends: number) =>
  problems({ day: { ...everyDay({ starts: 540, ends: 910 }), monday: { starts, ends } } });

describe('a school’s settings', () => {
  it('are sound as the school has them, and in the stand-in', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ breaks: null, terms: [] })).toEqual([]);
    expect(schoolWeekProblems(ordinarySchoolWeek(2026, 2028))).toEqual([]);
  });

  it('hold a register open for 30 minutes at most', () => {
    expect(problems({ registration: { ...registration, morning: { opens: 540, closes: 570 } } })).toEqual([]);
    expect(problems({ registration: { ...registration, morning: { opens: 540, closes: 571 } } })).toEqual([
      {
        at: ['registration', 'morning'],
        words: 'The morning register is open for longer than 30 minutes: 09:00 to 09:31',
      },
    ]);
  });

  it('close a register after it opens', () => {
    expect(problems({ registration: { ...registration, afternoon: { opens: 780, closes: 781 } } })).toEqual([]);
    expect(problems({ registration: { ...registration, afternoon: { opens: 780, closes: 780 } } })).toEqual([
      { at: ['registration', 'afternoon'], words: 'The afternoon register closes before it opens: 13:00 to 13:00' },
    ]);
  });

  it('hold both registers in every school day', () => {
    const words = (shown: string) => [
      { at: ['day', 'monday'], words: `The school day on monday does not hold both registers: ${shown}` },
    ];
    expect(withMonday(555, 781)).toEqual([]);
    expect(withMonday(556, 910)).toEqual(words('09:16 to 15:10'));
    expect(withMonday(540, 780)).toEqual(words('09:00 to 13:00'));
    expect(withMonday(540, 540)).toEqual([
      { at: ['day', 'monday'], words: 'The school day on monday ends before it starts: 09:00 to 09:00' },
    ]);
  });

  it('end each break after it starts', () => {
    expect(problems({ breaks: [times('10:30-10:31'), times('12:00-12:00')] })).toEqual([
      { at: ['breaks', 1], words: 'A break ends before it starts: 12:00 to 12:00' },
    ]);
  });

  it('end each term after it starts and before the next', () => {
    expect(withAutumn({ to: date('2027-01-04') })).toEqual([]);
    expect(withAutumn({ to: date('2027-01-05') })).toEqual([
      { at: ['terms', 0], words: 'Autumn term 2026 has not ended when Spring term 2027 starts: Tue 5 Jan 2027' },
    ]);
    expect(withAutumn({ from: date('2026-12-18'), halfTerm: null })).toEqual([]);
    expect(withAutumn({ from: date('2026-12-19'), halfTerm: null })).toEqual([
      { at: ['terms', 0], words: 'Autumn term 2026 ends before it starts: Sat 19 Dec 2026 to Fri 18 Dec 2026' },
    ]);
  });

  it('have half-terms inside their terms', () => {
    const half = (from: string, to: string) => withAutumn({ halfTerm: { from: date(from), to: date(to) } });
    const outside = (shown: string) => [
      { at: ['terms', 0, 'halfTerm'], words: `The half-term of Autumn term 2026 lies outside it: ${shown}` },
    ];
    expect(half('2026-09-02', '2026-12-18')).toEqual([]);
    expect(half('2026-09-01', '2026-10-30')).toEqual(outside('Tue 1 Sep 2026 to Fri 30 Oct 2026'));
    expect(half('2026-10-26', '2026-12-19')).toEqual(outside('Mon 26 Oct 2026 to Sat 19 Dec 2026'));
    expect(half('2026-10-26', '2026-10-26')).toEqual([]);
    expect(half('2026-10-27', '2026-10-26')[0]).toEqual({
      at: ['terms', 0, 'halfTerm'],
      words: 'The half-term of Autumn term 2026 ends before it starts: Tue 27 Oct 2026 to Mon 26 Oct 2026',
    });
  });

  it('end each closure after it begins', () => {
    const otherClosures = [
      { from: date('2026-11-10'), to: date('2026-11-10'), name: 'Boiler' },
      { from: date('2026-11-10'), to: date('2026-11-09'), name: 'Snow' },
    ];
    expect(problems({ otherClosures })).toEqual([
      { at: ['closures', 1], words: '“Snow” ends before it starts: Tue 10 Nov 2026 to Mon 9 Nov 2026' },
    ]);
  });
});
