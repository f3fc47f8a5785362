import type { Policy } from './policy.ts';

export const derbyshire: Policy = {
  id: 'derbyshire',
  name: 'Derbyshire',
  lastChecked: '2026-11-22',
  // “Approximately after 6 weeks”, earlier where the pupil needs it; after that, as agreed at each review (DBY:54).
  firstReviewWithinDays: { value: 42, source: 'DBY:41' },
  notifyAuthority: { value: true, source: 'DBY:25, 55-57' },
  parentConsent: { value: true, source: 'DBY:8, 44, 48' },
};
