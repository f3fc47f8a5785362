import { dateWords } from '../words/dates.ts';
import { counted, numberWords } from '../words/numbers.ts';
import { sentence } from '../words/sentence.ts';

/** Codes of the printed forms that say nothing by themselves. */
const fullWords: Readonly<Record<string, string>> = { 'n/a': 'Does not apply' };

const limits = (least?: number, most?: number): string => {
  // The largest number that a computer counts to is no limit that anybody needs to hear of.
  const top = most === undefined || most > 1_000_000 ? '' : ` to ${numberWords(most)}`;
  if (least === undefined) return '';
  return top === '' ? ` of ${numberWords(least)} or more` : ` from ${numberWords(least)}${top}`;
};

const problems = {
  missing: (title: string) => `Fill in “${title}”, or take out the entry that it belongs to.`,
  date: (title: string) => `Enter “${title}” as a day.`,
  time: (title: string) => `Enter ${title === '' ? 'the time' : `“${title}”`} as a time of day, for example 9:15.`,
  number: (title: string, whole: boolean, least?: number, most?: number) =>
    `Enter “${title}” as a ${whole ? 'whole number' : 'number'}${limits(least, most)}.`,
  long: (title: string, most: number) => `“${title}” is too long. Shorten it to ${numberWords(most)} characters.`,
} as const;

export const sections = {
  problems,
  optionWords: (words: string) => fullWords[words] ?? sentence(words),
  notAnswered: 'Not answered',
  choose: 'Choose…',
  yesNo: { yes: 'Yes', no: 'No' },
  entry: (list: string, number: number) => `${list} ${numberWords(number)}`,
  blank: 'Nothing is filled in yet',
  noEntries: 'There is no entry.',
  add: 'Add an entry',
  addLine: 'Add a line',
  addWeek: 'Add a week',
  copy: 'Copy this one',
  copyWeek: 'Copy this week',
  takeOut: 'Take out',
  takeOutLine: (list: string, number: number) => `Take out ${list} ${numberWords(number)}`,
  entryTakenOut: (list: string, number: number) => `${list} ${numberWords(number)} was taken out.`,
  putBack: 'Put it back',
  addGroup: (title: string) => `Add “${title}”`,
  takeOutGroup: (title: string) => `Take out “${title}”`,
  groupTakenOut: (title: string) => `“${title}” was taken out.`,
  groupNotThere: (title: string) => `“${title}” is not filled in.`,
  sides: { in: 'In', out: 'Out' },
  dayTime: (day: string, side: 'in' | 'out') => `${day}, ${side}`,
  shortDay: (day: string) => day.slice(0, 3),
  fillDays: (day: string) => `Give the empty days the times of ${day}`,
  hoursInSchool: (hours: number) => counted(hours, 'hour in school', 'hours in school'),
  entriesNow: (list: string, before: number, now: number) =>
    `${list}: ${counted(before, 'entry', 'entries')} before, ${numberWords(now)} now`,
  thereNow: (title: string) => `${title}: is filled in now`,
  goneNow: (title: string) => `${title}: is taken out now`,
  moreChanges: (count: number) => `and ${counted(count, 'more change', 'more changes')}`,
  save: 'Save',
  saved: 'Saved.',
  unsaved: 'Not saved yet. What you type is kept in this browser tab.',
  notSaved: 'Not saved: there is a problem.',
  changedLine: (by: string, on: string) => `${by}, ${dateWords(on)}`,
  changedBy: (by: string, on: string) => `${by} saved this part on ${dateWords(on)}.`,
  notBegun: 'Not begun',
  open: (count: number) => counted(count, 'thing is missing', 'things are missing'),
  partsTitle: 'Parts of this case',
  partsNext: 'Go on with',
  partsNextWhy: (stops: number) =>
    `${counted(stops, 'thing that stops', 'things that stop')} the part-time timetable ${stops === 1 ? 'is' : 'are'} answered there.`,
  findingsHere: 'What is missing here',
  nothingMissingHere: 'Nothing is missing here today.',
  todo: 'What to do',
  policy: 'Policy',
  fillIn: (title: string) => `Open “${title}”`,
  fillInSomewhere: 'Open the part where this is answered',
  aboutPolicies: 'About the policies themselves',
  group: (words: string, count: number) => `${words} (${numberWords(count)})`,
  notes: 'Notes',
  notRecorded: 'Not recorded',
  exceptional: 'What makes it exceptional',
  signedEarlier: (version: number, now: number) =>
    `for version ${numberWords(version)}; version ${numberWords(now)} is not signed off`,
  readOnly: 'You can read this part but not change it.',
} as const;
