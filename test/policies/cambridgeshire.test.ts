import { expect, it } from 'vitest';
import { cambridgeshire } from '#policies/cambridgeshire.ts';
import { statutory } from '#policies/statutory.ts';
import type { RecordChanges } from '#test/builders/record.ts';
import { holdPolicy, saidBy } from './support/hold-policy.ts';

holdPolicy(
  cambridgeshire,
  {
    'cambridgeshire/hours': ['leads back to the hours of the key stage'],
    'cambridgeshire/six-weeks': ['lasts six weeks at most', 'F27'],
    'cambridgeshire/pupil': ['is agreed with the pupil', 'F09'],
    'cambridgeshire/authority-officer': ['is agreed by a Local Authority Officer', 'F09'],
    'cambridgeshire/supervision': ['names who has the duty of safeguarding in each session', 'F32'],
    'cambridgeshire/reviews': ['is reviewed within two weeks and then weekly', 'F20'],
    'cambridgeshire/parent-at-reviews': ['is reviewed with the parent', 'F21'],
    'cambridgeshire/pupil-at-reviews': ['is reviewed with the pupil', 'F21'],
    'cambridgeshire/reasons': ['uses only the reasons of the form'],
    'cambridgeshire/early-help': ['has an early help assessment for every pupil', 'F10'],
    'cambridgeshire/risk-management-plan': ['saves a risk management plan on the pupil’s record'],
    'cambridgeshire/parent': ['has signed parental permission', 'F05'],
    'cambridgeshire/extension': ['is extended only for a reason that is stated', 'F29'],
    'cambridgeshire/ehc-review': ['follows an annual review', 'F10'],
    'cambridgeshire/ehc-agreement': ['has the Case Work Officer’s written agreement', 'F09'],
    'cambridgeshire/interpreter': ['has an interpreter where one is needed', 'F48'],
    'cambridgeshire/risk-assessment': ['has an individual risk assessment', 'F11'],
    'cambridgeshire/five-steps': ['takes the five steps for every hazard'],
    'cambridgeshire/guidance-copy': ['gives the parent a copy of the guidance'],
    'cambridgeshire/ap-register': ['enters a secondary pupil who loses more than a fifth on the AP register', 'F54'],
    'cambridgeshire/seventeen-factors': ['considers each of the seventeen factors', 'F12'],
    'cambridgeshire/off-site': ['says how welfare is monitored out of school'],
    'cambridgeshire/medical-evidence': ['supports a medical reason with evidence', 'F15'],
    'cambridgeshire/objectives': ['has objectives'],
    'cambridgeshire/parent-view': ['writes down the parent’s view'],
    'cambridgeshire/pupil-view': ['writes down the pupil’s view'],
    'cambridgeshire/weekly-targets': ['has a target for every week', 'F18'],
    'cambridgeshire/end-date': ['has an end date', 'F01'],
    'cambridgeshire/checklist': ['answers every question of the checklist yes or n/a'],
    'cambridgeshire/looked-after-virtual-school': ['has the Virtual School’s written agreement', 'F09'],
    'cambridgeshire/looked-after-designated-teacher': ['has the designated teacher’s written agreement', 'F09'],
    'cambridgeshire/team-around-family': ['follows a Team Around the Family meeting', 'F10'],
    'cambridgeshire/lead-professional': ['has the lead professional’s written agreement', 'F09'],
    'cambridgeshire/core-group': ['is discussed at a Core Group', 'F10'],
    'cambridgeshire/child-in-need-meeting': ['is discussed at a Core Group or child in need meeting', 'F10'],
    'cambridgeshire/child-protection-social-worker': [
      'has the social worker’s consent for a child protection plan',
      'F09',
    ],
    'cambridgeshire/child-in-need-social-worker': ['has the social worker’s consent for a child in need', 'F09'],
    'cambridgeshire/work-set': ['sets differentiated work', 'F45'],
    'cambridgeshire/work-marked': ['marks the work'],
    'cambridgeshire/code': ['says code C, which the law has replaced'],
  },
  [
    'CAM:112',
    'CAM:110',
    'CAM:45',
    'CAM:9, 113',
    'CAM:69, 245, 496',
    'CAM:71, 277, 323',
    'CAM:7, 83',
    'CAM:52, 247',
    'CAM:250',
    'CAM:243',
    'CAM:69, 283',
  ],
);

it('after the first review the next is due within a week, not two (CAM:71)', () => {
  const planned = (dueOn: string) =>
    saidBy([cambridgeshire], {
      reviews: [
        { number: 1, heldOn: '2026-11-13' },
        { number: 2, dueOn },
      ],
    }).filter(({ rule }) => rule === 'F20');
  expect(planned('2026-11-20')).toEqual([]);
  expect(planned('2026-11-21')).toMatchObject([
    { at: ['reviews', 1, 'dueOn'], words: expect.stringContaining('8 days after the last review; at most 7') },
  ]);
});

it('a second extension is more than Cambridgeshire allows (CAM:256)', () => {
  const extension = { reason: 'Illness', planRevisedOn: '2026-12-01', from: '2026-12-14', to: '2027-01-24' };
  const flagged = (count: number) =>
    saidBy([cambridgeshire], { extensions: Array.from({ length: count }, () => extension) }).filter(
      ({ rule }) => rule === 'F28',
    );
  expect(flagged(1)).toEqual([]);
  expect(flagged(2)).toMatchObject([{ at: ['extensions'], source: 'CAM:95, 256', who: 'headteacher' }]);
});

it('the headteacher’s signature on the form is the sign-off, asked for once and by the law (CAM:282, 472)', () => {
  const asked = (changes: RecordChanges) =>
    saidBy([statutory, cambridgeshire], changes).filter(({ at }) => at[0] === 'signOff');
  expect(asked({})).toEqual([]);
  expect(asked({ signOff: null })).toMatchObject([{ rule: 'statutory/authorised-person', who: 'headteacher' }]);
  expect(asked({ signOff: { on: null } })).toHaveLength(1);
});
