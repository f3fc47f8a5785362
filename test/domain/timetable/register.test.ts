import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import { contactDays } from '#domain/timetable/contact-days.ts';
import type { RegisterQuestion } from '#domain/timetable/register.ts';
import {
  aPlan,
  aSchoolWeek,
  aWeek,
  elsewhere,
  everyDay,
  register,
  someDay,
  somePlan,
  times,
} from '#test/builders/timetable.ts';

const codes = (changes: Partial<RegisterQuestion> = {}): string =>
  register(changes)
    .map(({ code }) => code)
    .join(' ');

const oneDay = (day: string, changes: Partial<RegisterQuestion> = {}): string =>
  codes({ from: date(day), to: date(day), ...changes });

const planWith = (daily: string | null, there: ReturnType<typeof elsewhere>[] = [], changes = {}) => ({
  versions: [aPlan({ weeks: [aWeek('2026-11-02', daily, { elsewhere: there, ...changes })] })],
});

describe('the register of a part-time timetable, session by session (regs 10 and 11)', () => {
  it('is present in the morning and C2 in the afternoon for a pupil who leaves at 11.00', () => {
    expect(codes()).toBe('/ C2 / C2 / C2 / C2 / C2');
  });

  it('is C2 in the morning for a pupil who is due after the register has closed', () => {
    expect(oneDay('2026-11-02', planWith('09:15-15:10'))).toBe('/ \\');
    expect(oneDay('2026-11-02', planWith('09:16-15:10'))).toBe('C2 \\');
  });

  it('is present in the afternoon only for a pupil who is there after that register opens', () => {
    expect(oneDay('2026-11-02', planWith('09:00-13:00'))).toBe('/ C2');
    expect(oneDay('2026-11-02', planWith('09:00-13:01'))).toBe('/ \\');
  });

  it('is C2 all day for a day not in school', () => {
    const days = { ...everyDay(times('09:00-15:10')), wednesday: null };
    expect(codes(planWith(null, [], { days }))).toBe('/ \\ / \\ C2 C2 / \\ / \\');
  });

  it.each([
    ['school-arranged', 'B'],
    ['authority-arranged', 'K'],
    ['other school', 'D'],
    ['home', 'C2'],
  ] as const)('is for time that is %s: %s', (kind, code) => {
    expect(oneDay('2026-11-02', planWith('09:00-11:00', [elsewhere('monday', '13:00-15:00', kind)]))).toBe(`/ ${code}`);
  });

  it('is C2, never B, where the school’s activity names nobody who supervises it (WAR:104)', () => {
    const there = elsewhere('monday', '13:00-15:00', 'school-arranged', { supervisedBy: null });
    const marks = register({ ...planWith('09:00-11:00', [there]), to: date('2026-11-02') });
    expect(marks.map(({ code, where }) => [code, where])).toEqual([
      ['/', 'in school'],
      ['C2', 'unsupervised'],
    ]);
  });

  it('has # on closed days and nothing at the weekend', () => {
    expect(codes({ from: date('2026-11-26'), to: date('2026-11-30') })).toBe('/ C2 # # / C2');
    expect(register({ from: date('2026-11-27'), to: date('2026-11-27') })[0]).toEqual(
      expect.objectContaining({
        where: 'closed',
        plan: 'in force',
        session: 'AM',
        on: date('2026-11-27'),
      }),
    );
    expect(register({ from: date('2026-11-28'), to: date('2026-11-29') })).toEqual([]);
    expect(register({ from: date('2026-11-06'), to: date('2026-11-02') })).toEqual([]);
  });

  it('was C until 18 August 2024 and is C2 from the 19th (X1)', () => {
    const weeks = [aWeek('2024-08-12'), aWeek('2024-08-19')];
    const versions = [aPlan({ startsOn: date('2024-08-12'), endsOn: date('2024-08-23'), weeks })];
    expect(codes({ versions, from: date('2024-08-16'), to: date('2024-08-19') })).toBe('/ C / C2');
  });
});

describe('outside the plan full attendance is expected', () => {
  const standings = (changes: Partial<RegisterQuestion>) =>
    register(changes).map(({ code, plan, where }) => `${code} ${plan} ${where}`);

  it.each([
    ['2026-10-23', '/ before in school', '\\ before in school'],
    ['2026-11-02', '/ in force in school', 'C2 in force home'],
    ['2026-12-11', '/ in force in school', 'C2 in force home'],
    ['2026-12-14', '/ after in school', '\\ after in school'],
  ])('on %s: %s, %s', (day, am, pm) => {
    expect(standings({ from: date(day), to: date(day) })).toEqual([am, pm]);
  });

  it('from the day on which consent is withdrawn', () => {
    expect(standings({ stoppedFrom: date('2026-11-04'), from: date('2026-11-03'), to: date('2026-11-04') })).toEqual([
      '/ in force in school',
      'C2 in force home',
      '/ stopped in school',
      '\\ stopped in school',
    ]);
  });

  it('where no version is agreed, or the agreed one has no dates', () => {
    const noPlan = ['/ no plan in school', '\\ no plan in school'];
    const day = { from: date('2026-11-02'), to: date('2026-11-02') };
    expect(standings({ versions: [], ...day })).toEqual(noPlan);
    expect(standings({ versions: [aPlan({ endsOn: null })], ...day })).toEqual(noPlan);
    expect(standings({ versions: [], stoppedFrom: date('2026-11-02'), ...day })).toEqual(noPlan);
  });

  it('in a week for which the plan has no times, or two sets of them', () => {
    const nothing = ['/ no times agreed in school', '\\ no times agreed in school'];
    const day = { from: date('2026-11-09'), to: date('2026-11-09') };
    expect(standings({ versions: [aPlan({ weeks: [aWeek()] })], ...day })).toEqual(nothing);
    const twice = aPlan({ weeks: [aWeek('2026-11-09'), aWeek('2026-11-09', '09:00-12:00')] });
    expect(standings({ versions: [twice], ...day })).toEqual(nothing);
  });

  it('between two versions that do not meet', () => {
    const early = aPlan({ endsOn: date('2026-11-06') });
    const late = aPlan({ version: 2, startsOn: date('2026-11-16') });
    const day = { from: date('2026-11-10'), to: date('2026-11-10') };
    expect(standings({ versions: [early, late], ...day })[0]).toBe('/ after in school');
    expect(standings({ versions: [late], ...day })[0]).toBe('/ before in school');
  });

  it('and where versions overlap the later one holds, in whatever order they stand', () => {
    const longer = aPlan({ version: 2, startsOn: date('2026-11-04'), weeks: [aWeek('2026-11-02', '09:00-15:10')] });
    const answer = '/ C2 / C2 / \\ / \\ / \\';
    expect(codes({ versions: [aPlan(), longer] })).toBe(answer);
    expect(codes({ versions: [longer, aPlan()] })).toBe(answer);
  });
});

describe('the age of the pupil', () => {
  const range = { from: date('2026-12-10'), to: date('2026-12-11') };

  it('makes X of C2 below compulsory school age, and C2 from the day on which it begins (reg 11(6)(a))', () => {
    const weeks = [aWeek('2026-12-28')];
    const versions = [aPlan({ startsOn: date('2026-12-28'), endsOn: date('2027-01-01'), weeks })];
    const school = aSchoolWeek({ terms: [], inset: [] });
    const answer = codes({
      versions,
      school,
      dateOfBirth: date('2021-11-01'),
      from: date('2026-12-28'),
      to: date('2027-01-01'),
    });
    expect(answer).toBe('/ X / X / X / C2 / C2');
  });

  it('makes X of C2 after the last Friday in June of the leaving year', () => {
    const weeks = [aWeek('2027-06-21'), aWeek('2027-06-28')];
    const versions = [aPlan({ startsOn: date('2027-06-21'), endsOn: date('2027-07-02'), weeks })];
    const answer = { versions, dateOfBirth: date('2011-01-10'), from: date('2027-06-25'), to: date('2027-06-28') };
    expect(codes(answer)).toBe('/ C2 / X');
    expect(register(answer).map(({ age }) => age)).toEqual(['compulsory', 'compulsory', 'above', 'above']);
  });

  it('changes nothing for sessions in school or at provision', () => {
    const there = [elsewhere('monday', '13:00-15:00', 'school-arranged')];
    expect(oneDay('2026-11-02', { ...planWith('09:00-11:00', there), dateOfBirth: date('2022-08-01') })).toBe('/ B');
  });

  it('is taken to be compulsory where no date of birth is recorded', () => {
    expect(codes({ ...range, dateOfBirth: null })).toBe('/ C2 / C2');
    expect(codes({ ...range, dateOfBirth: date('2022-08-01') })).toBe('/ X / X');
  });
});

describe('the register of any plan', () => {
  it('gives every weekday two sessions in order, and leave only with a plan in force', () => {
    fc.assert(
      fc.property(
        fc.array(somePlan, { maxLength: 3 }),
        someDay,
        fc.integer({ min: 0, max: 200 }),
        (versions, day, days) => {
          // Half a year around a week of which the plan says something, where it has any.
          const from = (versions.flatMap(({ weeks }) => weeks)[0]?.commencing ?? day).subtract({ days });
          const to = from.add({ days: 200 });
          const marks = register({ versions, from, to });
          expect(marks.every((mark, index) => index === 0 || mark.place > (marks[index - 1]?.place ?? 0))).toBe(true);
          expect(marks.length % 2).toBe(0);
          const leave = marks.filter(({ code }) => ['C', 'C2', 'X', 'B', 'K', 'D'].includes(code));
          expect(leave.every(({ plan }) => plan === 'in force')).toBe(true);
          expect(register({ versions: versions.toReversed(), from, to })).toEqual(marks);
        },
      ),
    );
  });

  it('ends after three years, so that a mistyped year costs nothing', () => {
    const marks = register({ from: date('2026-11-02'), to: date('9999-12-31') });
    expect(marks.at(-1)?.on.toString()).toBe('2029-11-02');
    const sameEnd = register({ from: date('2026-11-02'), to: date('2029-11-04') });
    expect(sameEnd).toHaveLength(marks.length);
    expect(
      register({ from: date('2026-11-04'), to: date('9999-12-31') })
        .at(-1)
        ?.on.toString(),
    ).toBe('2029-11-06');
  });
});

describe('days on which somebody has to speak to the pupil (WAR:147, 156)', () => {
  const days = (changes: Partial<RegisterQuestion>) => contactDays(register(changes)).map(String);

  it('are school days that the plan brings them neither into school nor to supervised provision', () => {
    const week = {
      days: { ...everyDay(null), monday: times('09:00-11:00') },
      elsewhere: [
        elsewhere('tuesday', '09:00-11:00', 'school-arranged'),
        elsewhere('wednesday', '09:00-11:00', 'home'),
        elsewhere('thursday', '13:00-14:00', 'school-arranged', { supervisedBy: null }),
      ],
    };
    expect(days(planWith(null, [], week))).toEqual(['2026-11-04', '2026-11-05', '2026-11-06']);
  });

  it('are none when the pupil comes in daily, for any part of the day, and none when the school is closed', () => {
    expect(days({})).toEqual([]);
    expect(days(planWith('13:00-14:00'))).toEqual([]);
    const away = { versions: [aPlan({ weeks: [aWeek('2026-11-23', null)] })] };
    expect(days({ ...away, from: date('2026-11-26'), to: date('2026-11-29') })).toEqual(['2026-11-26']);
  });
});
