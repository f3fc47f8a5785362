// Signed by the parent and stopped all the same: there is no risk assessment, so the headteacher cannot start it.
import { professionals } from '../staff.ts';
import type { Story } from '../story.ts';

const { inclusion } = professionals;

export const maySupposed: Story = {
  school: 'HOLL',
  pupil: 'May Supposed',
  born: '10-03',
  year: '9',
  parent: 'Ms Supposed',
  groups: ['SEN support'],
  reasons: ['Emotional or social needs'],
  objectives: 'Be in three lessons a day and know where to go when it is too much.',
  times: 'Monday to Friday 9.30 to 13.00',
  hours: 17.5,
  starts: 2,
  lasts: 35,
  openedBefore: 13,
  metBefore: 8,
  consent: 'signed',
  exceptional: null,
  papers: {
    family: { relationship: 'Mother', sex: 'Girl' },
    needs: {
      words: 'SEN support for anxiety about groups',
      primary: 'Social, emotional and mental health',
      with: [inclusion],
    },
    purpose: {
      details: 'Since the change of buildings in September May has left lessons in tears on most days.',
      outcome: 'May knows the new building and goes to every lesson in it.',
      targets: [
        {
          words: 'In three lessons a day in the first fortnight',
          measure: 'Lesson register',
          support: 'Walked there by a prefect',
        },
        { words: 'Goes to the hub and not home when it is too much', measure: 'Hub book', support: 'Hub open all day' },
        { words: 'Names one good thing each Friday', measure: 'Diary', support: 'Talk with her tutor' },
      ],
    },
    voices: {
      parent: 'She used to love school. I will walk with her if that helps.',
      pupil: {
        words: 'I get lost and then everybody looks at me. I like the hub.',
        how: 'Map of the school with stickers',
        by: 'Bryony Gust',
      },
      school: 'Fine in the old building, lost in the new one.',
    },
    tried: [
      { what: 'Map and prefect for a fortnight', from: -40, to: -26, result: 'Better on the way, not in the rooms.' },
      { what: 'Afternoons in the hub', from: -26, to: -12, result: 'Calm, and behind in her lessons.' },
    ],
    steps: true,
    meeting: {
      minutes: 60,
      notes: 'Three lessons she likes, the hub between them, a lesson more each week.',
      with: [inclusion],
    },
    weeks: {
      monitoredUnder: 'SEN support plan',
      steps: [
        'Monday to Friday 9.30 to 13.00',
        'Monday to Friday 9.30 to 13.00',
        'Monday to Friday 8.45 to 13.15',
        'Monday to Friday 8.45 to 14.15',
        'Monday to Friday 8.45 to 15.15',
      ],
    },
    practical: {
      work: 'Tasks of the missed lessons, on the school’s platform.',
      returned: 'On the platform',
      markedBy: 'Bryony Gust',
      transport: { words: 'On foot with Ms Supposed' },
      signInOut: 'At the hub.',
      adult: { name: 'Ms Supposed', relationship: 'Mother' },
      adjustments: ['Hub pass', 'Prefect for the walk between lessons'],
    },
    answers: { pupil: 'I will try three lessons.', others: [{ from: inclusion, level: 'consulted' }] },
    circulated: { otherSchools: 'Asked; none has a hub of its own.' },
  },
};
