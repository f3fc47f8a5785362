import { describe, expect, it } from 'vitest';
import { isAtRegistration, placeOf, weekSessions, whereabouts } from '#domain/timetable/sessions.ts';
import { aSchoolWeek, aWeek, elsewhere, times } from '#test/builders/timetable.ts';

const school = aSchoolWeek();
const register = { opens: 540, closes: 555 };

describe('a pupil is there for the register', () => {
  it.each([
    ['09:00-09:01', true, 'leaves a minute after it opens'],
    ['08:30-09:00', false, 'leaves on the minute it opens'],
    ['08:30-09:01', true, 'leaves just after it opens'],
    ['09:15-11:00', true, 'comes on the minute it closes'],
    ['09:16-11:00', false, 'comes a minute after it closes'],
    ['11:00-09:10', false, 'is typed to leave before coming'],
    ['09:05-09:05', false, 'comes and leaves at once'],
  ])('in %s: %s (%s)', (stay, answer) => {
    expect(isAtRegistration(times(stay), register)).toBe(answer);
  });

  it('not at all on a day without times', () => {
    expect(isAtRegistration(null, register)).toBe(false);
  });
});

describe('where the plan has a pupil', () => {
  const place = (daily: string | null, there: Parameters<typeof elsewhere>[], session: 'AM' | 'PM' = 'AM') =>
    whereabouts(
      aWeek('2026-11-02', daily, { elsewhere: there.map((one) => elsewhere(...one)) }),
      school,
      'monday',
      session,
    ).kind;

  it('is at home when nothing is arranged', () => {
    expect(place('09:00-11:00', [], 'PM')).toBe('home');
    expect(place(null, [])).toBe('home');
    expect(place('09:00-11:00', [], 'AM')).toBe('in school');
    expect(place('09:00-13:01', [], 'PM')).toBe('in school');
    expect(place('09:00-13:00', [], 'PM')).toBe('home');
  });

  it('is in school first, whatever else takes place in the session', () => {
    expect(place('09:00-11:00', [['monday', '11:00-12:00', 'school-arranged']])).toBe('in school');
  });

  it.each(['school-arranged', 'authority-arranged', 'other school', 'home'] as const)('is %s as arranged', (kind) => {
    expect(place(null, [['monday', '09:30-12:00', kind]])).toBe(kind);
  });

  it('counts an activity for the session it takes place in (WAR:104)', () => {
    expect(place(null, [['monday', '09:30-13:00', 'school-arranged']], 'AM')).toBe('school-arranged');
    expect(place(null, [['monday', '09:30-13:00', 'school-arranged']], 'PM')).toBe('home');
    expect(place(null, [['monday', '12:00-13:01', 'school-arranged']], 'PM')).toBe('school-arranged');
    expect(place(null, [['monday', '12:59-14:00', 'school-arranged']], 'AM')).toBe('school-arranged');
    expect(place(null, [['monday', '13:00-14:00', 'school-arranged']], 'AM')).toBe('home');
    expect(place(null, [['monday', '14:00-13:00', 'school-arranged']], 'PM')).toBe('home');
    expect(place(null, [['tuesday', '09:30-13:00', 'school-arranged']])).toBe('home');
  });

  it('follows the strongest claim when two things are arranged at once', () => {
    expect(
      place(null, [
        ['monday', '09:00-10:00', 'home'],
        ['monday', '09:00-10:00', 'school-arranged'],
        ['monday', '10:00-11:00', 'authority-arranged'],
        ['monday', '11:00-12:00', 'other school'],
      ]),
    ).toBe('other school');
    expect(
      place(null, [
        ['monday', '09:00-10:00', 'home'],
        ['monday', '09:00-10:00', 'school-arranged'],
        ['monday', '10:00-11:00', 'authority-arranged'],
      ]),
    ).toBe('authority-arranged');
    expect(
      place(null, [
        ['monday', '09:00-10:00', 'home'],
        ['monday', '09:00-10:00', 'school-arranged'],
      ]),
    ).toBe('school-arranged');
  });

  it('is unsupervised when the school arranges something and names nobody', () => {
    const nobody = { supervisedBy: null };
    expect(place(null, [['monday', '09:30-12:00', 'school-arranged', nobody]])).toBe('unsupervised');
    expect(
      place(null, [
        ['monday', '09:30-12:00', 'school-arranged', nobody],
        ['monday', '09:30-12:00', 'home'],
      ]),
    ).toBe('home');
  });
});

describe('the sessions of a week', () => {
  it('are counted by where the plan has the pupil', () => {
    const week = aWeek('2026-11-02', '09:00-11:00', {
      elsewhere: [
        elsewhere('monday', '13:00-15:00', 'school-arranged'),
        elsewhere('tuesday', '13:00-15:00', 'school-arranged', { supervisedBy: null }),
        elsewhere('friday', '13:00-15:00', 'home'),
      ],
    });
    expect(weekSessions(week, school)).toEqual({ possible: 10, inSchool: 5, supervisedElsewhere: 1, notDue: 4 });
    expect(weekSessions(week, school, ['monday'])).toEqual({
      possible: 2,
      inSchool: 1,
      supervisedElsewhere: 1,
      notDue: 0,
    });
  });

  it('are numbered in the order in which they come', () => {
    expect([placeOf(7, 'AM'), placeOf(7, 'PM'), placeOf(8, 'AM')]).toEqual([14, 15, 16]);
  });
});
