// A case that has been let slide: no progress in three reviews, past its end date, and most of its papers never written.
import { professionals } from '../staff.ts';
import type { Story } from '../story.ts';

const { caseWork, inclusion } = professionals;

export const fayFictional: Story = {
  school: 'HOLL',
  pupil: 'Fay Fictional',
  born: '05-19',
  year: '8',
  parent: 'Mr Fictional',
  groups: ['EHC plan', 'Medical need'],
  reasons: ['Mental health', 'Emotional or social needs'],
  objectives: 'Attend tutor time and two lessons a day with one trusted adult.',
  times: 'Monday to Friday 8.45 to 11.15',
  hours: 12.5,
  starts: -66,
  lasts: 60,
  openedBefore: 12,
  metBefore: 7,
  consent: 'signed',
  exceptional: 'Fay had not been in a lesson for a term, and her EHC plan is under review.',
  acknowledged: true,
  papers: {
    family: { relationship: 'Father', sex: 'Girl' },
    needs: {
      words: 'EHC plan since Year 5',
      primary: 'Autism',
      medical: 'mental',
      with: [caseWork],
    },
    purpose: {
      details: 'Fay finds the building too loud and crowded to learn in after the second lesson.',
      targets: [{ words: 'Goes to tutor time', measure: 'Register', support: 'Tutor' }],
    },
    voices: {
      parent: 'She shuts herself in her room after school. We were promised advice and have heard nothing.',
      school: 'Works well in art. The rest of the day is too much.',
    },
    tried: [{ what: 'Time-out card', from: -120, to: -20, result: 'She used it in every lesson.' }],
    steps: true,
    practical: {
      work: 'Art folder and reading',
      returned: 'When she brings it',
      transport: { words: 'On foot with a neighbour' },
      signInOut: 'At reception.',
      adult: { name: 'Mr Fictional', relationship: 'Father' },
      adjustments: ['Time-out card'],
    },
    previous: { from: -190, to: -140, reason: 'Mental health' },
    meeting: {
      minutes: 40,
      notes: 'Two lessons a day until the review of the EHC plan brings advice.',
      others: [
        {
          kind: 'EHC annual or interim review',
          day: -8,
          minutes: 60,
          with: [caseWork],
          notes: 'Interim review; advice of the educational psychologist asked for.',
        },
      ],
    },
    risk: {
      hazards: [
        {
          hazard: 'On her own in the house from noon',
          whoHarmed: 'Fay, who has hurt herself before',
          rating: 'high',
          precaution: 'Mr Fictional rings home at one.',
          owner: 'Mr Fictional',
          safeguarding: true,
        },
      ],
      present: ['selfHarm'],
      open: ['childSexualExploitation', 'radicalisation', 'otherAbuseOrCrime'],
      welfare: 'Mr Fictional rings at one and is home at four.',
    },
    weeks: { monitoredUnder: 'EHC plan' },
    answers: {
      pupil: 'OK.',
      others: [
        { from: caseWork, level: 'agreed in writing' },
        { from: inclusion, level: 'consulted' },
      ],
    },
    running: {
      marks: [
        { day: 46, codes: ['/', 'C'] },
        { day: 47, codes: ['/', 'C2'] },
        { day: 48, codes: ['/', 'C'] },
      ],
    },
  },
  reviews: [
    {
      day: 14,
      outcome: 'Same hours',
      hours: 12.5,
      nextDay: 28,
      parent: 'No change at home.',
      pupil: 'It is too loud between lessons.',
      school: 'Two days missed out of ten.',
    },
    {
      day: 28,
      outcome: 'Same hours',
      hours: 12.5,
      nextDay: 42,
      parent: 'We would like to see a plan for more.',
      pupil: 'I can do art on my own.',
      school: 'Waiting for the educational psychologist.',
    },
    {
      day: 43,
      outcome: 'Same hours',
      hours: 12.5,
      nextDay: 56,
      parent: 'Still waiting for advice.',
      pupil: 'I want to see my friends more.',
      school: 'No increase yet; advice is due this month.',
    },
  ],
};
