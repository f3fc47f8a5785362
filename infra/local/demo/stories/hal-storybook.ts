// Withdrawn before it began: the pupil got well sooner than anybody thought.
import { professionals } from '../staff.ts';
import type { Story } from '../story.ts';

const { nurse } = professionals;

export const halStorybook: Story = {
  school: 'HOLL',
  pupil: 'Hal Storybook',
  born: '02-11',
  year: '9',
  parent: 'Mrs Storybook',
  groups: ['Medical need'],
  reasons: ['Physical health'],
  objectives: 'Rest in the afternoons while recovering.',
  times: 'Monday to Friday 8.45 to 12.30',
  hours: 18.75,
  starts: -9,
  lasts: 28,
  openedBefore: 10,
  metBefore: 7,
  consent: 'signed',
  exceptional: null,
  papers: {
    family: { relationship: 'Mother', sex: 'Boy' },
    needs: { words: 'None', medical: 'physical', healthcarePlan: -9, with: [nurse] },
    purpose: {
      details: 'Glandular fever; the doctor expects him to be worn out by noon for some weeks.',
      evidence: [{ from: 'General practitioner', day: -12, where: 'Letter in the pupil’s file' }],
      outcome: 'Hal is well and has kept up in his options.',
      targets: [
        { words: 'Keeps up in his three options', measure: 'Teachers’ notes', support: 'Slides sent home' },
        { words: 'Rests before he is ill again', measure: 'Talk on Fridays', support: 'Sofa in the medical room' },
        { words: 'Back at band practice', measure: 'Band list', support: 'Sits for the first weeks' },
      ],
    },
    voices: {
      parent: 'He says he is fine and then sleeps until supper.',
      pupil: { words: 'I would like the mornings and band.', how: 'Telephone', by: 'Bryony Gust' },
      school: 'No worry about his work.',
    },
    tried: [
      { what: 'Rest breaks in the medical room', from: -20, to: -10, result: 'Asleep for most of the afternoon.' },
    ],
    meeting: { minutes: 60, notes: 'Mornings for four weeks, looked at again after two.', with: [nurse] },
  },
  ends: { day: -1, reason: 'Never started', details: 'Hal’s doctor finds him well enough for whole days.' },
};
