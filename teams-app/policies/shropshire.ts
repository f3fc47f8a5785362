import type { PolicyRules } from '#domain/rules/stack.ts';

// Written by following docs/adding-an-authority.md.
export const shropshire: PolicyRules = {
  id: 'shropshire',
  name: 'Shropshire',
  standing: 'authority',
  document: 'Shropshire Learning Gateway, “Reduced timetables”',
  lastChecked: '2026-11-22',
  reviewDue: null,
  superseded: [],
  contradictions: [],
  rules: [
    {
      id: 'shropshire/exploitation',
      source: 'Shropshire, “Reduced timetables”: not where there is a risk of exploitation',
      kind: 'restriction',
      group: 'exploitation',
      only: 'not at all',
    },
    {
      id: 'shropshire/child-protection',
      source: 'Shropshire, “Reduced timetables”: not during child protection planning',
      kind: 'restriction',
      group: 'child protection',
      only: 'not at all',
    },
    {
      id: 'shropshire/notification',
      source: 'Shropshire, “Reduced timetables”: within 24 hours of the decision',
      kind: 'tell',
      to: 'authority',
      of: 'notification',
      due: { from: 'decision', days: 1 },
      channel: 'online proforma',
    },
    {
      id: 'shropshire/risk-assessment',
      source: 'Shropshire, “Reduced timetables”: risk assessment in every case',
      kind: 'demand',
      anyOf: ['risk assessment'],
    },
    {
      id: 'shropshire/send',
      source: 'Shropshire, “Reduced timetables”: SEND team agrees',
      kind: 'agreement',
      group: 'EHC plan',
      party: 'case work officer',
      level: 'consented',
      title: 'the SEND team',
    },
    {
      id: 'shropshire/virtual-school',
      source: 'Shropshire, “Reduced timetables”: Virtual School of the placing authority agrees',
      kind: 'agreement',
      group: 'looked after',
      party: 'virtual school',
      level: 'consented',
      title: 'the Virtual School of the placing authority',
    },
  ],
};
