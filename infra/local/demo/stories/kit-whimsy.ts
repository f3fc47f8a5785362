// A plan that ought not to go ahead: it stands in for an exclusion, and the parent feels that there is no choice.
import type { Story } from '../story.ts';

export const kitWhimsy: Story = {
  school: 'MILL',
  pupil: 'Kit Whimsy',
  born: '06-23',
  year: '9',
  parent: 'Mr Whimsy',
  groups: [],
  reasons: ['At risk of exclusion'],
  objectives: 'Time with the learning mentor each day while a place elsewhere is found.',
  times: 'Monday to Friday 10.00 to 12.00',
  hours: 10,
  starts: -3,
  lasts: 28,
  openedBefore: 9,
  metBefore: 6,
  consent: 'waiting',
  exceptional: null,
  papers: {
    family: { relationship: 'Father', sex: 'Boy' },
    needs: { words: 'Not assessed' },
    purpose: {
      details:
        'Two suspensions this term for disruptive behaviour; fewer hours give him fewer chances to fall out with others.',
      targets: [{ words: 'No incidents for four weeks', measure: 'Incident list', support: 'Learning mentor' }],
    },
    voices: {
      parent: 'They told us that he would be excluded otherwise. I would sooner have him in lessons with some help.',
      school: 'Bright, quick to anger when he cannot read the task.',
    },
  },
};
