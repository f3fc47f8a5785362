// The completed plan in Cambridgeshire's guidance pack (CAM:286-469), its facts in our own words. The print has wrong dates:
// the end reads 11/2/2020, weeks 2 and 4 the year 2010, week 6 7/2/2020. Here they are as the weeks around them say:
// 2 November to 11 December 2020, and week 6 from 7 December.
import type { Professional } from '../staff.ts';
import type { Story, StoryReview } from '../story.ts';

const familyWorker: Professional = {
  party: 'early help worker',
  name: 'Claire Bloggs',
  position: 'District family worker',
  organisation: 'District team',
};
const specialistTeacher: Professional = {
  party: 'SEND service',
  name: 'Mr C Example-Teacher',
  position: 'Specialist teacher',
  organisation: 'SEND service',
};

const review = (
  week: number,
  hours: number,
  until: string,
  parent: string,
  pupil: string,
  school: string,
): StoryReview => ({
  day: week * 7 - 3,
  outcome: 'More hours',
  hours,
  times: `Monday to Friday 9.00 to ${until}`,
  parent,
  pupil,
  school,
  nextDay: (week + 1) * 7 - 3,
  signedOff: false,
});

export const jimmyExample: Story = {
  school: 'LARK',
  pupil: 'Jimmy Example',
  born: '06-10',
  year: '2',
  parent: 'Mrs A Example',
  groups: ['SEN support', 'Early help', 'Free school meals'],
  reasons: ['Reintegration', 'Emotional or social needs'],
  objectives:
    'Take part in tasks led by an adult in year 2; cope with the change at home; move between places and people more calmly; have good experiences of school; build up time in school step by step.',
  times: 'Monday to Friday 9.00 to 11.00',
  hours: 10,
  starts: '2020-11-02',
  lasts: 39,
  openedBefore: 12,
  metBefore: 10,
  consent: 'signed',
  exceptional: 'The change at home and the move to year 2 came together, and Jimmy finds a whole day too much for now.',
  papers: {
    family: {
      relationship: 'Mother',
      sex: 'Boy',
      otherParent: { name: 'Mr A Example', relationship: 'Father', livesWithPupil: false },
    },
    needs: {
      words: 'An assessment for an EHC plan is under way',
      sen: 'EHC needs assessment',
      earlyHelpAssessed: -35,
      with: [familyWorker, specialistTeacher],
    },
    purpose: {
      details:
        'Jimmy came in on few days after the change at home, and moving between places and groups is hard for him.',
      after: 'family circumstances',
      absent: { from: -42, to: -17 },
      outcome: 'Jimmy feels safe and included, and learns with his class all day.',
      targets: [
        {
          words: 'Settles in at the start of each day',
          measure: 'Teacher’s note',
          support: 'Ten quiet minutes with an adult',
        },
        {
          words: 'Goes out to play in a small group',
          measure: 'Note by the lunchtime team',
          support: 'Hall with three friends',
        },
        {
          words: 'Joins the English group',
          measure: 'Share of the group he stays for',
          support: 'Workstation near by',
        },
      ],
    },
    voices: {
      parent:
        'School is hard for him at present, and that comes home with him. We would like to build his days up bit by bit.',
      pupil: {
        words: 'I like playing with Sam and Ben. It is not nice when all are out at once.',
        how: 'Pupil passport',
        by: 'Mrs Smith',
      },
      school: 'Small groups and a calm start help him.',
      others: [
        { from: specialistTeacher, words: 'More time each week, and good moments in each day.', how: 'Meeting' },
      ],
    },
    risk: {
      hazards: [
        {
          hazard: 'Less time with other children',
          whoHarmed: 'Jimmy, whose social skills may grow more slowly',
          rating: 'medium',
          precaution: 'Structured social time and work on feelings every day in school.',
          owner: 'Mrs Smith',
        },
        {
          hazard: 'Difficult hours at home',
          whoHarmed: 'The family, with more time together than they can manage by themselves',
          rating: 'medium',
          precaution: 'The family worker visits weekly and rings twice a week.',
          owner: 'Claire Bloggs',
        },
      ],
      present: ['familySupportWorker', 'behaviourAtHome', 'socialEmotionalDevelopment'],
      welfare: 'The family worker visits; school, family and worker speak at least once a week.',
      continuity: 'A pack goes home each week and comes back to be marked.',
      travel: 'With his mother.',
      supervision: 'With his mother or grandmother.',
    },
    answers: {
      pupil: 'I can come and play with Sam and Ben.',
      others: [
        { from: familyWorker, level: 'agreed in writing' },
        { from: specialistTeacher, level: 'agreed in writing' },
      ],
    },
  },
  reviews: [
    review(
      1,
      15,
      '12.00',
      'Hard to get him in on Monday and Tuesday, but he spoke well of school and of playtime.',
      'I liked playing with Sam and Ben in the hall.',
      'A small group has made going to and from break easier: one incident this week. By Friday he stayed for 70% of the English group.',
    ),
    review(
      2,
      17.5,
      '12.30',
      'Easier to bring in. He wanted to stay for lunch and was unsettled at home on two days.',
      'I want to have lunch with my friends. Maths is boring.',
      'Maths is harder for him, so the work is simpler and made of games. All break times in the hall with seven others went well.',
    ),
    review(
      3,
      20,
      '13.00',
      'Very tired this week, with a nap after lunch. He talks about lunch and playing outside a lot.',
      'I like having lunch at the table with Mrs Smith.',
      'Going to lunch first means no queue. The courtyard suits him better than the big playground.',
    ),
    review(
      4,
      25,
      '14.00',
      'A difficult weekend, so Monday morning was hard; fine once he was in. Proud of his jobs.',
      'I like making sure my friends have what they need on their desks.',
      'Jobs after play settle him before the afternoon. He needed ten minutes on Monday and was on time each day after.',
    ),
    review(
      5,
      30,
      '15.00',
      'More settled at home and asking whether he has homework.',
      'I like the story and sitting at my desk for it.',
      'A workstation a little apart helps him to listen. By Friday he heard the whole story and did half of the activity.',
    ),
    {
      day: 39,
      outcome: 'Back to full time',
      hours: 31.25,
      parent: 'A little upset on some evenings, but happy about school. He likes art in the afternoons.',
      pupil: 'I like playing skittles outside with Mrs Brown after the story.',
      school: 'A short break, then art, gives the day a calm end. Leaving at 3.00 has gone without incident.',
    },
  ],
  ends: { day: 39, reason: 'Returned full-time', details: 'Jimmy stays until the end of the day and goes out calmly.' },
  acknowledged: true,
};
