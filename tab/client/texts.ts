// Every sentence the tab says, in British English. Pages hold no sentences of their own.
import { board } from './texts/board.ts';
import { caseCard, consents, severities, statuses } from './texts/case.ts';
import { failures } from './texts/failures.ts';
import { form, forms } from './texts/forms.ts';
import { importing, parked } from './texts/import.ts';
import { sections } from './texts/sections.ts';
import { newCase, receiving } from './texts/new-case.ts';
import { register } from './texts/register.ts';
import { counted, numberWords } from './words/numbers.ts';

export const texts = {
  app: {
    name: 'Part-time timetables',
    skip: 'Skip to the page',
    nav: 'Part-time timetables',
    loading: 'Loading…',
    opening: 'Opening Part-time timetables…',
    tryAgain: 'Try again',
    trying: 'Trying again…',
    dismiss: 'Hide this message',
    lastRead: (when: string) =>
      `What you see was read from SharePoint ${when}. Microsoft 365 could not be read since; the app goes on trying. What others have changed may be missing.`,
    neverRead: 'Not all of this school’s lists could be read yet: something may be missing here.',
    staleSince: (when: string) => `What you see is from ${when}.`,
    unknownTitle: 'There is no such page',
    unknownWords: 'The link may be old or cut short.',
    back: 'Go to the cases',
    newWindow: '(opens in a new window)',
  },
  outside: {
    title: 'Open this in Microsoft Teams',
    words:
      'Part-time timetables works inside Microsoft Teams, where your school keeps its cases and knows who you are.',
    stepsTitle: 'How to get there',
    steps: [
      'Open Microsoft Teams and sign in with your school account.',
      'Go to your school’s Team and open the tab “Part-time timetables”, or find the app under Apps.',
      'If you do not see it, ask the person who looks after Microsoft 365 at your school to add it.',
    ],
    again: 'I am in Teams: try again',
  },
  config: {
    title: 'Add Part-time timetables to this channel',
    words:
      'The tab shows the cases of this Team’s school to the people in the Team. There is nothing to choose: press “Save”.',
  },
  failures,
  statuses,
  consents,
  severities,
  schools: {
    nav: 'All schools',
    title: 'Schools',
    words: (count: number) => `You can see ${counted(count, 'school', 'schools')}.`,
    week: (hours: number) => `Full week: ${numberWords(hours)} hours`,
    noneTitle: 'You are in no school’s Team yet',
    none: 'The cases of a school are shown to the people in its Team. Ask the owner of the Team to add you, and to see that this app is in the Team; then try again.',
    attention:
      'Somebody of the trust has to mend them by hand in its register. A school goes on as its row could last be read; one that never could is not shown.',
  },
  board,
  caseCard,
  forms,
  form,
  importing,
  newCase,
  receiving,
  register,
  parked,
  sections,
} as const;
