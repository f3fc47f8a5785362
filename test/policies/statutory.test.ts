import { statutory } from '#policies/statutory.ts';
import { holdPolicy } from './support/hold-policy.ts';

holdPolicy(statutory, {
  'statutory/parent': ['has the agreement of a parent the pupil normally lives with', 'F05'],
  'statutory/authorised-person': ['is granted by the person whom the proprietor has authorised'],
  'statutory/times-and-dates': ['has agreed times, day by day'],
  'statutory/end-date': ['has a proposed end date', 'F01'],
  'statutory/ambition': ['has a clear ambition'],
  'statutory/pupil-at-reviews': ['is reviewed with the pupil', 'F21'],
  'statutory/parent-at-reviews': ['is reviewed with the parent', 'F21'],
  'statutory/ehc-plan': ['is discussed with the authority that maintains the EHC plan', 'F09'],
  'statutory/social-worker': ['is made known to the social worker', 'F09'],
  'statutory/extension': ['is extended only for a reason that is stated', 'F29'],
  'statutory/reasons': ['does not manage behaviour: a risk of exclusion is to be justified', 'F16'],
  'statutory/code': ['marks a session that is not due C2'],
  'statutory/code-below-school-age': ['marks it X below compulsory school age'],
  'statutory/code-authority-provision': ['marks provision that the authority arranges K'],
  'statutory/code-school-provision': ['marks supervised provision that the school arranges B'],
  'statutory/code-another-school': ['marks attendance at another school D'],
});
