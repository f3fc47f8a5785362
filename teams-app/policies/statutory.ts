import type { Policy } from './policy.ts';

/** The School Attendance (Pupil Registration) (England) Regulations 2024 and the statutory guidance: the floor under every stack. */
export const statutory: Policy = {
  id: 'statutory',
  name: 'Attendance regulations 2024',
  lastChecked: '2026-11-22',
  parentConsent: { value: true, source: 'SI 2024/208 reg 11(6)' },
};
