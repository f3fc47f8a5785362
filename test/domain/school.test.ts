import { describe, expect, it } from 'vitest';
import { isSchoolDay } from '#domain/calendar.ts';
import { date } from '#domain/dates.ts';
import { authorities, calendarOf, fullWeekHours } from '#domain/school.ts';
import { policies } from '#policies/stack-for.ts';
import { aSchool } from '#test/builders/schools.ts';
import { everyDay, schoolYears } from '#test/builders/timetable.ts';

describe('a school’s calendar', () => {
  it('is closed in half-terms, holidays, on INSET days, bank holidays and whenever else the register says', () => {
    const years = schoolYears({
      otherClosures: [{ from: date('2026-11-11'), to: date('2026-11-12'), name: 'Burst boiler' }],
    });
    const calendar = calendarOf({ years });
    const closed = ['2026-10-26', '2026-12-21', '2026-11-27', '2027-03-26', '2026-11-11', '2026-11-12', '2026-11-22'];
    expect(closed.filter((day) => isSchoolDay(calendar, date(day)))).toEqual([]);
    const open = ['2026-10-23', '2026-11-02', '2026-11-10', '2026-11-13', '2026-12-18', '2027-01-05'];
    expect(open.filter((day) => !isSchoolDay(calendar, date(day)))).toEqual([]);
  });

  it('keeps the school’s day, registration and breaks beside it', () => {
    const years = schoolYears();
    expect(calendarOf({ years })).toMatchObject({
      day: years.day,
      registration: years.registration,
      breaks: years.breaks,
      terms: years.terms,
    });
  });

  it('is worked out once for the same years, and anew when the register changes', () => {
    const years = schoolYears();
    expect(calendarOf(aSchool({ years }))).toBe(calendarOf(aSchool({ name: 'Another school', years })));
    const changed = { ...years, inset: [date('2026-11-30')] };
    expect(calendarOf({ years: changed })).not.toBe(calendarOf({ years }));
    expect(isSchoolDay(calendarOf({ years: changed }), date('2026-11-30'))).toBe(false);
    expect(isSchoolDay(calendarOf({ years }), date('2026-11-30'))).toBe(true);
  });
});

describe('a school’s full week', () => {
  const hours = (day: Parameters<typeof schoolYears>[0]) => fullWeekHours({ years: schoolYears(day) });

  it('is by the clock, breaks and lunch included', () => {
    expect(fullWeekHours(aSchool())).toBe(32.5);
    expect(hours({ day: everyDay({ starts: 525, ends: 900 }) })).toBe(31.25);
    expect(hours({ day: everyDay({ starts: 525, ends: 900 }), breaks: null })).toBe(31.25);
  });

  it('may end earlier on one day, and a day that ends before it begins counts for nothing', () => {
    const early = { ...everyDay({ starts: 540, ends: 900 }), friday: { starts: 540, ends: 720 } };
    expect(hours({ day: early })).toBe(27);
    expect(hours({ day: { ...early, friday: { starts: 540, ends: 530 } } })).toBe(24);
  });
});

describe('the councils that a school can belong to', () => {
  it('are those whose documents are written down as policies of an authority', () => {
    const written = policies.filter(({ standing }) => standing === 'authority').map(({ id }) => id);
    expect(authorities.toSorted()).toEqual(written.toSorted());
  });
});
