// In its second week. The governors were not told, nobody is named who marks the work, and a free meal is missing.
import { professionals } from '../staff.ts';
import type { Story } from '../story.ts';

const { inclusion, nurse } = professionals;

export const ivyMakebelieve: Story = {
  school: 'HOLL',
  pupil: 'Ivy Makebelieve',
  born: '07-08',
  year: '7',
  parent: 'Mr Makebelieve',
  groups: ['SEN support', 'Medical need', 'Free school meals'],
  reasons: ['Mental health'],
  objectives: 'Come in by the side door each morning and stay until lunch.',
  times: 'Monday to Friday 9.15 to 12.15',
  hours: 15,
  starts: -8,
  lasts: 42,
  openedBefore: 14,
  metBefore: 9,
  consent: 'signed',
  exceptional:
    'Since a loss in the family Ivy has panic attacks in crowds, and the counsellor advises a start in the quiet hours.',
  papers: {
    family: { relationship: 'Father', sex: 'Girl' },
    needs: {
      words: 'SEN support since last term',
      primary: 'Social, emotional and mental health',
      medical: 'mental',
      healthcarePlan: -10,
      youngCarer: true,
      with: [inclusion, nurse],
    },
    purpose: {
      details: 'Panic attacks in crowded corridors since the death of her grandmother; quiet hours go well.',
      evidence: [{ from: 'Bereavement counsellor', day: -18, where: 'Report in the pupil’s file' }],
      outcome: 'Ivy moves through the school with her friends and knows what to do when panic comes.',
      targets: [
        { words: 'Through the side door by twenty past nine', measure: 'Signing-in book', support: 'Met by the nurse' },
        { words: 'Uses the breathing card before asking to leave', measure: 'Card notes', support: 'Practised daily' },
        { words: 'One lesson a day with her own class', measure: 'Register', support: 'Seat by the door' },
      ],
    },
    voices: {
      parent: 'She was so close to her gran. Small steps, please, and ring me if she is in a state.',
      pupil: {
        words: 'I cannot breathe when everybody pushes. I am all right in art. I miss my nan.',
        how: 'Memory box and talk',
        by: 'Nettle Calm',
      },
      school: 'Works hard in small rooms; the corridors are the trouble.',
      others: [{ from: nurse, words: 'Panic passes in five minutes if nobody crowds her.', how: 'Meeting' }],
    },
    tried: [
      {
        what: 'Leaving lessons five minutes early',
        from: -60,
        to: -30,
        result: 'Helped between lessons, not on arrival.',
      },
      { what: 'Six meetings with the counsellor', from: -55, to: -12, result: 'Going on.' },
    ],
    steps: true,
    meeting: {
      minutes: 70,
      notes: 'Side door after the bell, lessons in small rooms, lunch in the third week.',
      with: [inclusion, nurse],
    },
    risk: {
      hazards: [
        {
          hazard: 'A panic attack on the way home',
          whoHarmed: 'Ivy, who crosses a main road',
          rating: 'medium',
          precaution: 'Mr Makebelieve or her cousin meets her at the gate.',
          owner: 'Finch Hawthorn',
        },
        {
          hazard: 'Looks after her brother when Mr Makebelieve is on nights',
          whoHarmed: 'Ivy, who has no time to rest',
          rating: 'medium',
          precaution: 'Young carers’ group asked; breakfast club for the brother.',
          owner: 'Brook Sandpiper',
        },
      ],
      present: ['youngCarer', 'singleCarer'],
      welfare: 'With Mr Makebelieve, asleep by day after nights but in the house; her aunt looks in at two.',
      continuity: 'Art and English tasks, which she likes.',
      included: 'Her form keeps a chair for her at lunch.',
      development: 'Art club from the fourth week.',
      travel: 'On foot, met at the gate.',
      supervision: 'Not out alone in the afternoons; the aunt’s number is on file.',
    },
    weeks: {
      monitoredUnder: 'SEN support plan',
      steps: [
        'Monday to Friday 9.15 to 12.15',
        'Monday to Friday 9.15 to 12.15',
        'Monday to Friday 9.00 to 13.15',
        'Monday to Friday 9.00 to 13.15',
        'Monday to Friday 8.45 to 14.15',
        'Monday to Friday 8.45 to 15.15',
      ],
    },
    practical: {
      work: 'Art and English tasks for an hour a day.',
      returned: 'In the art folder',
      transport: { words: 'On foot' },
      signInOut: 'At the side door with the nurse.',
      adult: { name: 'Mr Makebelieve', relationship: 'Father' },
      adjustments: ['Side door', 'Breathing card', 'Seat by the door'],
    },
    answers: {
      pupil: 'Side door is good. I want to stay in art.',
      others: [{ from: inclusion, level: 'consulted', words: 'Lunch before lessons in the afternoon.' }],
    },
    circulated: {
      otherSchools: 'Larkfield’s mentor for bereaved children has met her once.',
      forgotten: ['governors'],
    },
    running: {
      contacts: {
        on: ['monday', 'wednesday', 'friday'],
        by: 'Nettle Calm',
        words: ['Used the card twice this morning.', 'Slept badly; came in all the same.', 'Painted all afternoon.'],
      },
    },
  },
};
