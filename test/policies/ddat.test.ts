import { describe, expect, it } from 'vitest';
import { ddat } from '#policies/ddat.ts';
import { holdPolicy, saidBy } from './support/hold-policy.ts';

holdPolicy(
  ddat,
  {
    'ddat/reasons': ['uses only the reasons that the policy lists'],
    'ddat/alternatives': ['has tried every other avenue first'],
    'ddat/voices-parent': ['writes down the parent’s view'],
    'ddat/voices-pupil': ['writes down the pupil’s view'],
    'ddat/voices-staff': ['writes down the staff’s view'],
    'ddat/medical-evidence': ['supports medical grounds with a practitioner’s evidence', 'F15'],
    'ddat/healthcare-plan': ['has an individual healthcare plan for a medical need', 'F15'],
    'ddat/risk-assessment': ['has a thorough risk assessment', 'F11'],
    'ddat/off-site-risks': ['considers exploitation, substances, self-harm, radicalisation and crime', 'F12'],
    'ddat/meeting': ['convenes a meeting with the parents'],
    'ddat/rationale': ['records the rationale'],
    'ddat/ehc-review': ['reviews the EHC plan first', 'F10'],
    'ddat/ehc-approval': ['has the approval of the authority’s SEND team in writing', 'F09'],
    'ddat/pep-review': ['reviews the personal education plan first', 'F10'],
    'ddat/looked-after-social-worker': ['has the consent of a looked-after pupil’s social worker', 'F09'],
    'ddat/looked-after-virtual-school': ['has the consent of the Virtual School', 'F09'],
    'ddat/looked-after-limited': ['is used for looked-after pupils only in very limited circumstances'],
    'ddat/ehc-limited': ['is used with an EHC plan only in very limited circumstances'],
    'ddat/child-protection-exceptional': [
      'is used with a child protection plan only in the most exceptional circumstances',
    ],
    'ddat/child-protection-social-worker': ['has the agreement of the social worker of a child protection plan', 'F09'],
    'ddat/core-group': ['follows a Core Group meeting or a discussion with the social worker', 'F10'],
    'ddat/social-care-meeting': ['follows a meeting with the social worker where social care is involved', 'F10'],
    'ddat/parent': ['has the parent’s signed consent', 'F05'],
    'ddat/pupil': ['is agreed with the pupil', 'F09'],
    'ddat/chronology': ['keeps a chronology'],
    'ddat/minutes': ['keeps minutes of the meetings'],
    'ddat/education-welfare': ['tells the education welfare service', 'F39'],
    'ddat/supervision-details': ['says how the pupil is safe and supervised off site'],
    'ddat/responsibility': ['has a signed agreement on who is responsible when'],
    'ddat/objectives': ['has objectives'],
    'ddat/hours': ['agrees the hours in school'],
    'ddat/first-review': ['reviews after two weeks', 'F20'],
    'ddat/reviews': ['reviews every two weeks from then on', 'F20'],
    'ddat/work-set': ['sets work', 'F45'],
    'ddat/work-marked': ['marks the work'],
    'ddat/code-not-due': ['marks a session that is not due C2'],
    'ddat/code-authority-provision': ['marks what the authority arranges K'],
    'ddat/code-school-provision': ['marks what the school arranges off site B'],
    'ddat/code-another-school': ['marks attendance at another school D'],
    'ddat/transport': ['adjusts transport to the times', 'F44'],
    'ddat/sign-out': ['has the pupil sign out at the desk'],
    'ddat/meals': ['goes on giving free school meals', 'F43'],
    'ddat/notification': ['tells the authority', 'F39'],
    'ddat/update': ['tells the authority of a change', 'F40'],
    'ddat/closure': ['tells the authority of the end', 'F40'],
    'ddat/trust': ['tells the trust', 'F50'],
    'ddat/governors': ['tells the governors of the decision', 'F50'],
    'ddat/governors-report': ['reports number and duration to the governors', 'F50'],
    'ddat/inclusion-support': ['consults the Inclusion Support Advisory Service', 'F09'],
    'ddat/early-help': ['consults the Early Help team', 'F09'],
    'ddat/trust-schools': ['seeks support from other schools of the trust'],
  },
  [
    'DDAT:107, 49, 110, 230, 271',
    'DDAT:149, 153',
    'DDAT:215, 39, 47',
    'DDAT:48, 178',
    'DDAT:122, 192',
    'DDAT:198, 200',
    'DDAT:125',
    'DDAT:122',
  ],
);

describe('the trust’s policy, which was to be reviewed in February 2026 (DDAT:11),', () => {
  it.each([
    ['2026-02-27', 0],
    ['2026-02-28', 0],
    ['2026-03-01', 1],
  ])('is said to be out of its review only once the month is over: %s', (today, count) => {
    expect(saidBy([ddat], {}, today).filter(({ source }) => source === 'DDAT:11')).toHaveLength(count);
  });

  it('names the day in a note to the administrator', () => {
    expect(saidBy([ddat], {}).find(({ rule }) => rule === 'F53')).toEqual({
      rule: 'F53',
      severity: 'note',
      at: ['school', 'policies'],
      words: 'DDAT: the document was to be reviewed by Sat 28 Feb 2026, and the edition followed here is older.',
      todo: 'Ask whether there is a newer edition, and have the policy file compared with it.',
      who: 'administrator',
      source: 'DDAT:11',
      policy: 'DDAT',
    });
  });
});

it('either a Core Group or a discussion with the social worker will do (DDAT:200)', () => {
  const flagged = (kind: 'Core Group' | 'meeting with social worker' | 'PEP review') =>
    saidBy([ddat], { groups: { childProtection: true }, meetings: [{ kind, heldOn: '2026-10-14' }] }).filter(
      ({ source }) => source === 'DDAT:200',
    );
  expect(flagged('Core Group')).toEqual([]);
  expect(flagged('meeting with social worker')).toEqual([]);
  expect(flagged('PEP review')).toMatchObject([
    {
      at: ['meetings'],
      severity: 'stop',
      who: 'DSL',
      words: 'The record has no Core Group meeting that was held, or meeting with the social worker that was held.',
    },
  ]);
});
