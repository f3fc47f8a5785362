import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import type { CaseRecordJson } from '#domain/record/case-record.ts';
import { aWeek } from '#test/builders/record-parts/plan.ts';
import type { RecordChanges } from '#test/builders/record.ts';
import { saidBy, weighed } from './flag-bench.ts';

type Review = NonNullable<CaseRecordJson['reviews']>[number];
const complete: Review = {
  number: 1,
  heldOn: '2026-11-13',
  attendees: [{ party: 'parent' }, { party: 'pupil' }],
  parentViews: 'Good.',
  pupilViews: 'I like it.',
  decision: 'More hours',
};
const review = (...all: readonly Review[]): RecordChanges => ({ reviews: all.map((one) => ({ ...complete, ...one })) });
const weeks = (...all: readonly (readonly [string, string])[]): RecordChanges => ({
  plan: {
    fullTimeFrom: null,
    versions: [
      {
        version: 1,
        startsOn: '2026-11-02',
        endsOn: '2026-12-18',
        weeks: all.map(([commencing, out]) => aWeek(commencing, '08:45', out)),
      },
    ],
  },
});

describe('F21: a review says who, what and which decision (WTISA)', () => {
  it('says nothing of one that does, nor of one that is only planned', () => {
    expect(saidBy('F21', review({}))).toEqual([]);
    expect(saidBy('F21', { reviews: [{ number: 2, dueOn: '2026-11-27' }] })).toEqual([]);
  });

  it.each([
    [{ parentViews: ' ' }, 'reviews.0.parentViews: Review 1 is recorded without the parent’s views.'],
    [{ pupilViews: null }, 'reviews.0.pupilViews: Review 1 is recorded without the pupil’s views.'],
    [{ attendees: [] }, 'reviews.0.attendees: Review 1 is recorded without who took part.'],
    [{ decision: null }, 'reviews.0.decision: Review 1 is recorded without a decision.'],
    [{ heldOn: null }, 'reviews.0.heldOn: Review 1 is recorded without the day on which it was held.'],
    [
      { heldOn: null, decision: null, outcomes: 'Went well' },
      'reviews.0.heldOn: Review 1 is recorded without the day on which it was held.',
    ],
    [
      { number: null, decision: null },
      'reviews.0.decision: The review of Fri 13 Nov 2026 is recorded without a decision.',
    ],
    [
      { number: null, heldOn: null, week: 2 },
      'reviews.0.heldOn: The review of week 2 is recorded without the day on which it was held.',
    ],
    [{ number: null, heldOn: null }, 'reviews.0.heldOn: A review is recorded without the day on which it was held.'],
  ] as const)('%j', (changes, words) => {
    expect(saidBy('F21', review({ ...changes } as Review))[0]).toBe(words);
  });

  it('is for the case lead, this week, and no longer once the case has ended', () => {
    expect(weighed('F21', review({ parentViews: null }))).toEqual([
      {
        severity: 'act this week',
        who: 'case lead',
        source: 'WTISA: reviews include the pupil and their parents',
        todo: 'Ask the parent and write down what they say.',
      },
    ]);
    expect(weighed('F21', review({ heldOn: null }))).toMatchObject([{ source: 'CAM:71, WAR:77' }]);
    expect(weighed('F21', review({ decision: null }))).toMatchObject([
      { source: 'WTISA: kept to the shortest time necessary' },
    ]);
    expect(saidBy('F21', { status: 'closed', ...review({ parentViews: null }) })).toEqual([]);
  });
});

describe('F23: no increase across two reviews (WAR:32)', () => {
  const after = (...hours: readonly (number | null)[]): RecordChanges =>
    review(
      ...hours.map((hoursAfter, index) => ({
        number: index + 1,
        heldOn: `2026-11-${String(6 + index).padStart(2, '0')}`,
        hoursAfter,
      })),
    );

  it('goes by the hours that the last three reviews decided', () => {
    expect(saidBy('F23', after(15, 15, 15))).toEqual([
      'reviews: Two reviews in a row brought no more time in school: 15, 15 and then 15 hours a week.',
    ]);
    expect(saidBy('F23', after(15, 14, 14))).toHaveLength(1);
    expect(saidBy('F23', after(15, 15, 15.5))).toEqual([]);
    expect(saidBy('F23', after(15, 16, 16))).toEqual([]);
    expect(saidBy('F23', after(10, 15, 15, 15))).toHaveLength(1);
    // The weeks of the version are the same throughout; the second review brought more all the same.
    const flat = { weeks: ['2026-11-02', '2026-11-09'].map((monday) => aWeek(monday, '09:00', '12:00')) };
    const plan = { versions: [{ version: 1, startsOn: '2026-11-02', endsOn: '2026-12-11', ...flat }] };
    expect(saidBy('F23', { ...after(15, 20), plan })).toEqual([]);
    expect(saidBy('F23', after(15, 15, 15, 16))).toEqual([]);
    expect(saidBy('F23', after(15, 15))).toEqual([]);
    expect(weighed('F23', after(15, 15, 15))).toMatchObject([
      { severity: 'act today', who: 'SENCO', source: 'WAR:32' },
    ]);
  });

  it('goes by the weeks of the plan where reviews do not say', () => {
    const held = review({ number: 1, heldOn: '2026-11-06' }, { number: 2, heldOn: '2026-11-13' });
    const flat = { ...weeks(['2026-11-02', '11:45'], ['2026-11-09', '11:45'], ['2026-11-16', '11:45']), ...held };
    expect(saidBy('F23', flat)).toEqual([
      'reviews: Two reviews in a row brought no more time in school: 15 hours by the clock before, 15 hours by the clock after.',
    ]);
    const growing = { ...weeks(['2026-11-02', '11:45'], ['2026-11-09', '11:45'], ['2026-11-16', '11:46']), ...held };
    expect(saidBy('F23', growing)).toEqual([]);
    expect(saidBy('F23', { ...flat, ...review({ heldOn: '2026-11-06' }) })).toEqual([]);
    expect(saidBy('F23', { status: 'agreed', ...flat })).toEqual([]);
  });

  it('counts supervised time elsewhere as time gained', () => {
    const held = review({ number: 1, heldOn: '2026-11-06' }, { number: 2, heldOn: '2026-11-13' });
    const plan = {
      versions: [
        {
          version: 1,
          startsOn: '2026-11-02',
          endsOn: '2026-12-18',
          weeks: [
            aWeek('2026-11-02', '08:45', '11:45'),
            aWeek('2026-11-16', '08:45', '11:45', {
              elsewhere: [
                {
                  day: 'monday' as const,
                  in: '13:00',
                  out: '14:00',
                  kind: 'school-arranged' as const,
                  supervisedBy: 'Pat Tutor',
                },
              ],
            }),
          ],
        },
      ],
    };
    expect(saidBy('F23', { plan, ...held })).toEqual([]);
  });
});

describe('F24: hours that go down', () => {
  it('from one planned week to the next', () => {
    expect(saidBy('F24', weeks(['2026-11-02', '12:00'], ['2026-11-09', '12:00']))).toEqual([]);
    expect(saidBy('F24', weeks(['2026-11-02', '12:00'], ['2026-11-09', '11:59']))).toEqual([
      'plan.versions.0.weeks.1.days: In the week of Mon 9 Nov 2026 the hours in school go down from 16 hours 15 minutes to 16 hours 10 minutes.',
    ]);
    expect(weighed('F24', weeks(['2026-11-02', '12:00'], ['2026-11-09', '11:59']))).toMatchObject([
      { severity: 'act today', who: 'headteacher', source: 'WTISA: kept to the shortest time necessary' },
    ]);
  });

  it('does not compare a week whose date is wrong', () => {
    expect(saidBy('F24', weeks(['2016-11-07', '15:00'], ['2026-11-02', '12:00']))).toEqual([]);
  });

  it('by a review', () => {
    expect(saidBy('F24', review({ decision: 'Fewer hours' }))).toEqual([
      'reviews.0.decision: Review 1 decided on fewer hours.',
    ]);
    expect(saidBy('F24', review({ decision: 'Same hours' }))).toEqual([]);
    expect(saidBy('F24', { status: 'closed', ...review({ decision: 'Fewer hours' }) })).toEqual([]);
  });
});

describe('F25: a plan leads back to full time (CAM:94)', () => {
  it('when its last week is the school’s own week, or a day of full time is agreed', () => {
    expect(saidBy('F25', weeks(['2026-11-02', '12:00'], ['2026-11-09', '15:15']))).toEqual([]);
    const { plan } = weeks(['2026-11-02', '15:14']);
    expect(saidBy('F25', { plan: { ...plan, fullTimeFrom: '2026-12-21' } })).toEqual([]);
  });

  it('otherwise says by how much it falls short', () => {
    expect(saidBy('F25', weeks(['2026-11-09', '15:14'], ['2026-11-02', '15:15']))).toEqual([
      'plan.versions.0.weeks.0.days: The last planned week has 32 hours 25 minutes in school, 5 minutes less than the school’s own week of 32 hours 30 minutes: the plan never reaches full time.',
    ]);
    expect(weighed('F25', weeks(['2026-11-02', '12:00']))).toMatchObject([
      { severity: 'act this week', who: 'case lead', source: 'CAM:94, WTISA: a proposed end date' },
    ]);
    expect(saidBy('F25', { status: 'closed', ...weeks(['2026-11-02', '12:00']) })).toEqual([]);
  });
});

describe('F26: live past its end date (WTISA)', () => {
  const on = (day: string) => saidBy('F26', {}, { on: date(day) });

  it('from the day after the end, for the headteacher, today', () => {
    expect(on('2026-12-11')).toEqual([]);
    expect(on('2026-12-12')).toEqual([
      'plan.versions.0.endsOn: The plan ended on Fri 11 Dec 2026 and is still live; nothing has been decided.',
    ]);
    expect(weighed('F26', {}, { on: date('2027-02-01') })).toMatchObject([
      { severity: 'act today', who: 'headteacher' },
    ]);
  });

  it('only while the case is active, and not by an end before the start', () => {
    expect(saidBy('F26', { status: 'agreed' }, { on: date('2027-02-01') })).toEqual([]);
    const wrong = { plan: { versions: [{ version: 1, startsOn: '2026-11-02', endsOn: '2026-02-11' }] } };
    expect(saidBy('F26', wrong)).toEqual([]);
    const open = { plan: { versions: [{ version: 1, startsOn: null, endsOn: '2026-02-11' }] } };
    expect(saidBy('F26', open)).toHaveLength(1);
  });
});

describe('F40: a review that agreed on the end (DBY:57)', () => {
  const ended = (decision: Review['decision'], more: Review = {}): RecordChanges => review({ decision, ...more });

  it('asks for the case to be closed, from the day after the review', () => {
    expect(saidBy('F40', ended('Back to full time'))).toEqual([
      'reviews.0.decision: Review 1 agreed on a return to full time, and the case is still live.',
    ]);
    expect(saidBy('F40', ended('Stop'))).toEqual([
      'reviews.0.decision: Review 1 agreed to stop the plan, and the case is still live.',
    ]);
    expect(weighed('F40', ended('Stop'))).toEqual([
      {
        severity: 'act today',
        who: 'case lead',
        source: 'DBY:57',
        todo: 'Close the case, so that the authority is told.',
      },
    ]);
    expect(weighed('F40', ended('Stop', { heldOn: '2026-11-23' }))).toMatchObject([{ severity: 'note' }]);
  });

  it('says nothing of another decision, of an earlier review, or of a case that is not live', () => {
    for (const decision of ['More hours', 'Same hours', 'Extend', null] as const)
      expect(saidBy('F40', ended(decision))).toEqual([]);
    const earlier = review({ decision: 'Stop', heldOn: '2026-11-06' }, { number: 2, decision: 'More hours' });
    expect(saidBy('F40', earlier)).toEqual([]);
    expect(saidBy('F40', { status: 'agreed', ...ended('Stop') })).toEqual([]);
    expect(saidBy('F40', { status: 'closed', ...ended('Stop') })).toEqual([]);
    expect(saidBy('F40', { reviews: [] })).toEqual([]);
  });
});

describe('a review that is still to come', () => {
  it('is not yet held: on the day itself it may be', () => {
    expect(saidBy('not yet', review({ heldOn: '2026-11-23' }))).toEqual([]);
    expect(saidBy('not yet', review({ heldOn: '2026-11-24' }))).toEqual([
      'reviews.0.heldOn: Review 1 is recorded as held on Tue 24 Nov 2026, which is still to come.',
    ]);
    expect(saidBy('not yet', { status: 'withdrawn', ...review({ heldOn: '2026-11-24' }) })).toEqual([]);
    expect(weighed('not yet', review({ heldOn: '2026-11-24' }))).toMatchObject([
      { severity: 'act this week', who: 'case lead' },
    ]);
  });
});

describe('words that promise reviews every two weeks where the policy asks for every week (CAM:71, CAM:323)', () => {
  const promise = (welfareOffSite: string | null): RecordChanges => ({ risk: { welfareOffSite } });
  const cambridgeshire = { policies: ['cambridgeshire'] };

  it.each(['reviewed once every two weeks', 'every 2 weeks', 'fortnightly', 'once a fortnight'])('“%s”', (text) => {
    expect(saidBy('interval', promise(text), cambridgeshire)).toEqual([
      `risk.welfareOffSite: Reviews are promised every two weeks (“${text}”); after the first one they are to be held every 7 days.`,
    ]);
  });

  it('are right where the policy asks for a fortnight, and where nothing is promised', () => {
    expect(saidBy('interval', promise('fortnightly'))).toEqual([]);
    expect(saidBy('interval', promise('weekly'), cambridgeshire)).toEqual([]);
    expect(saidBy('interval', promise(null), cambridgeshire)).toEqual([]);
    expect(saidBy('interval', { risk: null }, cambridgeshire)).toEqual([]);
  });
});
