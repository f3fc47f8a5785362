// All is prepared but for the last of it, and the parent has not signed: nothing starts before that.
import { professionals } from '../staff.ts';
import type { Story } from '../story.ts';

const { physiotherapist, nurse } = professionals;
const threeDays = 'Monday, Wednesday and Friday 8.45 to 15.00';
const fourDays = 'Monday, Tuesday, Wednesday and Friday 8.45 to 15.00';

export const cleoMadeup: Story = {
  school: 'LARK',
  pupil: 'Cleo Madeup',
  born: '08-21',
  year: '5',
  parent: 'Mrs Madeup',
  groups: ['Medical need'],
  reasons: ['Physical health'],
  objectives: 'Keep up with lessons while treatment goes on.',
  times: threeDays,
  hours: 18.75,
  starts: 8,
  lasts: 42,
  openedBefore: 14,
  metBefore: 10,
  consent: 'waiting',
  exceptional: null,
  papers: {
    family: {
      relationship: 'Mother',
      sex: 'Girl',
      otherParent: { name: 'Mr Madeup', relationship: 'Father', livesWithPupil: true },
    },
    needs: {
      words: 'None',
      medical: 'physical',
      healthcarePlan: -11,
      with: [physiotherapist, nurse],
    },
    purpose: {
      details: 'Treatment at the children’s hospital takes Tuesdays and Thursdays for as long as the course lasts.',
      evidence: [{ from: 'Consultant', day: -16, where: 'Letter in the pupil’s file' }],
      outcome: 'Cleo is well enough for five days and has missed nothing that she cannot make up.',
      targets: [
        {
          words: 'Brings the Tuesday task back on Wednesday',
          measure: 'Task list',
          support: 'Task explained on Monday afternoon',
        },
        {
          words: 'Keeps her place in the science project',
          measure: 'Project book',
          support: 'Partner who takes notes',
        },
        {
          words: 'Swims again with the class by the end',
          measure: 'Physiotherapist’s note',
          support: 'Exercises each morning',
        },
      ],
    },
    voices: {
      parent: 'The hospital days wipe her out. Three good days are what we hope for.',
      pupil: {
        words: 'I would rather come on the days when I feel like me. I need my science group.',
        how: 'Talk over lunch',
        by: 'Clover Dewdrop',
      },
      school: 'Able and cheerful; misses the group more than the lessons.',
      others: [
        { from: physiotherapist, words: 'Rest on the day of treatment; ordinary days in between.', how: 'Letter' },
      ],
    },
    tried: [
      {
        what: 'Home on treatment days only from noon',
        from: -40,
        to: -18,
        result: 'She was too tired to learn and went home by ten.',
      },
      {
        what: 'Lessons recorded for the missed days',
        from: -35,
        to: -14,
        result: 'Useful; it goes on under the plan.',
      },
    ],
    steps: true,
    meeting: {
      minutes: 65,
      notes: 'Three whole days, then four, then five as the course of treatment thins out.',
      with: [physiotherapist, nurse],
    },
    risk: {
      hazards: [
        {
          hazard: 'Feeling faint after treatment',
          whoHarmed: 'Cleo, on the day after',
          rating: 'medium',
          precaution: 'A chair and water at hand; the office rings Mrs Madeup.',
          owner: 'Clover Dewdrop',
        },
      ],
      welfare: 'In hospital with a parent on two days; the ward’s play leader is with her between sessions.',
      continuity: 'Recorded lessons and one task for each missed day.',
      included: 'Her science group meets on her days.',
      development: 'She plans the class quiz from home.',
      travel: 'By car with a parent.',
      supervision: 'With a parent or on the ward at all hours.',
    },
    weeks: {
      monitoredUnder: 'Individual healthcare plan',
      steps: [threeDays, threeDays, fourDays, fourDays, 'Monday to Friday 8.45 to 15.00'],
    },
    practical: {
      work: 'One task for each missed day, with the lesson recorded.',
      returned: 'By e-mail or in the bag next day',
      markedBy: 'Clover Dewdrop',
      transport: { words: 'By car with a parent' },
      signInOut: 'Whole days: as the class.',
      adult: { name: 'Mrs Madeup', relationship: 'Mother' },
      adjustments: ['Chair in assembly', 'No stairs on the day after treatment'],
    },
    answers: {
      pupil: 'Three days is fair. I want Fridays for science.',
      others: [{ from: nurse, level: 'consulted' }],
    },
  },
};
