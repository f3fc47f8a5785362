// A pupil who is looked after; the review brought more hours, and the carer wants to read the new times before signing.
import { professionals } from '../staff.ts';
import type { Story } from '../story.ts';

const { socialWorker, virtualSchool } = professionals;

export const gusInvented: Story = {
  school: 'HOLL',
  pupil: 'Gus Invented',
  born: '09-27',
  year: '10',
  parent: 'Ms Invented',
  groups: ['Looked after'],
  reasons: ['Reintegration'],
  objectives: 'Back to every lesson in the core subjects.',
  times: 'Monday to Friday 8.45 to 12.00',
  hours: 16.25,
  starts: -24,
  lasts: 42,
  openedBefore: 13,
  metBefore: 8,
  consent: 'signed',
  exceptional: 'Gus came to a new home and a new school in one week, after four months without any.',
  papers: {
    family: { relationship: 'Foster carer', sex: 'Boy' },
    needs: {
      words: 'None on record; reading is two years behind',
      careAuthority: 'Derbyshire',
      with: [socialWorker, virtualSchool],
    },
    purpose: {
      details:
        'After four months without school Gus comes back to lessons in which he can catch up, with a tutor beside him.',
      after: 'family circumstances',
      absent: { from: -150, to: -25 },
      evidence: [{ from: 'Social worker', day: -20, where: 'Placement plan in the pupil’s file' }],
      outcome: 'Gus has a timetable like everybody else’s and an adult he goes to first.',
      targets: [
        {
          words: 'In English and mathematics on four days of five',
          measure: 'Lesson register',
          support: 'Tutor beside him',
        },
        { words: 'Reads ten pages a day aloud or silently', measure: 'Reading log', support: 'Books about boats' },
        {
          words: 'Comes to his key adult when plans change',
          measure: 'Key adult’s diary',
          support: 'Ten minutes each morning',
        },
      ],
    },
    voices: {
      parent: 'He gets up by himself and has his bag ready. I think he can do lunch before long.',
      pupil: {
        words: 'I do not know anybody yet. I like the workshop. I want to do engineering.',
        how: 'Walk and talk',
        by: 'Bryony Gust',
      },
      school: 'Polite, watchful, good with his hands.',
      others: [
        {
          from: socialWorker,
          words: 'A short plan with a date suits him; he has had too many open ends.',
          how: 'Meeting',
        },
        { from: virtualSchool, words: 'The premium pays for the tutor until full time.', how: 'PEP meeting' },
      ],
    },
    tried: [
      {
        what: 'Tutoring at home in the last placement',
        from: -120,
        to: -60,
        result: 'Two sessions a week; he attended all.',
      },
    ],
    steps: true,
    meeting: {
      minutes: 80,
      notes: 'Mornings first, then lunch, then one afternoon lesson at a time.',
      with: [socialWorker, virtualSchool],
      others: [
        {
          kind: 'PEP review',
          day: -9,
          minutes: 60,
          with: [virtualSchool, socialWorker],
          notes: 'PEP reviewed; tutor paid for; part-time timetable agreed as its first step.',
        },
        {
          kind: 'meeting with social worker',
          day: -10,
          minutes: 45,
          with: [socialWorker],
          notes: 'Who has Gus in the afternoons, and whom to ring.',
        },
      ],
    },
    risk: {
      hazards: [
        {
          hazard: 'Old acquaintances look for him in the afternoons',
          whoHarmed: 'Gus, who was drawn in before',
          rating: 'high',
          precaution: 'Ms Invented collects him; the social worker is told of any contact.',
          owner: 'Brook Sandpiper',
          safeguarding: true,
        },
        {
          hazard: 'Too much new at once',
          whoHarmed: 'Gus, who then stays in bed',
          rating: 'medium',
          precaution: 'One new lesson a week.',
          owner: 'Finch Hawthorn',
        },
      ],
      present: ['childrensServices', 'criminalExploitation'],
      welfare: 'At home with Ms Invented; on Wednesdays with the youth worker.',
      continuity: 'Tutor’s tasks for the afternoon, half an hour each.',
      included: 'He is on the team list of the workshop club.',
      development: 'Lunch with two boys from his form from the third week.',
      travel: 'Taxi in the morning, arranged by the council; Ms Invented collects.',
      supervision: 'Not out alone before four; signs of exploitation are gone through at each review.',
    },
    weeks: { monitoredUnder: 'Personal education plan' },
    practical: {
      work: 'Tutor’s tasks in English and mathematics.',
      returned: 'To the tutor each morning',
      markedBy: 'Bryony Gust',
      transport: { needed: true, words: 'Taxi at 8.20, arranged by the council for the morning' },
      signInOut: 'At reception; Ms Invented signs him out.',
      adult: { name: 'Ms Invented', relationship: 'Foster carer' },
      adjustments: ['Key adult', 'Pass for the workshop at break'],
    },
    answers: {
      pupil: 'Mornings are good. I want the workshop on Thursdays.',
      others: [
        { from: socialWorker, level: 'agreed in writing' },
        { from: virtualSchool, level: 'agreed in writing', words: 'Six weeks at most, please.' },
      ],
    },
    circulated: { otherSchools: 'Millbrook Street offered a place in its workshop from next term.' },
    running: {
      contacts: {
        on: ['tuesday', 'thursday'],
        by: 'Bryony Gust',
        words: ['Home by half past twelve, tasks done.', 'Went to the library with Ms Invented.'],
      },
    },
  },
  reviews: [
    {
      day: 14,
      outcome: 'More hours',
      hours: 21.25,
      times: 'Monday to Friday 8.45 to 13.00',
      nextDay: 28,
      signed: false,
      parent: 'Glad of the progress; I would like to read the new times first.',
      pupil: 'I can manage lunch now.',
      school: 'All sessions attended.',
      details: {
        with: [socialWorker],
        outcomes: 'Ten days of ten in English and mathematics; eats with two boys from his form.',
        met: 'yes',
        how: 'Walk and talk',
        professionals: 'The social worker supports lunch in school.',
      },
    },
  ],
};
