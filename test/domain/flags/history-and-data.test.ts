import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import type { CaseRecordJson } from '#domain/record/case-record.ts';
import type { RecordChanges } from '#test/builders/record.ts';
import { saidBy, weighed } from './flag-bench.ts';

const plan = (startsOn: string | null, endsOn: string | null): RecordChanges => ({
  plan: { versions: [{ version: 1, startsOn, endsOn }] },
});

describe('F30: part-time again (PLY:36)', () => {
  const before = (from: string | null, to: string | null, more: RecordChanges = {}): RecordChanges => ({
    previousPeriods: [{ from, to }],
    ...plan('2026-11-02', '2026-12-13'),
    ...more,
  });

  it('within half a year of the last time, to the day', () => {
    expect(saidBy('F30', before('2026-04-20', '2026-05-03'))).toEqual([
      'previousPeriods: The pupil was part time until Sun 3 May 2026, 183 days before this plan starts; 8 weeks in two years in all.',
    ]);
    expect(saidBy('F30', before('2026-04-20', '2026-05-02'))).toEqual([]);
    expect(weighed('F30', before('2026-04-20', '2026-05-03'))).toEqual([
      {
        severity: 'act this week',
        who: 'SENCO',
        source: 'PLY:36',
        todo: 'Ask what the last plan achieved and why another one would do more.',
      },
    ]);
  });

  it('for more than twelve weeks within a year: 84 days are not more', () => {
    // The plan itself has 42 days; the year it ends in began on 14 December 2025.
    expect(saidBy('F30', before('2026-01-05', '2026-02-15'))).toEqual([]);
    expect(saidBy('F30', before('2026-01-05', '2026-02-16'))).toEqual([
      'previousPeriods: The pupil is part time for 13 weeks within a year, more than twelve; 13 weeks in two years in all.',
    ]);
    expect(saidBy('F30', before('2025-11-01', '2026-01-24'))).toEqual([]);
  });

  it('counts a day once, also where two periods overlap, and only two years back', () => {
    const previousPeriods = [
      { from: '2026-05-04', to: '2026-05-17' },
      { from: '2026-05-11', to: '2026-05-24' },
      { from: '2020-01-06', to: '2020-03-01' },
    ];
    expect(saidBy('F30', { previousPeriods, ...plan('2026-11-02', '2026-12-13') })).toEqual([
      'previousPeriods: The pupil was part time until Sun 24 May 2026, 162 days before this plan starts; 9 weeks in two years in all.',
    ]);
  });

  it('leaves out what has no dates, is the wrong way round or lies after the start', () => {
    for (const [from, to] of [
      [null, '2026-05-03'],
      ['2026-05-03', null],
      ['2026-05-03', '2026-04-20'],
      ['2026-11-02', '2026-11-20'],
    ] as const)
      expect(saidBy('F30', before(from, to))).toEqual([]);
    expect(saidBy('F30', before('2026-10-01', '2026-10-30', { status: 'closed' }))).toEqual([]);
    expect(saidBy('F30', before('2026-10-01', '2026-10-30', plan(null, null)))).toEqual([]);
    expect(saidBy('F30', before('2026-10-01', '2026-10-30', plan('2026-11-02', null)))).toHaveLength(1);
  });
});

describe('F51: the next school is told (PLY:36)', () => {
  const year = (yearGroup: string, more: RecordChanges = {}): RecordChanges => ({
    transfer: null,
    pupil: { yearGroup },
    ...more,
  });

  it('from the June before a Year 6 or Year 11 pupil goes on', () => {
    expect(saidBy('F51', year('6'), { on: date('2027-05-31') })).toEqual([]);
    expect(saidBy('F51', year('6'), { on: date('2027-06-01') })).toEqual([
      'transfer.noteSentOn: The pupil is in Year 6 and goes on in the summer; no note of the part-time timetable has been sent to the next school.',
    ]);
    expect(saidBy('F51', year('Year 11', plan('2027-04-12', '2027-05-21')), { on: date('2027-06-01') })).toHaveLength(
      1,
    );
    expect(saidBy('F51', year('5'), { on: date('2027-06-01') })).toEqual([]);
    expect(saidBy('F51', year('6', plan('2026-11-02', null)), { on: date('2027-06-01') })).toHaveLength(1);
    expect(saidBy('F51', year('6', plan(null, null)), { on: date('2027-06-01') })).toEqual([]);
  });

  it('at once when the pupil moves, until the note is sent', () => {
    const moving = (transfer: RecordChanges['transfer'], more: RecordChanges = {}) =>
      saidBy('F51', { transfer, ...more });
    expect(moving({ toSchool: 'Heron School (made up)' })).toEqual([
      'transfer.noteSentOn: The pupil is moving to Heron School (made up), and no note of the part-time timetable has been sent.',
    ]);
    expect(moving({ leavesOn: '2026-12-18' })[0]).toContain('The pupil is moving, and no note');
    expect(moving({ toSchool: ' ' })).toEqual([]);
    expect(moving({ toSchool: 'Heron School (made up)', noteSentOn: '2026-11-20' })).toEqual([]);
    expect(moving({ toSchool: 'Heron School (made up)' }, { status: 'closed' })).toHaveLength(1);
    expect(moving({ toSchool: 'Heron School (made up)' }, { status: 'withdrawn' })).toEqual([]);
    expect(weighed('F51', { transfer: { leavesOn: '2026-12-18' } })).toMatchObject([
      { severity: 'act this week', who: 'SENCO', source: 'PLY:36' },
    ]);
  });
});

describe('F52: a case is closed with a reason', () => {
  const closed = (closure: RecordChanges['closure']) => saidBy('F52', { status: 'closed', closure });
  const sound = { reason: 'Returned full-time', endedOn: '2026-11-20', finalHours: 32.5 } as const;

  it('with its day and its hours', () => {
    expect(closed(sound)).toEqual([]);
    expect(saidBy('F52', { status: 'active', closure: null })).toEqual([]);
    expect(closed(null)).toEqual(['closure: The case is closed without a reason.']);
    expect(closed({ endedOn: '2026-11-20' })).toEqual(['closure.reason: The case is closed without a reason.']);
    expect(closed({ ...sound, endedOn: null })).toEqual([
      'closure.endedOn: The case is closed, and the day on which it ended is not written down.',
    ]);
    expect(weighed('F52', { status: 'closed', closure: null })).toMatchObject([
      { severity: 'act today', who: 'headteacher', source: 'WTISA; Oldham' },
    ]);
  });

  it('says so when the hours are not those of the school’s week', () => {
    expect(closed({ ...sound, finalHours: 32 })).toEqual([
      'closure.finalHours: The case is closed as returned full-time with 32 hours a week; the school’s own week is 32 hours 30 minutes.',
    ]);
    expect(closed({ ...sound, finalHours: null })).toEqual([]);
    expect(closed({ ...sound, reason: 'Moved school', finalHours: 10 })).toEqual([]);
  });

  it('asks what “other” was', () => {
    expect(closed({ ...sound, reason: 'Other' })).toEqual([
      'closure.details: The case is closed for another reason, which is not written down.',
    ]);
    expect(closed({ ...sound, reason: 'Other', details: 'Moved abroad' })).toEqual([]);
  });
});

describe('F55: the planning meeting (DBY:36-37)', () => {
  type Meeting = NonNullable<CaseRecordJson['meetings']>[number];
  const meeting = (changes: Meeting): readonly string[] =>
    saidBy('F55', { meetings: [{ kind: 'multi-agency', chair: 'SENCO', minutes: 90, ...changes }] });

  it('takes one to two hours', () => {
    for (const minutes of [60, 90, 120, null]) expect(meeting({ minutes })).toEqual([]);
    expect(meeting({ minutes: 59 })).toEqual([
      'meetings.0.minutes: The planning meeting is written down as 59 minutes long; it takes one to two hours.',
    ]);
    expect(meeting({ minutes: 121 })).toHaveLength(1);
    expect(meeting({ minutes: 20, kind: 'PEP review' })).toEqual([]);
    expect(meeting({ minutes: 20, kind: 'reintegration planning' })).toHaveLength(1);
  });

  it('is chaired by a senior member of staff', () => {
    for (const chair of ['headteacher', 'SENCO', 'designated safeguarding lead', null] as const)
      expect(meeting({ chair })).toEqual([]);
    expect(meeting({ chair: 'class teacher' })).toEqual([
      'meetings.0.chair: The planning meeting was chaired by the class teacher; it is for the SENCO, the headteacher or another senior member of staff.',
    ]);
    expect(weighed('F55', { meetings: [{ kind: 'multi-agency', chair: 'parent', minutes: 5 }] })).toMatchObject([
      { severity: 'note', source: 'DBY:37' },
      { severity: 'note', source: 'DBY:36' },
    ]);
    expect(saidBy('F55', { status: 'closed', meetings: [{ kind: 'multi-agency', minutes: 5 }] })).toEqual([]);
  });
});

describe('who the pupil is', () => {
  const pupil = (changes: RecordChanges['pupil']): RecordChanges => ({ pupil: changes ?? {} });

  it('has a unique pupil number that passes its check', () => {
    expect(saidBy('UPN', pupil({ upn: ' ' }))).toEqual([
      'pupil.upn: The pupil has no unique pupil number in this record.',
    ]);
    expect(saidBy('UPN', pupil({ upn: 'A123' }))[0]).toContain('“A123” has 4 characters');
    expect(saidBy('UPN', {})).toEqual([]);
    expect(weighed('UPN', pupil({ upn: null }))).toMatchObject([
      { severity: 'act this week', who: 'data manager', source: 'CAM:169' },
    ]);
    expect(saidBy('UPN', { status: 'considering', ...pupil({ upn: null }) })).toEqual([]);
  });

  it('has a name, a year group and a date of birth', () => {
    expect(saidBy('pupil', pupil({ name: '', yearGroup: null, dateOfBirth: null }))).toEqual([
      'pupil.name: The pupil’s name is missing.',
      'pupil.yearGroup: The year group is missing.',
      'pupil.dateOfBirth: The date of birth is missing: the register code depends on it (C2, or X below compulsory school age).',
    ]);
    expect(saidBy('pupil', pupil({ name: 'R0bin Sample' }))).toEqual([
      'pupil.name: The pupil’s name, “R0bin Sample”, holds characters that no name has.',
    ]);
    expect(saidBy('pupil', pupil({ yearGroup: 'Nursery' }))).toEqual([
      'pupil.yearGroup: “Nursery” is not a year group: R, or 1 to 11.',
    ]);
    expect(saidBy('pupil', pupil({ name: 'Zoë-Anne O’Sample' }))).toEqual([]);
    expect(saidBy('pupil', { status: 'closed', ...pupil({ name: null }) })).toEqual([]);
  });

  it('cannot be in a year group that the date of birth rules out', () => {
    expect(saidBy('pupil', pupil({ yearGroup: '9' }))[0]).toContain(
      'pupil.yearGroup: A pupil born on 2017-03-14 is usually in Year 5',
    );
    expect(weighed('pupil', pupil({ yearGroup: '9' }))).toMatchObject([{ severity: 'act this week' }]);
    expect(weighed('pupil', pupil({ yearGroup: '4' }))).toMatchObject([{ severity: 'note' }]);
    expect(saidBy('pupil', { ...pupil({ yearGroup: '9' }), ...plan(null, null) })).toEqual([]);
  });

  it('was born before the plan starts', () => {
    expect(saidBy('pupil', pupil({ dateOfBirth: '2026-11-02', yearGroup: 'R' }))).toContain(
      'plan.versions.0.startsOn: The plan starts on 2026-11-02, before the pupil was born on 2026-11-02.',
    );
    expect(saidBy('pupil', pupil({ dateOfBirth: '2026-11-01', yearGroup: 'R' })).join()).not.toContain(
      'before the pupil was born',
    );
  });
});

describe('names, groups and versions', () => {
  const agreed = (name: string | null, more: Record<string, unknown> = {}): RecordChanges => ({
    agreements: [
      { party: 'authority representative', state: 'given', name, answeredOn: '2026-10-20', evidence: 'Paper', ...more },
    ],
  });

  it('a position is not a name (CAM:473)', () => {
    expect(saidBy('name', agreed('Link practitioner'))).toEqual([
      'agreements.0.name: “Link practitioner” is a position, not the name of who agreed.',
    ]);
    expect(saidBy('name', agreed(' '))).toEqual([
      'agreements.0.name: The authority representative who agreed is not named.',
    ]);
    expect(saidBy('name', agreed(null, { party: null }))).toEqual([
      'agreements.0.name: The person who agreed is not named.',
    ]);
    for (const name of ['Lee Officer', 'Mrs A worker', 'Pat Sample']) expect(saidBy('name', agreed(name))).toEqual([]);
    expect(saidBy('name', agreed(null, { state: 'asked' }))).toEqual([]);
    expect(weighed('name', agreed(null))).toMatchObject([
      { severity: 'act this week', who: 'case lead', source: 'CAM:473' },
    ]);
  });

  it('a pupil who is looked after has a named care authority (WAR:145)', () => {
    expect(saidBy('groups', { groups: { lookedAfter: true, careAuthority: null } })[0]).toMatch(
      /^groups\.careAuthority: /,
    );
    expect(saidBy('groups', { groups: { lookedAfter: true, careAuthority: 'Leeds' } })).toEqual([]);
    expect(saidBy('groups', { groups: { lookedAfter: false } })).toEqual([]);
  });

  it('of an EHC assessment in progress the authority’s team is told (CAM:52)', () => {
    const assessing = (professionals: NonNullable<NonNullable<RecordChanges['groups']>['professionals']>) =>
      saidBy('groups', { groups: { sen: 'EHC needs assessment', senWords: 'In progress', professionals } });
    expect(assessing([])).toEqual([
      'groups.sen: An EHC needs assessment is in progress (“In progress”), and nobody is named whom the authority’s assessment team has for it.',
    ]);
    expect(assessing([{ party: 'case work officer', name: 'Lee Officer' }])).toEqual([]);
    expect(assessing([{ party: 'case work officer', name: '' }])).toHaveLength(1);
    expect(assessing([{ party: 'social worker', name: 'Lee Officer' }])).toHaveLength(1);
  });

  it('each version has a number of its own, and the current one is there', () => {
    const versions = (current: number | null, ...numbers: readonly number[]) =>
      saidBy('versions', { plan: { current, versions: numbers.map((version) => ({ version })) } });
    expect(versions(2, 1, 2)).toEqual([]);
    expect(versions(null, 1)).toEqual([]);
    expect(versions(3, 1, 2)).toEqual([
      'plan.current: Version 3 is named as the current one, and there is no such version.',
    ]);
    expect(versions(1, 1, 1, 1)).toEqual([
      'plan.versions: Two versions of the plan have the number 1: it cannot be said which times were agreed.',
    ]);
  });

  it('the current version counts, wherever it stands, and without one the highest', () => {
    const ended = (current: number | null) =>
      saidBy('F01', {
        plan: {
          current,
          versions: [
            { version: 2, startsOn: '2026-11-02', endsOn: null },
            { version: 3, startsOn: '2026-11-02', endsOn: '2026-12-11' },
            { version: 1, startsOn: null, endsOn: '2026-12-11' },
          ],
        },
      });
    expect(ended(1)).toEqual(['plan.versions.2.startsOn: The plan has no start date.']);
    expect(ended(2)).toEqual(['plan.versions.0.endsOn: The plan has no end date.']);
    expect(ended(null)).toEqual([]);
    expect(ended(7)).toEqual([]);
  });
});
