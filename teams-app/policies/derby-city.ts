import type { Policy } from './policy.ts';

export const derbyCity: Policy = {
  id: 'derby-city',
  name: 'Derby City',
  lastChecked: '2026-11-22',
  // The city's public page collects part-time timetables from every school; it prints no intervals.
  notifyAuthority: { value: true, source: 'Derby City schools portal, “Part-time timetables”' },
  parentConsent: { value: true, source: 'Derby City schools portal, “Part-time timetables”' },
};
