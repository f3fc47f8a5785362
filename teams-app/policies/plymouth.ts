import type { PolicyRules } from '#domain/rules/stack.ts';

export const plymouth: PolicyRules = {
  id: 'plymouth',
  name: 'Plymouth',
  standing: 'authority',
  document: 'Plymouth: Reduced timetables (protocol)',
  lastChecked: '2026-11-22',
  reviewDue: null,
  superseded: [
    {
      cites: 'Education (Pupil Registration) (England) Regulations 2006',
      now: 'since 19 August 2024 SI 2024/208 holds instead',
      source: 'PLY:47',
    },
    {
      cites: 'section 560 of the “Education Act 1196”',
      now: 'that is a misprint for the Education Act 1996',
      source: 'PLY:60',
    },
  ],
  contradictions: [
    {
      id: 'plymouth/six-weeks',
      source: 'PLY:17, 28, 29',
      words:
        'PLY:17 and 28 allow no more than six weeks; PLY:29 one further six. The first six weeks are the limit; one extension with its conditions is allowed.',
    },
    {
      id: 'plymouth/exclusion',
      source: 'PLY:14-15',
      words:
        'PLY:14-15 allow a reduced timetable as a last resort at risk of exclusion; the statutory guidance says that it is not to manage behaviour. The headteacher is asked to justify it.',
    },
    {
      id: 'plymouth/code-b',
      source: 'PLY:49, 63-67',
      words:
        'The table headed B also prints the definition of C (“out for the whole session”). B is used here only for supervised activity that the school has arranged.',
    },
    {
      id: 'plymouth/vulnerable',
      source: 'PLY:16, 28',
      group: 'social care',
      words:
        'PLY:16 makes being looked after or a safeguarding matter a reason for a reduced timetable, and PLY:28 names no consent for it. Being vulnerable raises what must be agreed here; it never lowers it.',
    },
    {
      id: 'plymouth/no-timescale',
      source: 'PLY:47',
      words: 'PLY:47 asks for the CME form without a day, and for no update or closure. The form is due by the start.',
    },
  ],
  rules: [
    {
      id: 'plymouth/hours',
      source: 'PLY:6-9',
      kind: 'hours',
      taught: { 1: 21, 2: 21, 3: 23.5, 4: 23.5, 5: 23.5, 6: 23.5, 7: 24, 8: 24, 9: 24, 10: 24, 11: 25 },
    },
    {
      id: 'plymouth/reasons',
      source: 'PLY:12-16',
      kind: 'reasons',
      allowed: ['Reintegration', 'At risk of exclusion', 'Transition'],
      questioned: ['At risk of exclusion'],
    },
    { id: 'plymouth/six-weeks', source: 'PLY:17, 28', kind: 'duration', days: 42 },
    { id: 'plymouth/pupil', source: 'PLY:17, 26', kind: 'agreement', party: 'pupil', level: 'consented' },
    { id: 'plymouth/code', source: 'PLY:17, 63', kind: 'code', situation: 'not due', code: 'C' },
    { id: 'plymouth/supervision', source: 'PLY:18', kind: 'demand', anyOf: ['an adult for every session'] },
    { id: 'plymouth/rationale', source: 'PLY:23', kind: 'demand', anyOf: ['rationale'] },
    { id: 'plymouth/early-help', source: 'PLY:23', kind: 'demand', anyOf: ['early help assessment'] },
    { id: 'plymouth/specialist', source: 'PLY:23', kind: 'demand', anyOf: ['specialist advice'] },
    { id: 'plymouth/stand-alone', source: 'PLY:24, 28', kind: 'demand', anyOf: ['plan document'] },
    { id: 'plymouth/parent', source: 'PLY:24-25', kind: 'agreement', party: 'parent', level: 'agreed in writing' },
    { id: 'plymouth/advice-service', source: 'PLY:25', kind: 'demand', anyOf: ['advice service named'] },
    { id: 'plymouth/action-plan', source: 'PLY:26', kind: 'demand', anyOf: ['objectives'] },
    { id: 'plymouth/reviews', source: 'PLY:27', kind: 'review', first: 14, next: 14 },
    { id: 'plymouth/parent-at-reviews', source: 'PLY:27', kind: 'demand', anyOf: ['parent at reviews'] },
    { id: 'plymouth/pupil-at-reviews', source: 'PLY:27', kind: 'demand', anyOf: ['pupil at reviews'] },
    {
      id: 'plymouth/extension',
      source: 'PLY:29',
      kind: 'extension',
      times: 1,
      days: 42,
      needs: ['parental agreement', 'multi-agency consultation', 'revised plan', 'stated reason'],
    },
    { id: 'plymouth/responsibility', source: 'PLY:29', kind: 'demand', anyOf: ['agreement of responsibility'] },
    { id: 'plymouth/ehc-review', source: 'PLY:32', kind: 'demand', group: 'EHC plan', anyOf: ['EHC review'] },
    {
      id: 'plymouth/ehc-agreement',
      source: 'PLY:33',
      kind: 'agreement',
      group: 'EHC plan',
      party: 'authority representative',
      level: 'consented',
      title: 'the authority’s representative at the interim review',
    },
    {
      id: 'plymouth/ehc-psychologist',
      source: 'PLY:33',
      kind: 'agreement',
      group: 'EHC plan',
      party: 'educational psychologist',
      level: 'consulted',
    },
    { id: 'plymouth/transition', source: 'PLY:36', kind: 'look-back', years: 2 },
    { id: 'plymouth/risk-assessment', source: 'PLY:39', kind: 'demand', anyOf: ['risk assessment'] },
    { id: 'plymouth/five-steps', source: 'PLY:39-44', kind: 'demand', anyOf: ['five steps'] },
    {
      id: 'plymouth/crime-and-substances',
      source: 'PLY:45',
      kind: 'risk',
      factors: ['criminalExploitation', 'substanceMisuse', 'otherAbuseOrCrime'],
    },
    {
      id: 'plymouth/notification',
      source: 'PLY:47',
      kind: 'tell',
      to: 'authority',
      of: 'notification',
      due: { from: 'start', days: 0 },
      channel: 'the CME form, to the Inclusion, Attendance and Welfare Service',
    },
  ],
};
