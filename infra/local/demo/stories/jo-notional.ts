// The parent has signed the longer week that the review agreed, and the headteacher has still to sign it off.
import { professionals } from '../staff.ts';
import type { Story } from '../story.ts';

const { socialWorker, welfareDerby } = professionals;

export const joNotional: Story = {
  school: 'MILL',
  pupil: 'Jo Notional',
  born: '10-16',
  year: '8',
  parent: 'Ms Notional',
  groups: ['Child in need'],
  reasons: ['Emotional or social needs'],
  objectives: 'Three full days a week by half-term, then all five.',
  times: 'Monday, Tuesday and Thursday 8.40 to 15.10',
  hours: 19.5,
  starts: -28,
  lasts: 42,
  openedBefore: 12,
  metBefore: 8,
  consent: 'signed',
  exceptional: 'Jo’s home has changed twice this term, and whole days with rest between them are what she copes with.',
  acknowledged: true,
  papers: {
    family: { relationship: 'Mother', sex: 'Girl' },
    needs: { words: 'None', youngCarer: true, with: [socialWorker, welfareDerby] },
    purpose: {
      details:
        'Jo cares for her mother on two days a week and is worn out on the others; three whole days are what she manages.',
      evidence: [{ from: 'Social worker', day: -20, where: 'Child in need plan' }],
      outcome: 'Jo is at school every day because somebody else looks after things at home.',
      targets: [
        {
          words: 'Whole days on Monday, Tuesday and Thursday',
          measure: 'Register',
          support: 'Breakfast with the mentor',
        },
        { words: 'Homework done in school', measure: 'Planner', support: 'Library hour' },
        { words: 'Meets the young carers’ group', measure: 'Group’s list', support: 'Mentor goes with her' },
      ],
    },
    voices: {
      parent: 'I need her less than she thinks. Longer days are better for her than many short ones.',
      pupil: {
        words: 'I worry about Mum when I am here. I like whole days so I am not always leaving.',
        how: 'Talk with the mentor',
        by: 'Fern Squall',
      },
      school: 'Attentive and tired. Wants to be here.',
      others: [{ from: socialWorker, words: 'Carers come on Wednesdays and Fridays from next month.', how: 'Meeting' }],
    },
    tried: [
      { what: 'Late start with breakfast', from: -60, to: -35, result: 'In by ten on most days; missed mathematics.' },
      { what: 'Young carers’ drop-in at lunch', from: -50, to: -10, result: 'She goes each week.' },
    ],
    meeting: {
      minutes: 60,
      notes: 'Three whole days, a fourth when the carers come, five by the end of the plan.',
      with: [socialWorker, welfareDerby],
      others: [
        {
          kind: 'child in need meeting',
          day: -9,
          minutes: 60,
          with: [socialWorker],
          notes: 'The timetable is part of the child in need plan.',
        },
      ],
    },
    risk: {
      hazards: [
        {
          hazard: 'Left alone with her mother’s care on days out of school',
          whoHarmed: 'Jo, who lifts and cooks',
          rating: 'high',
          precaution: 'Carers twice a day; the social worker visits on Fridays.',
          owner: 'Cedar Nightjar',
          safeguarding: true,
        },
      ],
      present: ['youngCarer', 'singleCarer', 'childrensServices'],
      welfare: 'At home with Ms Notional; carers at nine and one; the school rings on both days.',
      continuity: 'Library hour on whole days, planner for the rest.',
      included: 'Her form’s trip was moved to a Thursday.',
      development: 'Young carers’ group.',
      travel: 'Bus with her cousin.',
      supervision: 'Carers and neighbour; not out alone at night.',
    },
    weeks: { monitoredUnder: 'Child in need plan' },
    practical: {
      work: 'Planner tasks, half an hour for each lesson missed.',
      returned: 'Handed in on the next whole day',
      markedBy: 'Fern Squall',
      transport: { words: 'Bus with her cousin' },
      signInOut: 'As the class on whole days.',
      adult: { name: 'Ms Notional', relationship: 'Mother' },
      adjustments: ['Breakfast with the mentor', 'May ring home at lunch'],
    },
    answers: {
      pupil: 'Three whole days, yes.',
      others: [
        { from: socialWorker, level: 'agreed in writing' },
        { from: welfareDerby, level: 'discussed', words: 'At the Targets Support Meeting.' },
      ],
    },
    circulated: { otherSchools: 'Asked; the young carers’ group of Hollin Bank is open to her.' },
    running: {
      contacts: {
        on: ['wednesday', 'friday'],
        by: 'Fern Squall',
        words: [
          'Jo answered; carers had been.',
          'Spoke with Ms Notional and Jo; planner done.',
          'Jo was at the shop, rang back at two.',
        ],
      },
      sessions: { noWorkInWeek: 3 },
    },
  },
  reviews: [
    {
      day: 14,
      outcome: 'More hours',
      hours: 26,
      times: 'Monday, Tuesday, Wednesday and Thursday 8.40 to 15.10',
      nextDay: 28,
      signedDay: 26,
      signedOff: false,
      parent: 'The longer days are better than many short ones. Wednesday works once the carers come.',
      pupil: 'I miss PE on Fridays.',
      school: 'Calm and on time. A fourth day is to be tried.',
      details: {
        with: [socialWorker, welfareDerby],
        outcomes: 'Six whole days of six; homework done in the library.',
        met: 'yes',
        how: 'Talk with the mentor',
        professionals: 'Carers are arranged for Wednesdays; all agree to the fourth day.',
      },
    },
  ],
};
