import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import type { CaseRecordJson } from '#domain/record/case-record.ts';
import { aWeek } from '#test/builders/record-parts/plan.ts';
import type { RecordChanges } from '#test/builders/record.ts';
import { saidBy, weighed } from './flag-bench.ts';

const until = (...outs: readonly string[]): NonNullable<CaseRecordJson['plan']> => ({
  versions: [
    {
      version: 1,
      startsOn: '2026-11-02',
      endsOn: '2026-12-18',
      weeks: outs.map((out, index) => aWeek(date('2026-11-02').add({ weeks: index }).toString(), '08:45', out)),
    },
  ],
});

describe('F43: free meals on days without lunch in school (DDAT:164)', () => {
  const free = (
    outs: readonly string[],
    meals: NonNullable<NonNullable<CaseRecordJson['practical']>['meals']>,
    more: RecordChanges = {},
  ): RecordChanges => ({
    groups: { freeSchoolMeals: true },
    plan: until(...outs),
    practical: { meals: { days: [], ...meals } },
    school: { times: { registration: { afternoon: { opens: '13:00', closes: '13:30' } } } },
    ...more,
  });

  it('asks for a meal when the pupil goes before half past twelve', () => {
    expect(saidBy('F43', free(['12:30'], { arrangement: null }))).toEqual([]);
    expect(saidBy('F43', free(['12:29'], { arrangement: null }))).toEqual([
      'practical.meals.arrangement: In the week of Mon 2 Nov 2026 the pupil is not in school for lunch and is entitled to a free meal; no meal is arranged.',
    ]);
    expect(weighed('F43', free(['12:29'], { arrangement: null }))).toEqual([
      {
        severity: 'act this week',
        who: 'case lead',
        source: 'DDAT:164',
        todo: 'Arrange a meal at school or at home for those days.',
      },
    ]);
  });

  it('asks for one when the pupil comes after lunch', () => {
    const late = (from: string) =>
      free(
        [],
        { arrangement: null },
        {
          plan: {
            versions: [
              { version: 1, startsOn: '2026-11-02', endsOn: '2026-12-18', weeks: [aWeek('2026-11-02', from, '15:15')] },
            ],
          },
        },
      );
    expect(saidBy('F43', late('12:59'))).toEqual([]);
    expect(saidBy('F43', late('13:00'))).toHaveLength(1);
  });

  it('is about pupils with free meals, and about every infant', () => {
    const of = (more: RecordChanges) => saidBy('F43', free(['12:00'], { arrangement: null }, more));
    expect(of({ groups: { freeSchoolMeals: false } })).toEqual([]);
    expect(of({ groups: { freeSchoolMeals: false }, pupil: { yearGroup: '2' } })).toHaveLength(1);
    expect(of({ groups: { freeSchoolMeals: false }, pupil: { yearGroup: 'R' } })).toHaveLength(1);
    expect(of({ groups: { freeSchoolMeals: false }, pupil: { yearGroup: '3' } })).toEqual([]);
    expect(of({ groups: { freeSchoolMeals: false }, pupil: { yearGroup: null } })).toEqual([]);
    expect(of({ status: 'closed' })).toEqual([]);
  });

  it('sees a meal arranged for fewer weeks than it is missed in', () => {
    const of = (arrangement: string) => saidBy('F43', free(['11:00', '12:00', '13:00'], { arrangement }));
    expect(of('A packed lunch (week one).')).toEqual([
      'practical.meals.arrangement: The meals speak of one week (“A packed lunch (week one).”), but lunch is missed in 2: Mon 2 Nov 2026, Mon 9 Nov 2026.',
    ]);
    expect(of('A packed lunch in weeks one and two.')).toEqual([]);
    expect(of('Packed lunch week 1, packed lunch week 2')).toEqual([]);
    expect(of('Lunch in school from week three; at home before.')).toEqual([]);
    expect(of('A packed lunch')).toEqual([]);
  });

  it('sees a day without a meal where days are named', () => {
    expect(
      saidBy('F43', free(['12:00'], { arrangement: 'Packed lunch', days: ['monday', 'tuesday', 'friday'] })),
    ).toEqual([
      'practical.meals.days: No meal is arranged for wednesday, thursday, when the pupil is not in school for lunch.',
    ]);
    expect(
      saidBy(
        'F43',
        free(['12:00'], {
          arrangement: 'Packed lunch',
          days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        }),
      ),
    ).toEqual([]);
  });
});

describe('F44: transport for the changed times (DDAT:160)', () => {
  const transport = (changes: Record<string, unknown>): RecordChanges => ({
    practical: { transport: { needed: true, confirmedOn: '2026-10-20', version: 1, ...changes } },
  });

  it('is confirmed, for the version that holds', () => {
    expect(saidBy('F44', transport({}))).toEqual([]);
    expect(saidBy('F44', transport({ version: null }))).toEqual([]);
    expect(saidBy('F44', transport({ needed: false, confirmedOn: null }))).toEqual([]);
    expect(saidBy('F44', transport({ needed: null, confirmedOn: null }))).toEqual([]);
    expect(saidBy('F44', transport({ confirmedOn: null }))).toEqual([
      'practical.transport.confirmedOn: Transport is arranged for this pupil and is not confirmed for the new times.',
    ]);
    expect(saidBy('F44', transport({ version: 2 }))).toEqual([
      'practical.transport.version: Transport is confirmed for version 2 of the plan; the times are now those of version 1.',
    ]);
    expect(weighed('F44', transport({ version: 2 }))).toMatchObject([
      { severity: 'act this week', source: 'DDAT:160' },
    ]);
    expect(saidBy('F44', { status: 'closed', ...transport({ confirmedOn: null }) })).toEqual([]);
  });
});

describe('F45: work is set, comes back and is marked (DDAT:94, CAM:252)', () => {
  type Entry = NonNullable<CaseRecordJson['carriedOut']>[number];
  const entry = (on: string, changes: Partial<Entry>): Entry => ({
    on,
    session: 'afternoon',
    arranged: 'at home',
    workSet: true,
    ...changes,
  });

  it('asks for an arrangement', () => {
    expect(saidBy('F45', { practical: { work: { arrangement: '' } } })).toEqual([
      'practical.work.arrangement: No work is arranged for the hours not in school.',
    ]);
    expect(saidBy('F45', { status: 'considering', practical: { work: { arrangement: null } } })).toEqual([]);
  });

  it('says which whole week brought nothing back, on the Monday after it', () => {
    const carriedOut = [entry('2026-11-09', {}), entry('2026-11-10', { workReturned: true, workMarked: false })];
    expect(saidBy('F45', { carriedOut }, { on: date('2026-11-15') })).toEqual([]);
    expect(saidBy('F45', { carriedOut }, { on: date('2026-11-16') })).toEqual([
      'carriedOut: In the week of Mon 9 Nov 2026 work was set, and none of it came back and was marked.',
    ]);
    expect(saidBy('F45', { status: 'agreed', carriedOut })).toEqual([]);
  });

  it('is content with one piece that came back and was marked, whichever is listed first', () => {
    const back = entry('2026-11-09', { workReturned: true, workMarked: true });
    expect(saidBy('F45', { carriedOut: [back, entry('2026-11-10', {})] })).toEqual([]);
    expect(saidBy('F45', { carriedOut: [entry('2026-11-10', {}), back] })).toEqual([]);
    expect(saidBy('F45', { carriedOut: [entry('2026-11-10', { workSet: false })] })).toEqual([]);
    expect(saidBy('F45', { carriedOut: [entry('2026-11-10', { workMarked: true })] })).toHaveLength(1);
  });
});

describe('F48: an interpreter (CAM:97)', () => {
  it('is recorded where one is needed', () => {
    const needed = (more: Record<string, unknown>): RecordChanges => ({
      groups: { interpreter: { needed: true, ...more } },
    });
    expect(saidBy('F48', needed({ providedBy: 'Language line' }))).toEqual([]);
    expect(saidBy('F48', needed({ language: 'Polish' }))).toEqual([
      'groups.interpreter.providedBy: The family needs an interpreter (Polish), and none is recorded: agreement must rest on an accurate understanding.',
    ]);
    expect(saidBy('F48', needed({ providedBy: ' ' }))[0]).toContain('needs an interpreter, and none');
    expect(weighed('F48', needed({}))).toMatchObject([{ severity: 'stop', who: 'case lead', source: 'CAM:97' }]);
    expect(saidBy('F48', { status: 'declined', ...needed({}) })).toEqual([]);
    expect(saidBy('F48', { groups: { interpreter: { needed: false } } })).toEqual([]);
  });
});

describe('F47: very few hours (Ofsted 2013)', () => {
  it('says so of a week of eight hours or fewer', () => {
    expect(saidBy('F47', { plan: until('10:22') })).toEqual([]);
    expect(saidBy('F47', { plan: until('10:21') })).toEqual([
      'plan.versions.0.weeks.0.days: The week of Mon 2 Nov 2026 has 8 hours in school: eight or fewer.',
    ]);
    expect(weighed('F47', { plan: until('10:21') })).toMatchObject([{ severity: 'act today', who: 'headteacher' }]);
  });

  it('says once what is true of several weeks: the first of them, and how many follow', () => {
    expect(saidBy('F47', { plan: until('10:21', '10:22', '10:20') })).toEqual([
      'plan.versions.0.weeks.0.days: The week of Mon 2 Nov 2026 has 8 hours in school: eight or fewer. The same is true of one later week.',
    ]);
    expect(saidBy('F47', { plan: until('11:20', '11:20', '11:20', '11:20', '11:19', '11:18') })).toEqual([
      'plan.versions.0.weeks.3.days: The week of Mon 23 Nov 2026 has 12 hours 55 minutes in school after the third week: less than two fifths of the school’s week. The same is true of 2 later weeks.',
    ]);
    expect(saidBy('F47', { plan: until('10:00', '11:20', '11:20', '11:20') })).toHaveLength(2);
  });

  it('says so of less than two fifths of the school’s week from the fourth week on', () => {
    expect(saidBy('F47', { plan: until('11:21', '11:21', '11:21') })).toEqual([]);
    expect(saidBy('F47', { plan: until('11:20', '11:20', '11:20', '11:20') })).toEqual([
      'plan.versions.0.weeks.3.days: The week of Mon 23 Nov 2026 has 12 hours 55 minutes in school after the third week: less than two fifths of the school’s week.',
    ]);
    expect(saidBy('F47', { plan: until('11:20', '11:20', '11:20', '11:21') })).toEqual([]);
    expect(saidBy('F47', { status: 'closed', plan: until('10:00') })).toEqual([]);
  });

  it('goes by the agreed hours where no weeks are written', () => {
    const agreed = (hoursAgreed: number | null) => ({
      plan: { versions: [{ version: 1, startsOn: '2026-11-02', endsOn: '2026-12-18', hoursAgreed }] },
    });
    expect(saidBy('F47', agreed(8))).toEqual([
      'plan.versions.0.hoursAgreed: The plan agrees 8 hours in school: eight or fewer.',
    ]);
    expect(saidBy('F47', agreed(12), { on: date('2026-11-22') })).toEqual([]);
    expect(saidBy('F47', agreed(12), { on: date('2026-11-23') })).toHaveLength(1);
    expect(saidBy('F47', agreed(13))).toEqual([]);
    expect(saidBy('F47', agreed(0.5))).toHaveLength(1);
    expect(saidBy('F47', agreed(null))).toEqual([]);
    expect(saidBy('F47', { status: 'agreed', ...agreed(12) })).toEqual([]);
  });
});

describe('F46: fifteen days of absence for health (WAR:114)', () => {
  const schoolDays = Array.from({ length: 40 }, (_, index) => date('2026-09-07').add({ days: index })).filter(
    (day) => day.dayOfWeek < 6,
  );
  const marks = (sessions: number, code: string): NonNullable<CaseRecordJson['marks']> =>
    schoolDays
      .flatMap((day) => (['morning', 'afternoon'] as const).map((session) => ({ on: day.toString(), session, code })))
      .slice(0, sessions);

  it('at the thirtieth session, not at the twenty-ninth', () => {
    expect(saidBy('F46', { marks: [...marks(29, 'I'), { on: '2026-10-20', session: 'morning', code: '/' }] })).toEqual(
      [],
    );
    expect(saidBy('F46', { marks: marks(30, 'I') })).toEqual([
      'marks: The pupil has missed 15 school days for health; the fifteenth was reached on Fri 25 Sep 2026.',
    ]);
    expect(weighed('F46', { marks: marks(30, 'I') })).toMatchObject([{ severity: 'act today', who: 'headteacher' }]);
  });

  it('counts leave under the plan only where the plan is for health', () => {
    expect(saidBy('F46', { marks: marks(30, 'C2') })).toEqual([]);
    expect(saidBy('F46', { marks: marks(30, 'C2'), reasons: [{ reason: 'Mental health' }] })).toHaveLength(1);
    expect(saidBy('F46', { marks: marks(30, 'C2'), reasons: [{ reason: 'Physical health' }] })).toHaveLength(1);
    expect(saidBy('F46', { status: 'closed', marks: marks(30, 'I') })).toEqual([]);
  });
});
