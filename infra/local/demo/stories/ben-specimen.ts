// Week by week up to the full week after a stay in hospital; the first review is near, and the healthcare plan is not written.
import { professionals } from '../staff.ts';
import type { Story } from '../story.ts';

const { earlyHelp, nurse } = professionals;

export const benSpecimen: Story = {
  school: 'LARK',
  pupil: 'Ben Specimen',
  born: '11-02',
  year: '2',
  parent: 'Ms Specimen',
  groups: ['Early help', 'Medical need'],
  reasons: ['Reintegration'],
  objectives: 'Return after eleven weeks in hospital.',
  times: 'Monday to Friday 9.00 to 11.30',
  hours: 12.5,
  starts: -12,
  lasts: 40,
  openedBefore: 14,
  metBefore: 8,
  consent: 'signed',
  exceptional: 'Eleven weeks in hospital have left Ben tired by ten in the morning; the ward asks for a slow return.',
  acknowledged: true,
  papers: {
    family: { relationship: 'Mother', sex: 'Boy' },
    needs: {
      words: 'None before his illness',
      medical: 'physical',
      earlyHelpAssessed: -60,
      with: [earlyHelp, nurse],
    },
    purpose: {
      details:
        'Ben was in hospital for eleven weeks and comes back with little strength and a year group that has moved on.',
      after: 'illness',
      absent: { from: -92, to: -15 },
      evidence: [{ from: 'Ward sister', day: -17, where: 'Discharge letter in the pupil’s file' }],
      outcome: 'Ben spends the whole day with his class and says when he needs a rest.',
      targets: [
        {
          words: 'Reads with his group on four mornings of five',
          measure: 'Reading record',
          support: 'Beanbag beside the group',
        },
        {
          words: 'Asks for a rest before he is worn out',
          measure: 'Rest card counted',
          support: 'Card on his lanyard',
        },
        {
          words: 'Plays outside for half a break with one friend',
          measure: 'Note by the lunchtime team',
          support: 'Bench by the door',
        },
      ],
    },
    voices: {
      parent: 'He talks of nothing but his friends. I am afraid that he will overdo it.',
      pupil: {
        words: 'I want to do the caterpillar book. My legs get wobbly on the stairs.',
        how: 'Talking with puppets',
        by: 'Clover Dewdrop',
      },
      school: 'The class has written to him every week. He is behind in phonics and quick to catch up.',
      others: [
        {
          from: nurse,
          words: 'Build up by three quarters of an hour a week; no games lessons before half-term.',
          how: 'Telephone',
        },
      ],
    },
    tried: [
      { what: 'Hospital school on the ward', from: -85, to: -20, result: 'An hour a day; he kept up his reading.' },
      { what: 'Class by video twice a week', from: -50, to: -16, result: 'Saw his friends; too tiring to learn from.' },
    ],
    steps: true,
    meeting: {
      minutes: 60,
      notes: 'Steps of three quarters of an hour, a rest after each lesson, and a full week at the end of the plan.',
      with: [earlyHelp, nurse],
    },
    risk: {
      hazards: [
        {
          hazard: 'A fall or a knock while he is weak',
          whoHarmed: 'Ben, on stairs and at play',
          rating: 'high',
          precaution: 'Ground floor only; an adult near him at play.',
          owner: 'Heron Reed',
        },
        {
          hazard: 'An infection that a healthy child shakes off',
          whoHarmed: 'Ben, for as long as his medicine goes on',
          rating: 'medium',
          precaution: 'Ms Specimen is rung at once when anybody in class is unwell.',
          owner: 'Clover Dewdrop',
        },
      ],
      present: ['familySupportWorker'],
      welfare: 'At home with Ms Specimen, who has leave from work until the plan ends.',
      continuity: 'Phonics cards and a story each afternoon, as far as he is up to it.',
      included: 'He keeps his carpet place and the caterpillar book waits for him.',
      travel: 'By car with Ms Specimen to the staff entrance.',
      supervision: 'Never without an adult at home; the nurse visits on Wednesdays.',
    },
    weeks: {
      monitoredUnder: 'Early help plan',
      steps: [
        'Monday to Friday 9.00 to 11.30',
        'Monday to Friday 9.00 to 12.15',
        'Monday to Friday 8.45 to 13.00',
        'Monday to Friday 8.45 to 13.45',
        'Monday to Friday 8.45 to 14.15',
        'Monday to Friday 8.45 to 15.00',
      ],
      targets: [
        'Meet the class again',
        'Reading group each morning',
        'Lunch in the hall',
        'One afternoon story',
        'Afternoon lessons with a rest',
        'The whole day',
      ],
    },
    practical: {
      work: 'Phonics cards and one story, set for each afternoon.',
      returned: 'Ms Specimen writes in the book bag diary',
      markedBy: 'Clover Dewdrop',
      meals: 'Lunch at home in weeks one and two; a free lunch in the small hall from week three.',
      transport: { words: 'By car with Ms Specimen' },
      signInOut: 'At the office; Ms Specimen waits in the entrance.',
      adult: { name: 'Ms Specimen', relationship: 'Mother' },
      adjustments: ['Beanbag', 'Rest card', 'Ground floor classroom'],
    },
    answers: {
      pupil: 'I can come in the morning and have a lie-down.',
      others: [{ from: earlyHelp, level: 'consulted', words: 'The family is glad of a plan with a date on it.' }],
    },
    circulated: { otherSchools: 'Not needed: the hospital school advised.' },
    running: {
      contacts: {
        on: ['wednesday', 'friday'],
        by: 'Clover Dewdrop',
        words: ['Slept for an hour and then asked for his cards.', 'Tired but cheerful.'],
      },
    },
  },
};
