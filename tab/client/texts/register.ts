import { dateWords } from '../words/dates.ts';

export const register = {
  nav: 'Register codes',
  title: 'Register codes',
  words:
    'What the register should show for each pupil whose part-time timetable has begun, from the times that the parent has agreed to.',
  week: (monday: string) => `Week of ${dateWords(monday)}`,
  before: 'Week before',
  after: 'Week after',
  thisWeek: 'This week',
  none: 'No part-time timetable is running in this week.',
  pupil: 'Pupil',
  sessions: { AM: 'Morning', PM: 'Afternoon' },
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  why: 'Why',
  key: [
    ['/ and \\', 'in school, to be marked by what happens'],
    ['C2', 'leave for a part-time timetable (regulation 11(6))'],
    ['X', 'not of compulsory school age and not due in'],
    ['B', 'elsewhere, supervised and educated for the school'],
    ['K', 'provision that the authority arranged'],
    ['D', 'at the other school where the pupil is on roll'],
    ['#', 'school closed'],
  ],
  keyTitle: 'What the codes mean',
} as const;
