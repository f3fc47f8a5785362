import type { PolicyRules } from '#domain/rules/stack.ts';

// The city’s public page was seen only in part: it prints no intervals, durations or form questions, so none stand here.
export const derbyCity: PolicyRules = {
  id: 'derby-city',
  name: 'Derby City',
  standing: 'authority',
  document: 'Derby City schools portal, “Part-time timetables”',
  lastChecked: '2026-11-22',
  reviewDue: null,
  superseded: [],
  contradictions: [],
  rules: [
    {
      id: 'derby-city/parent',
      source: 'Derby City schools portal, “Part-time timetables”: parental consent',
      kind: 'agreement',
      party: 'parent',
      level: 'consented',
    },
    {
      id: 'derby-city/notification',
      source: 'Derby City schools portal, “Part-time timetables”: collected from all schools',
      kind: 'tell',
      to: 'authority',
      of: 'notification',
      due: { from: 'start', days: 0 },
    },
    {
      id: 'derby-city/education-welfare',
      source: 'Derby City schools portal, “Part-time timetables”: Targets Support Meeting',
      kind: 'agreement',
      party: 'education welfare officer',
      level: 'discussed',
      title: 'the named education welfare officer, at the Targets Support Meeting',
    },
    {
      id: 'derby-city/plan',
      source: 'Derby City schools portal, “Part-time timetables”: multi-agency plan',
      kind: 'demand',
      anyOf: ['multi-agency meeting'],
    },
    {
      id: 'derby-city/time-limit',
      source: 'Derby City schools portal, “Part-time timetables”: time limit',
      kind: 'demand',
      anyOf: ['end date'],
    },
    {
      id: 'derby-city/reasons',
      source: 'Derby City schools portal, “Part-time timetables”: not to manage behaviour',
      kind: 'reasons',
      allowed: null,
      questioned: ['At risk of exclusion'],
    },
  ],
};
