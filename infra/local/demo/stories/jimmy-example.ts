// The completed plan in Cambridgeshire's guidance pack (CAM:286-469), its facts in our own words. The print has wrong dates:
// the end reads 11/2/2020, weeks 2 and 4 the year 2010, week 6 7/2/2020. Here they are as the weeks around them say:
// 2 November to 11 December 2020, and week 6 from 7 December.
import type { Story, StoryReview } from '../story.ts';

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
});

export const jimmyExample: Story = {
  school: 'LARK',
  pupil: 'Jimmy Example',
  born: '2014-06-10',
  year: '2',
  parent: 'Mrs A Example',
  groups: ['Early help', 'Free school meals'],
  reasons: ['Reintegration', 'Emotional or social needs'],
  objectives:
    'Take part in tasks led by an adult in year 2; cope with the change at home; move between places and people more calmly; have good experiences of school; build up time in school step by step.',
  times: 'Monday to Friday 9.00 to 11.00',
  hours: 10,
  starts: '2020-11-02',
  lasts: 39,
  openedBefore: 10,
  consent: 'signed',
  begins: true,
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
      '1.00',
      'Very tired this week, with a nap after lunch. He talks about lunch and playing outside a lot.',
      'I like having lunch at the table with Mrs Smith.',
      'Going to lunch first means no queue. The courtyard suits him better than the big playground.',
    ),
    review(
      4,
      25,
      '2.00',
      'A difficult weekend, so Monday morning was hard; fine once he was in. Proud of his jobs.',
      'I like making sure my friends have what they need on their desks.',
      'Jobs after play settle him before the afternoon. He needed ten minutes on Monday and was on time each day after.',
    ),
    review(
      5,
      30,
      '3.00',
      'More settled at home and asking whether he has homework.',
      'I like the story and sitting at my desk for it.',
      'A workstation a little apart helps him to listen. By Friday he heard the whole story and did half of the activity.',
    ),
    {
      day: 39,
      outcome: 'Back to full time',
      hours: 30.8,
      parent: 'A little upset on some evenings, but happy about school. He likes art in the afternoons.',
      pupil: 'I like playing skittles outside with Mrs Brown after the story.',
      school: 'A short break, then art, gives the day a calm end. Leaving at 3.00 has gone without incident.',
    },
  ],
  ends: { day: 39, reason: 'Returned full-time' },
  acknowledged: true,
};
