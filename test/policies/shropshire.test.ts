import { expect, it } from 'vitest';
import { shropshire } from '#policies/shropshire.ts';
import { holdPolicy, saidBy } from './support/hold-policy.ts';

holdPolicy(shropshire, {
  'shropshire/exploitation': ['is not used at all where there is a risk of exploitation'],
  'shropshire/child-protection': ['is not used at all during child protection planning'],
  'shropshire/notification': ['tells the authority within a day of the decision', 'F39'],
  'shropshire/risk-assessment': ['has a risk assessment in every case', 'F11'],
  'shropshire/send': ['has the agreement of the SEND team for a pupil with an EHC plan', 'F09'],
  'shropshire/virtual-school': ['has the agreement of the placing authority’s Virtual School', 'F09'],
});

it.each([
  ['2026-11-20', []],
  ['2026-11-21', []],
  ['2026-11-22', ['F39']],
])(
  'a decision of 20 November that Shropshire was not told of is late from the second day after: %s',
  (today, flags) => {
    const said = saidBy([shropshire], { decidedOn: '2026-11-20', notices: [] }, today);
    expect(said.map(({ rule }) => rule)).toEqual(flags);
  },
);

it('no justification opens what Shropshire bars', () => {
  const said = saidBy([shropshire], {
    groups: { exploitationRisk: true },
    signOff: { exceptional: 'Very exceptional.' },
  });
  expect(said).toMatchObject([
    { rule: 'shropshire/exploitation', severity: 'stop', who: 'headteacher', at: ['groups'] },
  ]);
});
