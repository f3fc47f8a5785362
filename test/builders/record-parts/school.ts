// The school of the ordinary case and its practical arrangements.
import type { CaseRecordJson } from '#domain/record/case-record.ts';
import { weekdays } from '#domain/timetable/week.ts';

export const everyDay = <Value>(value: Value) => ({
  monday: value,
  tuesday: value,
  wednesday: value,
  thursday: value,
  friday: value,
});

export const school: CaseRecordJson['school'] = {
  name: 'Larkfield Primary School (made up)',
  authority: 'derbyshire',
  trust: 'ddat',
  phase: 'primary',
  policies: ['derbyshire', 'ddat'],
  times: {
    registration: {
      morning: { opens: '08:45', closes: '09:15' },
      afternoon: { opens: '13:30', closes: '14:00' },
    },
    day: everyDay({ starts: '08:45', ends: '15:15' }),
    breaks: [
      { in: '10:30', out: '10:45' },
      { in: '12:15', out: '13:15' },
    ],
    terms: [
      {
        name: 'Autumn term 2026',
        from: '2026-09-02',
        to: '2026-12-18',
        halfTerm: { from: '2026-10-26', to: '2026-10-30' },
      },
      {
        name: 'Spring term 2027',
        from: '2027-01-05',
        to: '2027-03-24',
        halfTerm: { from: '2027-02-15', to: '2027-02-19' },
      },
    ],
    inset: ['2026-09-02'],
  },
};

export const practical: CaseRecordJson['practical'] = {
  work: {
    arrangement: 'A pack for every afternoon, at Robin’s own level.',
    setBy: 'Class teacher',
    differentiated: true,
    returned: 'In the book bag next morning',
    markedBy: 'Class teacher',
  },
  meals: { arrangement: 'Lunch at home on days that end before it, in school from then on.', days: [...weekdays] },
  transport: {
    needed: false,
    arrangement: 'Brought and collected by Jo Sample.',
    confirmedOn: '2026-10-20',
    version: 1,
  },
  signInOut: 'At the reception desk; Jo Sample collects.',
  supervision: weekdays.map((day) => ({
    day,
    session: 'afternoon' as const,
    adult: 'Jo Sample',
    relationship: 'Mother',
  })),
  responsibility: {
    words: 'School until Robin is collected, Jo Sample from then on.',
    signedBy: 'Jo Sample',
    signedOn: '2026-10-20',
  },
  reasonableAdjustments: ['Ear defenders', 'A card to leave the room'],
  alternativeProvision: { onRegister: false },
};
