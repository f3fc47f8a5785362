import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import { compareMarks, differenceWords, type MarkProblem, type RegisterMark } from '#domain/timetable/compare-marks.ts';
import type { RegisterQuestion } from '#domain/timetable/register.ts';
import { aPlan, aWeek, elsewhere, register } from '#test/builders/timetable.ts';

const mark = (on: string, session: 'AM' | 'PM', code: string): RegisterMark => ({ on: date(on), session, code });
const monday = { from: date('2026-11-02'), to: date('2026-11-02') };

/** The one difference of a Monday afternoon whose morning is marked as expected. */
function afternoon(code: string, question: Partial<RegisterQuestion> = {}) {
  const expected = register({ ...monday, ...question });
  const [am, pm] = expected;
  if (!am || !pm) throw new Error('The day has two sessions');
  const found = compareMarks(expected, [
    { on: am.on, session: 'AM', code: am.code },
    { on: pm.on, session: 'PM', code },
  ]);
  expect(found.every(({ session, index }) => session === 'PM' && index === 1)).toBe(true);
  return found[0];
}

const withAfternoon = (...there: Parameters<typeof elsewhere>): Partial<RegisterQuestion> => ({
  versions: [aPlan({ weeks: [aWeek('2026-11-02', '09:00-11:00', { elsewhere: [elsewhere(...there)] })] })],
});
const atHome = withAfternoon('monday', '13:00-15:00', 'home');
const unsupervised = withAfternoon('monday', '13:00-15:00', 'school-arranged', { supervisedBy: null });
const atProject = withAfternoon('monday', '13:00-15:00', 'school-arranged');
const atAuthority = withAfternoon('monday', '13:00-15:00', 'authority-arranged');
const atOtherSchool = withAfternoon('monday', '13:00-15:00', 'other school');
const fullDay = { versions: [aPlan({ weeks: [aWeek('2026-11-02', '09:00-15:10')] })] };
const before = { from: date('2026-10-23'), to: date('2026-10-23') };
const after = { from: date('2026-12-14'), to: date('2026-12-14') };
const stopped = { stoppedFrom: date('2026-11-02') };
const noPlan = { versions: [] };
const noTimes = { versions: [aPlan({ weeks: [] })] };
const reception = { dateOfBirth: date('2022-08-01') };
const leaver = { dateOfBirth: date('2009-08-01') };
const closed = { from: date('2026-11-27'), to: date('2026-11-27') };
const early = {
  versions: [aPlan({ startsOn: date('2024-07-01'), endsOn: date('2024-07-19'), weeks: [aWeek('2024-07-01')] })],
  from: date('2024-07-01'),
  to: date('2024-07-01'),
};

describe('a mark is as it should be', () => {
  it.each([
    ['C2', {}, 'leave of a plan in force'],
    [' c2', {}, 'written in another way'],
    ['\\', fullDay, 'present'],
    ['/', fullDay, 'present, with the other stroke'],
    ['L', fullDay, 'late, while the register is open'],
    ['V', fullDay, 'on a visit'],
    ['P', fullDay, 'at a match'],
    ['W', fullDay, 'at work experience'],
    ['B', atProject, 'at supervised provision'],
    ['W', atProject, 'at work experience that the school arranges'],
    ['K', atAuthority, 'at the authority’s provision'],
    ['D', atOtherSchool, 'at the other school'],
    ['X', reception, 'not due, below compulsory school age'],
    ['C', early, 'leave before the codes changed'],
    ['Y', early, 'could not attend, before the codes changed'],
    ['#', closed, 'the school is closed'],
    ['Y4', closed, 'the school is closed by surprise'],
    ['Y2', fullDay, 'the pupil could not travel'],
    ['Q', {}, 'the pupil could not travel on a session not due'],
  ] as [string, Partial<RegisterQuestion>, string][])('%s where expected (%#: %s)', (code, question) => {
    expect(afternoon(code, question)).toBeUndefined();
  });
});

describe('a mark is questioned', () => {
  it.each<[MarkProblem, string, Partial<RegisterQuestion>, string]>([
    ['C instead of C2', 'C', {}, 'since 19 August 2024 leave for a part-time timetable is C2'],
    ['C2 before it existed', 'C2', early, 'until 19 August 2024 leave for a part-time timetable was C'],
    ['B at home', 'B', {}, 'the plan has the pupil at home: work at home is not a supervised activity; it is C2'],
    ['B at home', 'B', atHome, 'the plan has the pupil at home: work at home is not a supervised activity; it is C2'],
    ['B at home', 'V', atHome, 'the plan has the pupil at home: work at home is not a supervised activity; it is C2'],
    ['B at home', 'B', reception, 'the plan has the pupil at home: work at home is not a supervised activity; it is X'],
    [
      'B without supervision',
      'B',
      unsupervised,
      'the plan names nobody who supervises this activity; until it does it is C2',
    ],
    ['elsewhere not arranged', 'B', fullDay, 'the plan arranges nothing elsewhere in this session'],
    ['elsewhere not arranged', 'K', fullDay, 'the plan arranges nothing elsewhere in this session'],
    ['elsewhere not arranged', 'D', {}, 'the plan arranges nothing elsewhere in this session'],
    ['elsewhere not arranged', 'K', unsupervised, 'the plan arranges nothing elsewhere in this session'],
    ['other code for elsewhere', 'K', atProject, 'by what the plan arranges it is B'],
    ['other code for elsewhere', 'B', atAuthority, 'by what the plan arranges it is K'],
    ['other code for elsewhere', 'P', atOtherSchool, 'by what the plan arranges it is D'],
    ['elsewhere marked as leave', 'C2', atProject, 'the plan has the pupil at provision in this session; it is B'],
    ['elsewhere marked as leave', 'C', atAuthority, 'the plan has the pupil at provision in this session; it is K'],
    ['in school, not elsewhere', '\\', atProject, 'the plan has the pupil elsewhere (B) in this session'],
    ['absent when due', 'I', atProject, 'the plan expects the pupil in this session'],
    ['absent when due', 'N', fullDay, 'the plan expects the pupil in this session'],
    ['absent when due', 'C', fullDay, 'the plan expects the pupil in this session'],
    ['absent when due', 'X', { ...reception, ...fullDay }, 'the plan expects the pupil in this session'],
    ['absent when not due', 'I', {}, 'the plan does not expect the pupil; it is C2'],
    ['absent when not due', 'O', reception, 'the plan does not expect the pupil; it is X'],
    [
      'present when not due',
      '\\',
      {},
      'the plan does not expect the pupil; present means in school when the register is taken, otherwise it is C2',
    ],
    ['leave outside the plan', 'C2', before, 'the plan has not begun: full attendance is expected'],
    ['leave outside the plan', 'C2', after, 'the plan has ended: full attendance is expected'],
    ['leave outside the plan', 'C2', stopped, 'the plan was stopped: full attendance is expected'],
    ['leave outside the plan', 'C2', noPlan, 'there is no agreed plan: full attendance is expected'],
    ['leave outside the plan', 'C2', noTimes, 'the plan agrees no times for this week: full attendance is expected'],
    ['leave when due', 'C2', fullDay, 'the plan expects the pupil in school in this session'],
    [
      'leave outside compulsory school age',
      'C2',
      reception,
      'the pupil is below compulsory school age, for whom leave for a part-time timetable does not exist',
    ],
    [
      'leave outside compulsory school age',
      'C2',
      leaver,
      'the pupil is above compulsory school age, for whom leave for a part-time timetable does not exist',
    ],
    [
      'leave outside compulsory school age',
      'C',
      reception,
      'the pupil is below compulsory school age, for whom leave for a part-time timetable does not exist',
    ],
    ['X at compulsory school age', 'X', {}, 'the pupil is of compulsory school age; it is C2'],
    ['X at compulsory school age', 'X', fullDay, 'the pupil is of compulsory school age; it is \\'],
    ['school closed', 'C2', closed, 'the school is closed on this day by its calendar'],
    ['school closed', '\\', closed, 'the school is closed on this day by its calendar'],
    ['marked closed', '#', {}, 'the school is open on this day by its calendar'],
    ['unknown code', 'H', {}, 'this is no attendance code'],
    ['unknown code', 'Y', fullDay, 'this is no attendance code'],
    ['unknown code', 'C2X', closed, 'this is no attendance code'],
  ])('%s: %s (%#)', (problem, code, question, why) => {
    const found = afternoon(code, question);
    expect(found).toMatchObject({ problem, marked: code });
    expect(found && differenceWords(found).endsWith(`: ${why}`)).toBe(true);
  });

  it('in words that name the session and quote the mark', () => {
    expect(
      differenceWords({
        problem: 'C instead of C2',
        ...mark('2026-11-17', 'AM', 'C'),
        expected: null,
        marked: 'C',
        index: 0,
      }),
    ).toBe('Tue 17 Nov 2026 AM, C: since 19 August 2024 leave for a part-time timetable is C2');
  });

  it('when it is empty', () => {
    const found = afternoon('  ');
    expect(found?.problem).toBe('unknown code');
    expect(found && differenceWords(found)).toBe('Mon 2 Nov 2026 PM, empty: this is no attendance code');
  });
});

describe('a list of marks', () => {
  const expected = register();
  const right = expected.map(({ on, session, code }) => ({ on, session, code }));

  it('as expected has no differences', () => {
    expect(compareMarks(expected, right)).toEqual([]);
    expect(compareMarks(expected, right.toReversed())).toEqual([]);
    expect(compareMarks([], right)).toEqual([]);
  });

  it('that leaves out a session is asked for it, but not for a day on which the school was closed', () => {
    const found = compareMarks(expected, right.slice(1));
    expect(found).toEqual([
      { problem: 'no mark', on: date('2026-11-02'), session: 'AM', expected: expected[0], marked: null, index: null },
    ]);
    expect(found.map(differenceWords)).toEqual(['Mon 2 Nov 2026 AM, no mark: nothing is marked; by the plan it is /']);
    expect(compareMarks(register(closed), [])).toEqual([]);
  });

  it('that marks a session twice in different ways is shown with both, and once is enough when they agree', () => {
    const twice = compareMarks(expected, [...right, mark('2026-11-02', 'PM', 'B')]);
    expect(twice.map(({ problem, marked, index }) => [problem, marked, index])).toEqual([
      ['two marks', 'B', 10],
      ['two marks', 'C2', 1],
    ]);
    expect(twice.map(differenceWords)[0]).toContain('the session is marked in more than one way');
    expect(compareMarks(expected, [...right, mark('2026-11-02', 'PM', 'c2')])).toEqual([]);
  });

  it('with a mark at the weekend is asked about it, inside the range only', () => {
    const twoWeeks = register({ to: date('2026-11-09') });
    const marks = twoWeeks.map(({ on, session, code }) => ({ on, session, code }));
    const found = compareMarks(twoWeeks, [
      ...marks,
      mark('2026-11-07', 'AM', '/'),
      mark('2026-10-31', 'AM', '/'),
      mark('2026-11-14', 'AM', '/'),
      mark('2026-11-01', 'PM', '/'),
      mark('2026-11-10', 'AM', '/'),
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ problem: 'not a session', expected: null, marked: '/', index: 12 });
    expect(found.map(differenceWords)).toEqual(['Sat 7 Nov 2026 AM, /: the school has no session on this day']);
  });

  it('is compared in the order of the calendar, whatever its own', () => {
    const wrong = [mark('2026-11-03', 'PM', 'C'), mark('2026-11-02', 'PM', 'B'), mark('2026-11-03', 'AM', 'C2')];
    const found = compareMarks(expected, wrong).filter(({ marked }) => marked !== null);
    expect(found.map(({ marked, index }) => [marked, index])).toEqual([
      ['B', 1],
      ['C2', 2],
      ['C', 0],
    ]);
  });

  it('never throws, whatever a person types, and says the same in any order', () => {
    const someMark = fc.record({
      on: fc.constantFrom('2026-10-31', '2026-11-02', '2026-11-04', '2026-11-07', '9999-12-31').map(date),
      session: fc.constantFrom('AM' as const, 'PM' as const),
      code: fc.oneof(fc.constantFrom('/', '\\', 'C', 'C2', 'X', 'B', 'K', '#', 'I'), fc.string({ maxLength: 3 })),
    });
    fc.assert(
      fc.property(fc.array(someMark, { maxLength: 12 }), (marks) => {
        const words = compareMarks(expected, marks).map(differenceWords);
        expect(compareMarks(expected, marks.toReversed()).map(differenceWords)).toEqual(words);
      }),
    );
  });
});
