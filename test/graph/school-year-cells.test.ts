import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import { calendarOf, fullWeekHours } from '#domain/school.ts';
import { ordinarySchoolWeek, type SchoolYears } from '#domain/timetable/school-week.ts';
import { weekdays } from '#domain/timetable/week.ts';
import { decode, encodeNew } from '#graph/lists/codec.ts';
import { schoolYears } from '#graph/lists/fields.ts';
import { schoolsList } from '#graph/lists/schema/beyond-school.ts';
import { breaksCell, registrationCell, schoolDayCell, termsCell } from '#graph/lists/school-year-cells.ts';
import { aSchool } from '../contract/rows.ts';

const ordinary = ordinarySchoolWeek(2026, 2026);
const blanks = [null, undefined, ''];
const refused = (error: string) => ({ ok: false, error });

const days = (starts: number, ends: number, friday = ends) =>
  Object.fromEntries(weekdays.map((day) => [day, { starts, ends: day === 'friday' ? friday : ends }]));

describe('the school day', () => {
  it.each(blanks)('left blank (%j) is the ordinary one', (cell) => {
    expect(schoolDayCell.read(cell)).toEqual({ ok: true, value: ordinary.day });
  });

  it.each([
    ['Monday to Friday 08:45 to 15:15', days(525, 915)],
    ['Mon-Fri 8.45-15.15', days(525, 915)],
    ['Monday to Thursday 08:40 to 15:10\nFriday 08:40 to 13:00', days(520, 910, 780)],
    ['Friday 8:40 to 13:00; Monday to Thursday 8:40 to 15:10', days(520, 910, 780)],
    ['Monday to Thursday 08:40 to 15:10\r\nFriday 08:40 to 13:00\r\n', days(520, 910, 780)],
  ])('is read from “%s”', (cell, value) => {
    expect(schoolDayCell.read(cell)).toEqual({ ok: true, value });
  });

  it('is written with like days together, and reads back so', () => {
    const shortFriday = schoolDayCell.read('Monday to Thursday 08:40 to 15:10\nFriday 08:40 to 13:00');
    if (!shortFriday.ok) throw new Error(shortFriday.error);
    const cell = schoolDayCell.write(shortFriday.value);
    expect(cell).toBe('Monday to Thursday 08:40 to 15:10\nFriday 08:40 to 13:00');
    expect(schoolDayCell.read(cell)).toEqual(shortFriday);
    expect(schoolDayCell.write(ordinary.day)).toBe('Monday to Friday 08:45 to 15:15');
  });

  it('is written a line each where days differ, also where the first and the last are alike', () => {
    const midweek = { ...ordinary.day, wednesday: { starts: 525, ends: 780 } };
    expect(schoolDayCell.write(midweek)).toBe(
      'Monday to Tuesday 08:45 to 15:15\nWednesday 08:45 to 13:00\nThursday to Friday 08:45 to 15:15',
    );
  });

  const example = 'write it like “Monday to Friday 08:45 to 15:15”';

  it.each([
    ['9 till 3', 'does not give the times of every day'],
    ['Monday to Thursday 08:45 to 15:15', 'does not give the times of every day'],
    ['Monday to Friday 08:45 to 15:15; Friday off', 'does not give the times of every day'],
    ['Monday to Thursday 08:45 to 15:15; Friday off', 'does not give the times of every day'],
    ['Monday to Friday 15:15 to 08:45', 'has a day that ends before it begins'],
    ['Monday to Friday 08:45 to 08:45', 'has a day that ends before it begins'],
  ])('cannot be read from “%s”', (cell, why) => {
    expect(schoolDayCell.read(cell)).toEqual(refused(`${why}; ${example}`));
  });

  it('cannot be read from what is no text', () => {
    expect(schoolDayCell.read(8)).toEqual(refused('“8” is not text'));
  });
});

describe('registration', () => {
  it.each(blanks)('left blank (%j) is the ordinary one', (cell) => {
    expect(registrationCell.read(cell)).toEqual({ ok: true, value: ordinary.registration });
  });

  it.each(['08:45 to 09:15\n13:00 to 13:15', '08:45-09:15; 13:00-13:15', '8.45 to 9.15 \r\n\r\n 13.00 – 13.15'])(
    'is read from “%s”, the morning first',
    (cell) => {
      expect(registrationCell.read(cell)).toEqual({
        ok: true,
        value: { morning: { opens: 525, closes: 555 }, afternoon: { opens: 780, closes: 795 } },
      });
    },
  );

  it('is written on two lines, and reads back so', () => {
    const cell = registrationCell.write(ordinary.registration);
    expect(cell).toBe('08:45 to 09:15\n13:00 to 13:30');
    expect(registrationCell.read(cell)).toEqual({ ok: true, value: ordinary.registration });
  });

  const example = 'write the morning on one line and the afternoon on the next, like “08:45 to 09:15”';

  it.each([
    ['08:45 to 09:15', 'does not give two times'],
    ['08:45 to 09:15\n13:00 to 13:15\n14:00 to 14:15', 'does not give two times'],
    ['08:45 to 09:15\nafter lunch', 'has “after lunch”, which is not a time from and to'],
    ['08:45 to 24:15\n13:00 to 13:15', 'has “08:45 to 24:15”, which is not a time from and to'],
    ['08:45\n13:00 to 13:15', 'has “08:45”, which is not a time from and to'],
    ['09:15 to 08:45\n13:00 to 13:15', 'has “09:15 to 08:45”, which ends before it begins'],
    ['08:45 to 08:45\n13:00 to 13:15', 'has “08:45 to 08:45”, which ends before it begins'],
  ])('cannot be read from “%s”', (cell, why) => {
    expect(registrationCell.read(cell)).toEqual(refused(`${why}; ${example}`));
  });
});

describe('breaks', () => {
  it.each(blanks)('left blank (%j) are not known', (cell) => {
    expect(breaksCell.read(cell)).toEqual({ ok: true, value: null });
  });

  it('are read a line each, and written so', () => {
    const value = [
      { in: 630, out: 645 },
      { in: 735, out: 795 },
    ];
    expect(breaksCell.read('10.30 to 10.45\n12:15-13:15')).toEqual({ ok: true, value });
    expect(breaksCell.write(value)).toBe('10:30 to 10:45\n12:15 to 13:15');
    expect(breaksCell.write(null)).toBeNull();
  });

  it.each([
    ['15 minutes', 'has “15 minutes”, which is not a time from and to'],
    ['10:45 to 10:30', 'has “10:45 to 10:30”, which ends before it begins'],
  ])('cannot be read from “%s”', (cell, why) => {
    expect(breaksCell.read(cell)).toEqual(refused(`${why}; write each break on a line, like “10:30 to 10:45”`));
  });
});

describe('terms', () => {
  const autumn = {
    name: 'Autumn term 2026',
    from: date('2026-09-02'),
    to: date('2026-12-18'),
    halfTerm: { from: date('2026-10-26'), to: date('2026-10-30') },
  };
  const spring = { name: 'Spring', from: date('2027-01-04'), to: date('2027-03-24'), halfTerm: null };

  it.each(blanks)('left blank (%j) are none', (cell) => {
    expect(termsCell.read(cell)).toEqual({ ok: true, value: [] });
    expect(termsCell.write([])).toBeNull();
  });

  it('are written a line each, with the half-term where there is one, and read back so', () => {
    const cell = termsCell.write([autumn, spring]);
    expect(cell).toBe(
      '2026-09-02 to 2026-12-18 Autumn term 2026, half-term 2026-10-26 to 2026-10-30\n2027-01-04 to 2027-03-24 Spring',
    );
    expect(termsCell.read(cell)).toEqual({ ok: true, value: [autumn, spring] });
  });

  it('are read as people write dates in England, with blank lines between', () => {
    const cell = '02/09/2026 to 18/12/2026 Autumn term 2026, half-term 26/10/2026 to 30/10/2026\r\n\r\n';
    expect(termsCell.read(cell)).toEqual({ ok: true, value: [autumn] });
  });

  it('may have a comma in their name', () => {
    expect(termsCell.read('2027-01-04 to 2027-03-24 Spring, years 7 to 9')).toEqual({
      ok: true,
      value: [{ ...spring, name: 'Spring, years 7 to 9' }],
    });
  });

  it.each([
    'Autumn term',
    '2026-09-02 to 2026-12-18',
    '2026-12-18 to 2026-09-02 Autumn',
    '2026-09-31 to 2026-12-18 Autumn',
    '2026-09-02 to 2026-12-18 Autumn, half-term 2026-10-30 to 2026-10-26',
    '2026-09-02 to 2026-12-18 Autumn, half-term 2026-10-26 to 2026-10-32',
  ])('cannot be read from “%s”, which the problem quotes', (line) => {
    expect(termsCell.read(`2027-01-04 to 2027-03-24 Spring\n${line}`)).toEqual(
      refused(
        `has the line “${line}”, which is not a term; write it like “2026-09-02 to 2026-12-18 Autumn term 2026, half-term 2026-10-26 to 2026-10-30”`,
      ),
    );
  });
});

describe('a school’s day and year', () => {
  const cells = encodeNew(schoolsList, aSchool());
  const read = (changes: Record<string, unknown>) => decode(schoolsList, { ...cells, ...changes });

  it('left blank throughout are the ordinary week, without terms or days closed', () => {
    const school = read({ SchoolDay: null, Registration: null, Breaks: null, Terms: null, Closures: null });
    if (!school.ok) throw new Error(school.error.words);
    expect(school.value.years).toEqual({
      day: ordinary.day,
      registration: ordinary.registration,
      breaks: null,
      terms: [],
      inset: [],
      otherClosures: [],
    });
    expect(fullWeekHours(school.value)).toBe(32.5);
    expect(calendarOf(school.value).closures).toEqual([]);
  });

  it('keep an INSET day among the days closed', () => {
    const years: SchoolYears = { ...aSchool().years, otherClosures: [], inset: [date('2027-02-12')] };
    expect(schoolYears.write(years)['Closures']).toBe('2027-02-12 INSET day');
    const back = schoolYears.read(schoolYears.write(years));
    if (!back.ok) throw new Error(back.error.words);
    expect(calendarOf({ years: back.value }).closures).toContainEqual({
      from: date('2027-02-12'),
      to: date('2027-02-12'),
      name: 'INSET day',
    });
  });

  it.each([
    ['SchoolDay', 'School day'],
    ['Registration', 'Registration'],
    ['Breaks', 'Breaks and lunch'],
    ['Terms', 'Terms'],
    ['Closures', 'Other days closed'],
  ])('that cannot be read in %s show the column by the title that people read', (name, column) => {
    expect(read({ [name]: 'as usual' })).toMatchObject({ ok: false, error: { column } });
  });
});
