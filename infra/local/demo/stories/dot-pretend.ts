// Ready: everything is written and signed, and the headteacher can start it.
import { professionals } from '../staff.ts';
import type { Story } from '../story.ts';

const { inclusion, psychologist } = professionals;

export const dotPretend: Story = {
  school: 'LARK',
  pupil: 'Dot Pretend',
  born: '01-30',
  year: '3',
  parent: 'Mr Pretend',
  groups: ['SEN support'],
  reasons: ['Emotional or social needs'],
  objectives: 'Manage lunch and afternoon lessons in a small group.',
  times: 'Monday to Friday 9.00 to 13.00',
  hours: 20,
  starts: 3,
  lasts: 39,
  openedBefore: 16,
  metBefore: 10,
  consent: 'signed',
  exceptional: null,
  papers: {
    family: {
      relationship: 'Father',
      sex: 'Girl',
      otherParent: { name: 'Ms Pretend', relationship: 'Mother', livesWithPupil: false },
    },
    needs: {
      words: 'SEN support since Reception for social communication',
      primary: 'Social, emotional and mental health',
      with: [inclusion, psychologist],
    },
    purpose: {
      details: 'After lunch in a hall of two hundred Dot hides and is too upset to learn; mornings go well.',
      outcome: 'Dot eats with friends and stays for the afternoon because she likes what comes next.',
      targets: [
        {
          words: 'Eats at the round table with three others',
          measure: 'Lunchtime note',
          support: 'First in, corner seat',
        },
        {
          words: 'Chooses one of two afternoon activities',
          measure: 'Choice board photo',
          support: 'Board shown before lunch',
        },
        {
          words: 'Says “too loud” instead of hiding',
          measure: 'Tally by the teaching assistant',
          support: 'Ear defenders within reach',
        },
      ],
    },
    voices: {
      parent: 'She comes home hungry and in tears. Mornings she sings on the way in.',
      pupil: {
        words: 'The hall echoes. I like it under the stairs. I want to sit with Posy.',
        how: 'Photo walk through the school',
        by: 'Clover Dewdrop',
      },
      school: 'Quick, funny and well liked until about noon.',
      others: [
        {
          from: psychologist,
          words: 'Noise is the barrier. Small steps back into lunch, with a way out.',
          how: 'Report',
        },
      ],
    },
    tried: [
      { what: 'Lunch in the library', from: -70, to: -40, result: 'Calmer; she missed her friends.' },
      { what: 'Ear defenders in the hall', from: -40, to: -17, result: 'Helped for ten minutes.' },
      { what: 'Nurture group in the afternoon', from: -60, to: -17, result: 'Three days of five went well.' },
    ],
    steps: true,
    meeting: {
      minutes: 90,
      notes: 'Go after a lunch at the round table, then add the afternoon by half hours.',
      with: [inclusion, psychologist],
    },
    risk: {
      hazards: [
        {
          hazard: 'Leaving the hall unseen',
          whoHarmed: 'Dot, near the car park',
          rating: 'high',
          precaution: 'One named adult at lunch; the side gate stays locked.',
          owner: 'Heron Reed',
        },
        {
          hazard: 'Afternoons without other children',
          whoHarmed: 'Dot, who has few chances to practise being with others',
          rating: 'low',
          precaution: 'Posy comes to play on Wednesdays.',
          owner: 'Mr Pretend',
        },
      ],
      present: ['socialEmotionalDevelopment'],
      welfare: 'With Mr Pretend, who works from home after noon; the SENCO rings twice a week.',
      continuity: 'Afternoon topic in a box, with things to make.',
      included: 'Her models are shown on the topic table.',
      development: 'Round-table lunch every day from the first week.',
      travel: 'On foot with Mr Pretend, ten minutes.',
      supervision: 'Always with an adult of the family.',
      advice: { from: inclusion, words: 'Keep the group at the round table the same.' },
    },
    weeks: {
      monitoredUnder: 'SEN support plan',
      steps: [
        'Monday to Friday 9.00 to 13.00',
        'Monday to Friday 9.00 to 13.00',
        'Monday to Friday 8.45 to 13.30',
        'Monday to Friday 8.45 to 14.00',
        'Monday to Friday 8.45 to 14.30',
        'Monday to Friday 8.45 to 15.00',
      ],
      targets: [
        'Lunch at the round table',
        'Lunch with one new child',
        'Story after lunch',
        'First afternoon lesson',
        'Choice time with the class',
        'The whole day',
      ],
    },
    practical: {
      work: 'A topic box for the week.',
      returned: 'On the topic table each Monday',
      markedBy: 'Clover Dewdrop',
      meals: 'Lunch in school every day.',
      transport: { words: 'On foot with Mr Pretend' },
      signInOut: 'At the library door, with the teaching assistant.',
      adult: { name: 'Mr Pretend', relationship: 'Father' },
      adjustments: ['Ear defenders', 'First in at lunch', 'Choice board'],
    },
    answers: {
      pupil: 'I will do lunch if Posy is there.',
      others: [
        { from: inclusion, level: 'consulted' },
        { from: psychologist, level: 'consulted', words: 'Review after two weeks, not later.' },
      ],
    },
    circulated: { otherSchools: 'Millbrook Street shared how it runs its quiet lunch.' },
  },
};
