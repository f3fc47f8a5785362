// A case that is kept well: one review held, more hours agreed and signed off, and the next review a few days overdue.
import { professionals } from '../staff.ts';
import type { Story } from '../story.ts';

const { inclusion, nurse } = professionals;

export const adaSample: Story = {
  school: 'LARK',
  pupil: 'Ada Sample',
  born: '03-14',
  year: '4',
  parent: 'Mr Sample',
  groups: ['SEN support', 'Medical need'],
  reasons: ['Mental health'],
  objectives: 'Be in class for the first lesson of each day without distress.',
  times: 'Monday to Friday 9.00 to 11.30',
  hours: 12.5,
  starts: -31,
  lasts: 42,
  openedBefore: 12,
  metBefore: 7,
  consent: 'signed',
  exceptional: 'Ada was sick with worry on most mornings of half a term, and a shorter day is what her nurse advises.',
  acknowledged: true,
  papers: {
    family: { relationship: 'Father', sex: 'Girl' },
    needs: {
      words: 'SEN support since Year 2 for anxiety away from home',
      primary: 'Social, emotional and mental health',
      medical: 'mental',
      healthcarePlan: -13,
      with: [inclusion, nurse],
    },
    purpose: {
      details:
        'Ada reached the gate on eighteen mornings of thirty and went home again from most of them, unwell with worry.',
      evidence: [{ from: 'School nurse', day: -15, where: 'Letter in the pupil’s file' }],
      outcome: 'Ada walks into class by herself and tells somebody when a worry grows.',
      targets: [
        {
          words: 'Hangs up her coat and sits down for registration on three days of five',
          measure: 'Chart by the coat pegs',
          support: 'Met at the side door by the same adult',
        },
        {
          words: 'Shows a worry card when she needs five minutes',
          measure: 'Cards counted each Friday',
          support: 'Quiet room next to the class',
        },
        {
          words: 'Finishes one piece of writing a day with her table',
          measure: 'Exercise book',
          support: 'First sentence done together',
        },
      ],
    },
    voices: {
      parent: 'She is up at five asking about school. We would like short days that she can manage and then build up.',
      pupil: {
        words: 'My tummy hurts before the bell. I am fine when it is quiet. I like Tuesdays because of clay.',
        how: 'Drawing her school day as a comic',
        by: 'Clover Dewdrop',
      },
      school: 'Once she is past registration she joins in. It is the arriving that is hard.',
      others: [
        { from: nurse, words: 'Short days that always happen are better than long ones that fail.', how: 'Letter' },
      ],
    },
    tried: [
      {
        what: 'Soft start with breakfast club',
        from: -75,
        to: -45,
        result: 'Came in for breakfast, went home before class.',
      },
      { what: 'Worry box and weekly talk with a mentor', from: -60, to: -8, result: 'She likes it; it goes on.' },
    ],
    steps: true,
    meeting: {
      minutes: 75,
      notes:
        'Arriving is the hard part. Start after the crowd, end after the second lesson, add half an hour at a time.',
      with: [inclusion, nurse],
    },
    risk: {
      hazards: [
        {
          hazard: 'Worry about school could grow with the time away from it',
          whoHarmed: 'Ada, who might find it harder to come back',
          rating: 'medium',
          precaution: 'She comes every day, at the same time, to the same adult.',
          owner: 'Wren Larkspur',
        },
        {
          hazard: 'Alone at home when Mr Sample is called in to work',
          whoHarmed: 'Ada, on two or three days a month',
          rating: 'low',
          precaution: 'Her aunt, two doors away, is named and has agreed.',
          owner: 'Mr Sample',
        },
      ],
      present: ['singleCarer', 'socialEmotionalDevelopment'],
      welfare: 'Mr Sample or her aunt is with her every afternoon; the class teacher rings on Mondays and Thursdays.',
      continuity: 'The afternoon’s reading and number work goes home in a folder.',
      included: 'Her peg, her job as plant monitor and her place at the table stay hers.',
      development: 'Paired games in the second lesson every morning.',
      travel: 'Mr Sample brings and collects her on foot.',
      supervision: 'She is in the care of an adult all afternoon and does not go out by herself.',
    },
    weeks: { monitoredUnder: 'SEN support plan' },
    practical: {
      work: 'A folder for each afternoon: twenty minutes’ reading, one page of number work.',
      returned: 'In the folder next morning',
      markedBy: 'Clover Dewdrop',
      meals: 'Lunch at home; on Fridays a packed lunch from the kitchen goes with her.',
      transport: { words: 'On foot with Mr Sample' },
      signInOut: 'At the side door, with the teaching assistant; Mr Sample signs her out there.',
      adult: { name: 'Mr Sample', relationship: 'Father' },
      adjustments: ['Side door', 'Worry card', 'Quiet room'],
    },
    answers: {
      pupil: 'I want to try the side door.',
      others: [{ from: inclusion, level: 'consulted', words: 'Add half an hour only after a good week.' }],
    },
    circulated: { otherSchools: 'Hollin Bank lent its worry-card set; no place elsewhere was needed.' },
    running: {
      contacts: {
        on: ['monday', 'thursday'],
        by: 'Clover Dewdrop',
        words: [
          'She had a calm afternoon and did the reading.',
          'A wobble at lunch, better after a walk.',
          'Work folder done.',
        ],
      },
      sessions: { missed: [{ day: 25, words: 'Did not manage the gate; Mr Sample rang at once.' }] },
    },
  },
  reviews: [
    {
      day: 17,
      outcome: 'More hours',
      hours: 15,
      times: 'Monday to Friday 9.00 to 12.00',
      nextDay: 28,
      parent: 'She sleeps better and walks in by herself.',
      pupil: 'The quiet room helps. I like Tuesdays best.',
      school: 'In class for registration on nine days of ten.',
      details: {
        with: [inclusion],
        outcomes: 'Coat peg chart full on nine days of ten; worry cards down from six a week to two.',
        met: 'partially',
        how: 'Comic strip, second page',
        professionals: 'Half an hour more is right; keep the side door.',
      },
    },
  ],
};
