import { describe, expect, it } from 'vitest';
import type { RecordChanges } from '#test/builders/record.ts';
import { saidBy } from '#test/policies/support/hold-policy.ts';
import { theVersion } from '#test/policies/support/item-changes.ts';
import { aPolicy } from './said.ts';

const fortnightly = aPolicy([{ kind: 'review', first: 14, next: 14 }]);
const said = (changes: RecordChanges, today: string) => saidBy([fortnightly], changes, today);
const brief = (changes: RecordChanges, today: string) =>
  said(changes, today).map(({ rule, severity, who, at, words }) => [rule, severity, who, at.join('.'), words]);

describe('a review planned for Friday 13 November', () => {
  const planned: RecordChanges = { reviews: [{ number: 1, dueOn: '2026-11-13' }] };

  it.each([
    ['2026-11-09', []],
    ['2026-11-10', [['F19', 'note', 'case lead', 'reviews.0.dueOn', 'A review is due on Fri 13 Nov 2026.']]],
    ['2026-11-12', [['F19', 'note', 'case lead', 'reviews.0.dueOn', 'A review is due on Fri 13 Nov 2026.']]],
    ['2026-11-13', [['F19', 'act this week', 'case lead', 'reviews.0.dueOn', 'A review is due today.']]],
    [
      '2026-11-14',
      [
        [
          'F19',
          'act today',
          'case lead',
          'reviews.0.dueOn',
          'A review was due on Fri 13 Nov 2026 and is 1 day overdue.',
        ],
      ],
    ],
    [
      '2026-11-18',
      [
        [
          'F19',
          'act today',
          'case lead',
          'reviews.0.dueOn',
          'A review was due on Fri 13 Nov 2026 and is 5 days overdue.',
        ],
      ],
    ],
    [
      '2026-11-19',
      [
        [
          'F19',
          'act today',
          'headteacher',
          'reviews.0.dueOn',
          'A review was due on Fri 13 Nov 2026 and is 6 days overdue.',
        ],
      ],
    ],
  ])('is spoken of three school days ahead and goes to the headteacher after five days: on %s', (today, expected) => {
    expect(brief(planned, today)).toEqual(expected);
  });

  it('says what to do', () => {
    expect(said(planned, '2026-11-13')[0]).toMatchObject({
      todo: 'Hold the review with the parent and the pupil, and record what it decides.',
      source: 'test:0',
      policy: 'Policy test',
    });
  });

  it.each(['considering', 'preparing', 'agreed'] as const)('is not due while the case is %s', (status) => {
    expect(said({ ...planned, status }, '2026-11-20')).toEqual([]);
  });

  it.each(['closed', 'declined', 'withdrawn'] as const)('is owed by no case that is %s', (status) => {
    expect(said({ reviews: [], status }, '2026-12-20')).toEqual([]);
  });
});

describe('a first review within fourteen days of Monday 2 November', () => {
  it('may be planned for the sixteenth', () => {
    expect(said({ reviews: [{ dueOn: '2026-11-16' }] }, '2026-11-03')).toEqual([]);
  });

  it('may not be planned for the seventeenth', () => {
    expect(said({ reviews: [{ dueOn: '2026-11-17' }] }, '2026-11-03')).toEqual([
      {
        rule: 'F20',
        severity: 'act this week',
        at: ['reviews', 0, 'dueOn'],
        words: 'The review planned for Tue 17 Nov 2026 is 15 days after the start; at most 14 are allowed.',
        todo: 'Plan a review for Mon 16 Nov 2026 or earlier.',
        who: 'case lead',
        source: 'test:0',
        policy: 'Policy test',
      },
    ]);
  });

  it('is taken from the plan where no review is listed', () => {
    expect(said({ reviews: [], ...theVersion({ firstReviewOn: '2026-11-16' }) }, '2026-11-03')).toEqual([]);
    expect(said({ reviews: [], ...theVersion({ firstReviewOn: '2026-11-17' }) }, '2026-11-03')).toMatchObject([
      { rule: 'F20', at: ['reviews'] },
    ]);
  });

  it('is asked for where none is planned, before the start as well', () => {
    const none: RecordChanges = { status: 'agreed', reviews: [], ...theVersion({ firstReviewOn: null }) };
    expect(said(none, '2026-10-20').map(({ words }) => words)).toEqual([
      'No review is planned; one is due at most 14 days after the start, by Mon 16 Nov 2026.',
    ]);
  });

  it('is overdue from its latest day, however late it was planned', () => {
    expect(brief({ reviews: [{ dueOn: '2026-12-01' }] }, '2026-11-17').map(([rule]) => rule)).toEqual(['F20', 'F19']);
  });

  it('is not asked for while nobody knows the start', () => {
    expect(said({ reviews: [], ...theVersion({ startsOn: null }) }, '2026-11-17')).toEqual([]);
  });
});

describe('the review after one that was held on 13 November', () => {
  const held = { number: 1, heldOn: '2026-11-13' };

  it('is counted from the last that was held, wherever it stands in the list', () => {
    const earlier = { number: 2, heldOn: '2026-11-06' };
    const reviews = [held, earlier, { number: 3, dueOn: '2026-11-27' }];
    expect(said({ reviews }, '2026-11-16')).toEqual([]);
    expect(said({ reviews: [...reviews].reverse() }, '2026-11-16')).toEqual([]);
  });

  it('is taken from what the last one decided', () => {
    expect(said({ reviews: [{ ...held, nextOn: '2026-11-27' }] }, '2026-11-16')).toEqual([]);
    expect(said({ reviews: [{ ...held, nextOn: '2026-11-28' }] }, '2026-11-16').map(({ words }) => words)).toEqual([
      'The review planned for Sat 28 Nov 2026 is 15 days after the last review; at most 14 are allowed.',
    ]);
  });

  it('is not asked for where the plan ends before it would be due', () => {
    const ending = (endsOn: string): RecordChanges => ({ reviews: [held], ...theVersion({ endsOn }) });
    expect(said(ending('2026-11-26'), '2026-11-16')).toEqual([]);
    expect(said(ending('2026-11-27'), '2026-11-16').map(({ rule }) => rule)).toEqual(['F20']);
  });

  it('is the soonest of those that are planned', () => {
    const reviews = [held, { dueOn: '2026-11-27' }, { dueOn: '2026-11-20' }];
    expect(brief({ reviews }, '2026-11-20')).toEqual([
      ['F19', 'act this week', 'case lead', 'reviews.2.dueOn', 'A review is due today.'],
    ]);
  });
});

it('a review that would fall on a closed day is brought forward', () => {
  // Boxing Day week: the school of the tests is closed from 19 December to 3 January.
  const changes: RecordChanges = {
    reviews: [{ heldOn: '2026-12-11' }, { dueOn: '2026-12-24' }],
    ...theVersion({ endsOn: '2027-01-29' }),
  };
  expect(brief(changes, '2026-12-18').map(([, , , , words]) => words)).toEqual(['A review is due today.']);
});

it('where no policy gives a number nothing is asked', () => {
  expect(saidBy([aPolicy([])], { reviews: [] }, '2026-12-01')).toEqual([]);
});
