import { describe, expect, it } from 'vitest';
import { aWeek, type WrittenWeek } from '#test/builders/record-parts/plan.ts';
import type { RecordChanges } from '#test/builders/record.ts';
import { saidBy, weighed } from './flag-bench.ts';

const times = (commencing: string, more: Partial<WrittenWeek> = {}) => aWeek(commencing, '08:45', '12:45', more);

interface Version {
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
  readonly weeks?: readonly WrittenWeek[];
}
const version = ({ startsOn = '2026-11-02', endsOn = '2026-12-11', weeks = [] }: Version): RecordChanges => ({
  plan: { current: 1, versions: [{ version: 1, startsOn, endsOn, weeks: [...weeks] }] },
});
const week = (changes: Partial<WrittenWeek>): RecordChanges =>
  version({ weeks: [{ ...times('2026-11-02'), ...changes }] });

describe('F01: a plan has a start and an end (WTISA, reg 11(6)(c))', () => {
  it('says nothing of a plan with both, also when it lasts one day', () => {
    expect(saidBy('F01', version({}))).toEqual([]);
    expect(saidBy('F01', version({ endsOn: '2026-11-02' }))).toEqual([]);
  });

  it('asks for each that is missing', () => {
    expect(saidBy('F01', version({ startsOn: null, endsOn: null }))).toEqual([
      'plan.versions.0.startsOn: The plan has no start date.',
      'plan.versions.0.endsOn: The plan has no end date.',
    ]);
  });

  it('stops at an end the day before the start, and quotes both', () => {
    expect(saidBy('F01', version({ endsOn: '2026-11-01' }))).toEqual([
      'plan.versions.0.endsOn: The plan ends on Sun 1 Nov 2026, before it starts on Mon 2 Nov 2026.',
    ]);
    expect(weighed('F01', version({ endsOn: '2026-11-01' }))).toEqual([
      {
        severity: 'stop',
        who: 'case lead',
        source: 'WTISA: a proposed end date',
        todo: 'Correct the end date, and check that the day and the month are not the wrong way round.',
      },
    ]);
  });

  it('asks for a version where none is written', () => {
    expect(saidBy('F01', { plan: { versions: [] } })).toEqual([
      'plan.versions: No version of the plan is written: there are no times and dates that anyone could agree to.',
    ]);
  });

  it('waits while a case is only being considered', () => {
    expect(saidBy('F01', { status: 'considering', plan: { versions: [] } })).toEqual([]);
    expect(saidBy('F01', { status: 'preparing', plan: { versions: [] } })).toHaveLength(1);
    expect(saidBy('F01', { status: 'agreed', plan: { versions: [] } })).toHaveLength(1);
  });
});

describe('F02: weeks begin on Mondays, one after the other, within the plan', () => {
  it('says nothing of weeks that do', () => {
    expect(
      saidBy('F02', version({ weeks: ['2026-11-02', '2026-11-09', '2026-11-16'].map((day) => times(day)) })),
    ).toEqual([]);
  });

  it('takes the Monday of the week in which a plan starts on a Wednesday', () => {
    expect(saidBy('F02', version({ startsOn: '2026-11-04', weeks: [times('2026-11-02')] }))).toEqual([]);
    expect(saidBy('F02', version({ startsOn: '2026-11-09', weeks: [times('2026-11-02')] }))).toEqual([
      'plan.versions.0.weeks.0.commencing: The week commencing Mon 2 Nov 2026 lies before the start, Mon 9 Nov 2026.',
    ]);
  });

  it('questions a week on a Tuesday, and names the Monday', () => {
    const found = weighed('F02', version({ weeks: [times('2026-11-03')] }));
    expect(found).toEqual([
      {
        severity: 'stop',
        who: 'case lead',
        source: 'reg 11(6)(c)',
        todo: 'Correct the date: the Monday of that week is Mon 2 Nov 2026. A week runs from a Monday between the plan’s start and end.',
      },
    ]);
    expect(saidBy('F02', version({ weeks: [times('2026-11-03')] }))).toEqual([
      'plan.versions.0.weeks.0.commencing: The week commencing Tue 3 Nov 2026 is not a Monday.',
    ]);
  });

  it('questions a week after the end, but not one that begins on the last day', () => {
    expect(saidBy('F02', version({ endsOn: '2026-12-07', weeks: [times('2026-12-07')] }))).toEqual([]);
    expect(saidBy('F02', version({ endsOn: '2026-12-06', weeks: [times('2026-12-07')] }))).toEqual([
      'plan.versions.0.weeks.0.commencing: The week commencing Mon 7 Dec 2026 lies after the end, Sun 6 Dec 2026.',
    ]);
  });

  it('does not measure weeks against an end that is itself wrong', () => {
    expect(saidBy('F02', version({ endsOn: '2026-02-11', weeks: [times('2026-11-09')] }))).toEqual([]);
  });

  it('says every fault of a week in another year', () => {
    expect(saidBy('F02', version({ weeks: [times('2016-11-08')] }))).toEqual([
      'plan.versions.0.weeks.0.commencing: The week commencing Tue 8 Nov 2016 is not a Monday, lies before the start, Mon 2 Nov 2026 and is in 2016, another year than the rest of the plan.',
    ]);
    expect(saidBy('F02', version({ weeks: [times('2027-11-08')] }))).toEqual([
      'plan.versions.0.weeks.0.commencing: The week commencing Mon 8 Nov 2027 lies after the end, Fri 11 Dec 2026 and is in 2027, another year than the rest of the plan.',
    ]);
  });

  it('lets a plan cross 1 January', () => {
    const weeks = [times('2026-12-14'), times('2027-01-04')];
    expect(saidBy('F02', version({ startsOn: '2026-12-14', endsOn: '2027-01-15', weeks }))).toEqual([]);
  });

  it('asks for a school week between two weeks of the plan, but not for half-term', () => {
    expect(saidBy('F02', version({ weeks: [times('2026-11-02'), times('2026-11-23')] }))).toEqual([
      'plan.versions.0.weeks: No times are written for the week of Mon 9 Nov 2026, a school week between two weeks of the plan.',
      'plan.versions.0.weeks: No times are written for the week of Mon 16 Nov 2026, a school week between two weeks of the plan.',
    ]);
    const overHalfTerm = version({ startsOn: '2026-10-19', weeks: [times('2026-10-19'), times('2026-11-02')] });
    expect(saidBy('F02', overHalfTerm)).toEqual([]);
  });

  it('questions a week that is there twice', () => {
    expect(saidBy('F02', version({ weeks: [times('2026-11-02'), times('2026-11-02')] }))).toEqual([
      'plan.versions.0.weeks.1.commencing: The week of Mon 2 Nov 2026 is in the plan twice.',
    ]);
  });
});

describe('F03: a day has both times or none, the later one last', () => {
  const monday = (day: { in?: string; out?: string } | null): RecordChanges => week({ days: { monday: day } });

  it('says nothing of a day not in school, nor of one a minute long', () => {
    expect(saidBy('F03', monday(null))).toEqual([]);
    expect(saidBy('F03', monday({ in: '09:00', out: '09:01' }))).toEqual([]);
  });

  it('stops at a time out that is the same as the time in, or before it', () => {
    expect(saidBy('F03', monday({ in: '09:00', out: '09:00' }))).toEqual([
      'plan.versions.0.weeks.0.days.monday.out: On Monday in the week of Mon 2 Nov 2026 the pupil leaves at 09:00, not after coming at 09:00.',
    ]);
    expect(weighed('F03', monday({ in: '09:00', out: '01:00' }))).toMatchObject([
      { severity: 'stop', who: 'case lead' },
    ]);
  });

  it('asks for the one that is missing', () => {
    expect(saidBy('F03', monday({ in: '09:00' }))).toEqual([
      'plan.versions.0.weeks.0.days.monday.out: On Monday in the week of Mon 2 Nov 2026 only the time in, 09:00, is written.',
    ]);
    expect(saidBy('F03', monday({ out: '12:00' }))).toEqual([
      'plan.versions.0.weeks.0.days.monday.in: On Monday in the week of Mon 2 Nov 2026 only the time out, 12:00, is written.',
    ]);
    expect(weighed('F03', monday({ out: '12:00' }))).toMatchObject([{ todo: 'Write the time in as well.' }]);
  });

  it('looks at times elsewhere too', () => {
    const elsewhere: WrittenWeek['elsewhere'] = [{ day: 'friday', in: '13:00', out: '13:00', kind: 'school-arranged' }];
    expect(saidBy('F03', week({ elsewhere }))).toEqual([
      'plan.versions.0.weeks.0.elsewhere.0.out: On Friday in the week of Mon 2 Nov 2026 the time elsewhere ends at 13:00, not after it begins at 13:00.',
    ]);
  });
});

describe('F04: a typed total is the sum of its days (CAM:206)', () => {
  it('says nothing where the total is right, or not written', () => {
    expect(saidBy('F04', week({ statedHoursInSchool: 20 }))).toEqual([]);
    expect(saidBy('F04', week({ statedHoursInSchool: null, statedHoursElsewhere: null }))).toEqual([]);
    expect(saidBy('F04', week({ statedHoursElsewhere: 0 }))).toEqual([]);
  });

  it('quotes what is typed and what the times come to', () => {
    expect(saidBy('F04', week({ statedHoursInSchool: 20.5 }))).toEqual([
      'plan.versions.0.weeks.0.statedHoursInSchool: In the week of Mon 2 Nov 2026 20.5 hours in school are written; the times come to 20 hours.',
    ]);
    expect(weighed('F04', week({ statedHoursInSchool: 19 }))).toMatchObject([
      { severity: 'act this week', who: 'case lead', source: 'CAM:206' },
    ]);
  });

  it('does not count work at home as education outside school', () => {
    const elsewhere: WrittenWeek['elsewhere'] = [
      { day: 'friday', in: '13:00', out: '15:00', kind: 'school-arranged', supervisedBy: 'Pat Tutor' },
      { day: 'monday', in: '13:00', out: '15:00', kind: 'home' },
    ];
    expect(saidBy('F04', week({ elsewhere, statedHoursElsewhere: 2 }))).toEqual([]);
    expect(saidBy('F04', week({ elsewhere, statedHoursElsewhere: 3 }))).toEqual([
      'plan.versions.0.weeks.0.statedHoursElsewhere: In the week of Mon 2 Nov 2026 3 hours of education outside school are written; 2 hours are arranged.',
    ]);
  });

  it('sees taught hours from which clock hours were taken, in every week, also where nothing is left over (CAM:62)', () => {
    const weeks = [
      aWeek('2026-11-02', '09:00', '11:00', { statedHoursElsewhere: 11 }),
      aWeek('2026-11-09', '09:00', '12:30', { statedHoursElsewhere: 3.5 }),
      aWeek('2026-11-16', '09:00', '14:00', { statedHoursElsewhere: 0 }),
      aWeek('2026-11-23', '08:45', '15:15', { statedHoursElsewhere: 0 }),
    ];
    expect(saidBy('F04', version({ weeks }))).toEqual([
      'plan.versions.0.weeks.0.statedHoursElsewhere: In the week of Mon 2 Nov 2026 11 hours of education outside school are written; no hours are arranged. It looks like 21 taught hours less the clock hours in school, which cannot be taken from each other; by the clock 22 hours 30 minutes of the school’s own week are missing.',
      'plan.versions.0.weeks.1.statedHoursElsewhere: In the week of Mon 9 Nov 2026 3.5 hours of education outside school are written; no hours are arranged. It looks like 21 taught hours less the clock hours in school, which cannot be taken from each other; by the clock 15 hours of the school’s own week are missing.',
      'plan.versions.0.weeks.2.statedHoursElsewhere: In the week of Mon 16 Nov 2026 0 hours of education outside school are written; no hours are arranged. It looks like 21 taught hours less the clock hours in school, which cannot be taken from each other; by the clock 7 hours 30 minutes of the school’s own week are missing.',
    ]);
    expect(weighed('F04', version({ weeks }))[0]).toMatchObject({ source: 'CAM:206, CAM:62' });
  });

  it('does not guess at taught hours where the sums differ from week to week, or are no number of any table', () => {
    const differing = [
      aWeek('2026-11-02', '09:00', '11:00', { statedHoursElsewhere: 11 }),
      aWeek('2026-11-09', '09:00', '11:00', { statedHoursElsewhere: 10 }),
    ];
    for (const one of saidBy('F04', version({ weeks: differing }))) expect(one).not.toContain('taught');
    const odd = [aWeek('2026-11-02', '09:00', '11:00', { statedHoursElsewhere: 12 })];
    expect(saidBy('F04', version({ weeks: odd }))).toEqual([
      'plan.versions.0.weeks.0.statedHoursElsewhere: In the week of Mon 2 Nov 2026 12 hours of education outside school are written; no hours are arranged.',
    ]);
  });
});
