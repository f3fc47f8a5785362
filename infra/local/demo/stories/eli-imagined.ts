// The parent said no, and that was the end of it.
import type { Story } from '../story.ts';

export const eliImagined: Story = {
  school: 'LARK',
  pupil: 'Eli Imagined',
  born: '12-05',
  year: '6',
  parent: 'Mrs Imagined',
  groups: [],
  reasons: ['Other'],
  objectives: 'Settle after a move from another part of the country.',
  times: 'Monday to Friday 9.00 to 11.30',
  hours: 12.5,
  starts: -20,
  lasts: 28,
  openedBefore: 9,
  metBefore: 7,
  consent: 'refused',
  exceptional: null,
  papers: {
    family: { relationship: 'Mother', sex: 'Boy' },
    needs: { words: 'None known; records from the last school are on their way' },
    purpose: {
      details: 'New in the area, and tired by a long journey until the family finds a home nearer by.',
      outcome: 'Eli has friends here and is in every lesson.',
      targets: [{ words: 'Has lunch with his buddy', measure: 'Buddy’s note', support: 'Buddy from his street' }],
    },
    voices: {
      parent: 'He has missed enough with the move. We would like him here all day, with a friend to show him round.',
      pupil: { words: 'I want to be in football on Thursdays.', how: 'Talk with his teacher', by: 'Clover Dewdrop' },
      school: 'He is quiet and copes; a buddy may do more than a short day.',
    },
  },
};
