// As it should go: more hours at the first review, full time after the second, closed and acknowledged.
import { professionals } from '../staff.ts';
import type { Story } from '../story.ts';

const { physiotherapist, welfareDerby } = professionals;

export const louFable: Story = {
  school: 'MILL',
  pupil: 'Lou Fable',
  born: '04-02',
  year: '10',
  parent: 'Mrs Fable',
  groups: ['Medical need'],
  reasons: ['Physical health'],
  objectives: 'A full timetable after an operation.',
  times: 'Monday to Friday 8.40 to 12.10',
  hours: 17.5,
  starts: -52,
  lasts: 35,
  openedBefore: 13,
  metBefore: 9,
  consent: 'signed',
  exceptional: 'A knee operation in an examination year: Lou can sit for a morning and no longer.',
  acknowledged: true,
  papers: {
    needs: { words: 'None', medical: 'physical', healthcarePlan: -11, with: [physiotherapist] },
    purpose: {
      details: 'Lou had an operation on his knee and can sit for a morning before it swells.',
      evidence: [{ from: 'Surgeon', day: -14, where: 'Letter in the pupil’s file' }],
      outcome: 'Lou takes his mock examinations with everybody else.',
      targets: [
        { words: 'Keeps up in mathematics and English', measure: 'Topic tests', support: 'Notes from a friend' },
        { words: 'Exercises twice in the morning', measure: 'Physiotherapist’s sheet', support: 'Medical room' },
        {
          words: 'Climbs to the first floor by week four',
          measure: 'Seen by the nurse',
          support: 'Lift pass until then',
        },
      ],
    },
    voices: {
      parent: 'He is bored at home and overdoes it here. Mornings are right for now.',
      pupil: { words: 'I do not mind the pain. I mind missing physics.', how: 'Talk at home', by: 'Fern Squall' },
      school: 'Will catch up easily if he rests.',
      others: [{ from: physiotherapist, words: 'Mornings for two weeks, then add the afternoon.', how: 'Letter' }],
    },
    tried: [
      {
        what: 'Lessons from home by video',
        from: -12,
        to: -2,
        result: 'Worked for a week; physics needs the laboratory.',
      },
    ],
    meeting: {
      minutes: 60,
      notes: 'Mornings, then early afternoon, then full time.',
      with: [physiotherapist, welfareDerby],
    },
    risk: {
      hazards: [
        {
          hazard: 'A knock to the knee in the corridor',
          whoHarmed: 'Lou, between lessons',
          rating: 'medium',
          precaution: 'Leaves five minutes early with a friend; lift pass.',
          owner: 'Fern Squall',
        },
      ],
      welfare: 'At home with his grandmother in the afternoons.',
      continuity: 'Slides and notes the same day.',
      travel: 'By car with Mrs Fable.',
      supervision: 'His grandmother is in the house.',
    },
    weeks: { monitoredUnder: 'Individual healthcare plan' },
    practical: {
      work: 'Slides and notes of the afternoon’s lessons.',
      returned: 'On the platform',
      markedBy: 'Fern Squall',
      transport: { words: 'By car with Mrs Fable' },
      signInOut: 'At the office.',
      adult: { name: 'Mrs Sketch', relationship: 'Grandmother' },
      adjustments: ['Lift pass', 'Leaves lessons early'],
    },
    answers: {
      pupil: 'Mornings, and physics when I can.',
      others: [{ from: welfareDerby, level: 'discussed' }],
    },
  },
  reviews: [
    {
      day: 14,
      outcome: 'More hours',
      hours: 25,
      times: 'Monday to Friday 8.40 to 13.40',
      nextDay: 28,
      parent: 'The doctor is pleased.',
      pupil: 'I can carry my own bag again.',
      school: 'Caught up in maths and English.',
      details: {
        outcomes: 'Both topic tests passed; stairs with one crutch.',
        met: 'yes',
        how: 'Talk in the medical room',
      },
    },
    {
      day: 28,
      outcome: 'Back to full time',
      hours: 32.5,
      parent: 'Ready.',
      pupil: 'Finally.',
      school: 'No adjustments needed beyond a lift pass.',
      details: { outcomes: 'First floor without a crutch.', met: 'yes', how: 'Talk in the medical room' },
    },
  ],
  ends: {
    day: 31,
    reason: 'Returned full-time',
    details: 'Lou is in all lessons and keeps his lift pass until the summer.',
  },
};
