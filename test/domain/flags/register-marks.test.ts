import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import type { CaseRecordJson } from '#domain/record/case-record.ts';
import { aWeek } from '#test/builders/record-parts/plan.ts';
import type { RecordChanges } from '#test/builders/record.ts';
import { saidBy, weighed } from './flag-bench.ts';

type Agreement = NonNullable<CaseRecordJson['agreements']>[number];
type Session = 'morning' | 'afternoon';
const signed: Agreement = {
  party: 'parent',
  name: 'Jo Sample',
  to: 'the plan',
  version: 1,
  state: 'given',
  answeredOn: '2026-10-20',
};

/** A plan of mornings only, agreed, with these marks. */
const marked = (marks: readonly (readonly [string, Session, string])[], more: RecordChanges = {}): RecordChanges => ({
  agreements: [signed],
  plan: {
    versions: [
      {
        version: 1,
        startsOn: '2026-11-02',
        endsOn: '2026-11-13',
        weeks: [aWeek('2026-11-02', '08:45', '12:00'), aWeek('2026-11-09', '08:45', '12:00')],
      },
    ],
  },
  marks: marks.map(([on, session, code]) => ({ on, session, code })),
  ...more,
});
const afternoon = (code: string, more: RecordChanges = {}) => marked([['2026-11-03', 'afternoon', code]], more);

describe('the register against the plan', () => {
  it('says nothing of marks as the plan has them', () => {
    const changes = marked([
      ['2026-11-03', 'morning', '/'],
      ['2026-11-03', 'afternoon', 'C2'],
    ]);
    for (const rule of ['F33', 'F34', 'F35', 'F37']) expect(saidBy(rule, changes)).toEqual([]);
  });

  it('F33: code B is not for a pupil at home (WAR:104)', () => {
    expect(saidBy('F33', afternoon('B'))).toEqual([
      'marks.0.code: One session is marked as supervised education, though the plan has the pupil at home or names nobody who supervises (on Tue 3 Nov 2026 PM, “B”).',
    ]);
    expect(weighed('F33', afternoon('B'))).toEqual([
      {
        severity: 'act today',
        who: 'attendance officer',
        source: 'WAR:104, WAR:116; reg 10',
        todo: 'Correct the mark to C2 (X below compulsory school age), or write into the plan who supervises and where.',
      },
    ]);
  });

  it('F33: nor for an activity that the plan does not know, or at which nobody is named', () => {
    expect(saidBy('F33', marked([['2026-11-03', 'afternoon', 'K']]))[0]).toContain(
      'marked as education elsewhere, which the plan does not arrange',
    );
    const week = aWeek('2026-11-02', '08:45', '12:00', {
      elsewhere: [{ day: 'tuesday', in: '13:00', out: '15:00', kind: 'school-arranged' }],
    });
    const plan = { versions: [{ version: 1, startsOn: '2026-11-02', endsOn: '2026-11-13', weeks: [week] }] };
    expect(saidBy('F33', afternoon('B', { plan }))[0]).toContain('names nobody who supervises');
  });

  it('F34: C is C2 since August 2024, said once for all sessions with the first of them', () => {
    const changes = marked([
      ['2026-11-04', 'afternoon', 'C'],
      ['2026-11-03', 'afternoon', 'c'],
    ]);
    expect(saidBy('F34', changes)).toEqual([
      'marks.1.code: 2 sessions are marked C: since 19 August 2024 leave for a part-time timetable is C2 (the first on Tue 3 Nov 2026 PM, “C”).',
    ]);
    expect(weighed('F34', changes)).toEqual([
      {
        severity: 'act this week',
        who: 'attendance officer',
        source: 'reg 10 (2024); domain report X1',
        todo: 'Correct the mark to C2.',
      },
    ]);
  });

  it('F34: a form that still prints C', () => {
    const form = (registerCodeWritten: string | null) => ({ cambridgeshire: { registerCodeWritten } });
    expect(saidBy('F34', form(' c '))).toEqual([
      'cambridgeshire.registerCodeWritten: The form says that sessions not in school are marked C. Since 19 August 2024 leave for a part-time timetable is C2 (X below compulsory school age).',
    ]);
    expect(saidBy('F34', form('C2'))).toEqual([]);
    expect(saidBy('F34', form(null))).toEqual([]);
    expect(saidBy('F34', { cambridgeshire: null })).toEqual([]);
    expect(saidBy('F34', form('C'), { on: date('2024-08-19') })).toHaveLength(1);
    expect(saidBy('F34', form('C'), { on: date('2024-08-18') })).toEqual([]);
    expect(weighed('F34', form('C'))).toMatchObject([
      { severity: 'act this week', who: 'attendance officer', source: 'CAM:254, CAM:464; reg 10 (2024)' },
    ]);
  });

  it.each([
    ['marked C2 outside the dates of an agreed plan', marked([['2026-11-16', 'afternoon', 'C2']])],
    ['marked C2 though the plan expects the pupil in school', marked([['2026-11-03', 'morning', 'C2']])],
    [
      'marked C2 though the pupil is not of compulsory school age',
      afternoon('C2', { pupil: { dateOfBirth: '2022-01-10' } }),
    ],
    ['marked X though the pupil is of compulsory school age', afternoon('X')],
    ['marked present in a session for which the plan does not expect the pupil', afternoon('\\')],
    ['marked with a code that does not exist', afternoon('ZZ')],
    [
      'marked in two ways',
      marked([
        ['2026-11-03', 'afternoon', 'C2'],
        ['2026-11-03', 'afternoon', 'I'],
      ]),
    ],
  ] as const)('F35: %s', (words, changes) => {
    expect(saidBy('F35', changes).join()).toContain(words);
    expect(weighed('F35', changes)).toMatchObject([
      { severity: 'act today', who: 'attendance officer', source: 'reg 11(6)(a), reg 11(6)(c)' },
    ]);
  });

  it('F35: C2 before that code existed', () => {
    const plan = {
      versions: [
        { version: 1, startsOn: '2024-06-03', endsOn: '2024-06-14', weeks: [aWeek('2024-06-03', '08:45', '12:00')] },
      ],
    };
    expect(saidBy('F35', marked([['2024-06-04', 'afternoon', 'C2']], { plan }))[0]).toContain(
      'marked C2 before that code existed',
    );
  });

  it('gives leave only for what a parent agreed to', () => {
    const of = (agreement: Agreement) => saidBy('F35', afternoon('C2', { agreements: [{ ...signed, ...agreement }] }));
    expect(of({})).toEqual([]);
    expect(of({ version: null })).toEqual([]);
    expect(of({ state: 'asked' })).toHaveLength(1);
    expect(of({ to: 'the idea' })).toHaveLength(1);
    expect(of({ party: 'social worker' })).toHaveLength(1);
    expect(of({ version: 2 })).toHaveLength(1);
  });

  it('gives none from the day on which the agreement was withdrawn, and none from the day after the case ended', () => {
    const withdrawn = (answeredOn: string) =>
      saidBy('F35', afternoon('C2', { agreements: [{ ...signed, state: 'withdrawn', answeredOn }] }));
    expect(withdrawn('2026-11-04')).toEqual([]);
    expect(withdrawn('2026-11-03')).toHaveLength(1);
    const ended = (endedOn: string) => saidBy('F35', afternoon('C2', { status: 'closed', closure: { endedOn } }));
    expect(ended('2026-11-03')).toEqual([]);
    expect(ended('2026-11-02')).toHaveLength(1);
  });

  it('F37: attendance within the plan below nine tenths (WAR:95)', () => {
    const mornings = ['02', '03', '04', '05', '06', '09', '10', '11', '12', '13'];
    const missed = (count: number) =>
      marked(mornings.map((day, index) => [`2026-11-${day}`, 'morning', index < count ? 'O' : '/'] as const));
    expect(saidBy('F37', missed(1))).toEqual([]);
    expect(saidBy('F37', missed(2))).toEqual([
      'marks: The pupil missed 2 of 10 sessions that the plan expects: attendance within the plan is 80%.',
    ]);
    expect(weighed('F37', missed(2))).toMatchObject([
      { severity: 'act this week', who: 'case lead', source: 'WAR:95; Oxfordshire' },
    ]);
    expect(saidBy('F37', afternoon('C2'))).toEqual([]);
  });
});

describe('F36: compulsory school age begins inside the plan (reg 11(6)(a))', () => {
  const born = (dateOfBirth: string | null, more: RecordChanges = {}): RecordChanges => ({
    pupil: { dateOfBirth },
    plan: { versions: [{ version: 1, startsOn: '2026-12-07', endsOn: '2027-01-15' }] },
    ...more,
  });

  it('for a pupil who was five by 31 December, and not for one who is five on 1 January', () => {
    expect(saidBy('F36', born('2021-12-31'))).toEqual([
      'pupil.dateOfBirth: The pupil reaches compulsory school age on Thu 31 Dec 2026, inside the plan.',
    ]);
    expect(saidBy('F36', born('2022-01-01'))).toEqual([]);
    expect(weighed('F36', born('2021-12-31'))).toMatchObject([
      { severity: 'act this week', who: 'attendance officer' },
    ]);
  });

  it('is not asked without a date of birth, without dates, or of a case that has ended', () => {
    expect(saidBy('F36', born(null))).toEqual([]);
    expect(saidBy('F36', born('2021-12-31', { status: 'closed' }))).toEqual([]);
    for (const dates of [
      { startsOn: '2026-12-07' },
      { endsOn: '2027-01-15' },
      { startsOn: '2027-01-15', endsOn: '2026-12-07' },
    ]) {
      expect(saidBy('F36', born('2021-12-31', { plan: { versions: [{ version: 1, ...dates }] } }))).toEqual([]);
    }
  });
});
