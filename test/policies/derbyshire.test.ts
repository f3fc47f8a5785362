import { expect, it } from 'vitest';
import { derbyshire } from '#policies/derbyshire.ts';
import { holdPolicy, saidBy } from './support/hold-policy.ts';

holdPolicy(
  derbyshire,
  {
    'derbyshire/end-date': ['has a time limit by which the pupil is full time', 'F01'],
    'derbyshire/explained': ['meets the parent first to explain the process'],
    'derbyshire/consent-in-principle': ['gathers consent in principle before there is a plan'],
    'derbyshire/home-form': ['has the home information form back, not only given out'],
    'derbyshire/school-information': ['collects the school’s information before the meeting'],
    'derbyshire/pupil-voice': ['names who leads the pupil voice activity and does it'],
    'derbyshire/meeting': ['holds a multi-agency meeting; one that is only planned does not count'],
    'derbyshire/chair': ['has a senior member of staff in the chair', 'F55'],
    'derbyshire/length': ['meets for one to two hours', 'F55'],
    'derbyshire/targets': ['sets three short targets at least', 'F18'],
    'derbyshire/risk-assessment': ['completes the risk assessment', 'F11'],
    'derbyshire/no-open-concern': ['cannot go ahead while nobody mitigates a safeguarding concern', 'F11'],
    'derbyshire/first-review': ['reviews first after six weeks at most', 'F20'],
    'derbyshire/parent': ['has the parent’s signature, not only their consent', 'F05'],
    'derbyshire/shared': ['shares the plan with everyone who was at the meeting, the parent included', 'F49'],
    'derbyshire/work': ['provides work for the time out of school', 'F45'],
    'derbyshire/parent-at-reviews': ['reviews with the parent', 'F21'],
    'derbyshire/notification': ['tells the authority with form 1', 'F39'],
    'derbyshire/send': ['tells the SEND mailbox of a pupil with an EHC plan', 'F39'],
    'derbyshire/social-worker': ['tells the social worker', 'F39'],
    'derbyshire/virtual-school': ['tells the Virtual School of a looked-after pupil', 'F39'],
    'derbyshire/early-help': ['tells the Early Help worker', 'F39'],
    'derbyshire/update': ['tells the authority of a change with form 2', 'F40'],
    'derbyshire/closure': ['tells the authority of the end with form 3', 'F40'],
    'derbyshire/half-term-return': ['makes the return of every half-term', 'F41'],
  },
  ['DBY:40, 48', 'DBY:25, 48', 'DBY:16, 44', 'DBY:41'],
);

it('three targets lead to a long-term outcome (DBY:39)', () => {
  const said = saidBy([derbyshire], { outcome: null }).filter(({ severity }) => severity !== 'note');
  expect(said).toMatchObject([{ rule: 'derbyshire/targets', at: ['outcome'], source: 'DBY:39' }]);
});
