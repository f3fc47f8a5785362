import { describe, expect, it } from 'vitest';
import type { RecordChanges } from '#test/builders/record.ts';
import { aWeek } from '#test/builders/record-parts/plan.ts';
import { saidBy } from '#test/policies/support/hold-policy.ts';
import { theVersion } from '#test/policies/support/item-changes.ts';
import { aPolicy } from './said.ts';

const daily = aPolicy([{ kind: 'contact', group: 'looked after' }]);
const said = (changes: RecordChanges, today = '2026-11-23') =>
  saidBy([daily], { groups: { lookedAfter: true }, ...changes }, today);

const offMondays = (commencing: string) => {
  const { days, ...week } = aWeek(commencing, '08:45', '11:45');
  return { ...week, days: { ...days, monday: null } };
};
const offMonday = theVersion({ weeks: ['2026-11-02', '2026-11-09', '2026-11-16'].map(offMondays) });

describe('daily contact with a pupil who stays at home on Mondays (WAR:147, 156)', () => {
  it('is asked for on every school day they are not in', () => {
    expect(said({ ...offMonday, contacts: [] })).toEqual([
      {
        rule: 'F31',
        severity: 'act today',
        at: ['contacts'],
        words:
          'On 3 days when the pupil was not in school nobody is recorded as having reached them, last on Mon 16 Nov 2026.',
        todo: 'Make contact today and record it; if the pupil cannot be reached, tell the social worker.',
        who: 'DSL',
        source: 'test:0',
        policy: 'Policy test',
      },
    ]);
  });

  it('is met by a contact that reached them on each of these days', () => {
    const contacts = ['2026-11-02', '2026-11-09', '2026-11-16'].map((on) => ({ on, reached: true }));
    expect(said({ ...offMonday, contacts })).toEqual([]);
    expect(said({ ...offMonday, contacts: contacts.slice(1) })).toMatchObject([
      { words: expect.stringMatching(/^On 1 day when .* last on Mon 2 Nov 2026\.$/) },
    ]);
  });

  it('says so where contact was tried', () => {
    expect(said({ ...offMonday, contacts: [{ on: '2026-11-16', reached: false }] })).toMatchObject([
      { words: expect.stringContaining('last on Mon 16 Nov 2026, when contact was tried.') },
    ]);
  });

  it('is not missed until the day is over', () => {
    expect(said({ ...offMonday, contacts: [] }, '2026-11-02')).toEqual([]);
    expect(said({ ...offMonday, contacts: [] }, '2026-11-03')).toHaveLength(1);
  });

  it('ends with the plan', () => {
    const ended = theVersion({ endsOn: '2026-11-08', weeks: ['2026-11-02', '2026-11-09'].map(offMondays) });
    expect(said({ ...ended, contacts: [{ on: '2026-11-02', reached: true }] })).toEqual([]);
  });

  it('is asked only for pupils of the group, and only while the plan is running', () => {
    expect(said({ ...offMonday, contacts: [], groups: { lookedAfter: false } })).toEqual([]);
    expect(said({ ...offMonday, contacts: [], status: 'agreed' })).toEqual([]);
    expect(said({ ...offMonday, contacts: [], status: 'closed' })).toEqual([]);
  });

  it('is not asked for on days when the school is closed', () => {
    const overNewYear = theVersion({ endsOn: '2027-01-29', startsOn: '2026-12-21', weeks: [offMondays('2026-12-21')] });
    expect(said({ ...overNewYear, contacts: [] }, '2026-12-29')).toEqual([]);
  });

  it('follows the version that was in force on the day', () => {
    const { plan } = theVersion({ weeks: [offMondays('2026-11-02'), offMondays('2026-11-09')] });
    const second = {
      version: 2,
      startsOn: '2026-11-09',
      endsOn: '2026-12-11',
      weeks: [aWeek('2026-11-09', '08:45', '12:00')],
    };
    const changed: RecordChanges = {
      plan: { current: 2, versions: [...(plan?.versions ?? []), second] },
      contacts: [],
    };
    expect(said(changed)).toMatchObject([{ words: expect.stringMatching(/^On 1 day .*Mon 2 Nov 2026/) }]);
  });

  it('is not counted where nothing is planned', () => {
    expect(said({ plan: { versions: [] }, contacts: [] })).toEqual([]);
  });
});
