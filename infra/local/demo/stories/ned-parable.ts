// Only thought of so far: the parent has not been asked, and nobody has been told.
import type { Story } from '../story.ts';

export const nedParable: Story = {
  school: 'MILL',
  pupil: 'Ned Parable',
  born: '01-17',
  year: '7',
  parent: 'Mrs Parable',
  groups: [],
  reasons: ['Emotional or social needs'],
  objectives: 'Find his feet in a big school, lesson by lesson.',
  times: 'Monday to Friday 8.40 to 13.40',
  hours: 25,
  starts: 15,
  lasts: 28,
  openedBefore: 18,
  metBefore: 16,
  consent: null,
  exceptional: null,
  papers: {
    family: { relationship: 'Mother', sex: 'Boy' },
    purpose: {
      details: 'Ned came from a school of forty pupils and is lost after lunch on most days.',
      targets: [],
    },
    tried: [
      { what: 'Buddy from Year 8', from: -40, to: -20, result: 'They have become friends; it goes on.' },
      {
        what: 'Afternoon registration in the library',
        from: -25,
        to: -17,
        result: 'Too early to say: perhaps this is enough.',
      },
    ],
  },
};
