import type { Policy } from './policy.ts';

/** Derby Diocesan Academy Trust, January 2025. */
export const ddat: Policy = {
  id: 'ddat',
  name: 'DDAT',
  lastChecked: '2026-11-22',
  firstReviewWithinDays: { value: 14, source: 'DDAT:141' },
  reviewEveryDays: { value: 14, source: 'DDAT:141, 215' },
  notifyAuthority: { value: true, source: 'DDAT:178' },
  parentConsent: { value: true, source: 'DDAT:120, 133' },
};
