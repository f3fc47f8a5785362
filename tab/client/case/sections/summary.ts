// A filled field, or an entry of several, in a few words.
import { texts } from '../../texts.ts';
import { dateWords } from '../../words/dates.ts';
import { isDate } from './days.ts';
import type { Field, GroupField } from './fields-of.ts';
import { minutesBetween } from './typed-time.ts';
import { entriesIn, groupIn, textIn } from './values.ts';

const longest = 60;

const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text);

export function valueWords(field: Field, value: unknown): string {
  switch (field.kind) {
    case 'text':
    case 'time':
      return shortened(textIn(value).trim());
    case 'number':
      return typeof value === 'number' ? String(value) : textIn(value).trim();
    case 'date':
      return isDate(textIn(value)) ? dateWords(textIn(value)) : textIn(value);
    case 'yes or no':
      return typeof value === 'boolean' ? texts.sections.yesNo[value ? 'yes' : 'no'] : '';
    case 'choice':
      return texts.sections.optionWords(field.options.find((one) => one.value === value)?.words ?? textIn(value));
    case 'ticks':
      return entriesIn(value).map(textIn).map(texts.sections.optionWords).join(', ');
    case 'days':
      return daysWords(field.fields, value);
    case 'group':
    case 'list':
    case 'checklist':
      return '';
  }
}

/** Hours a week in school, as far as both times of a day are there. */
export function daysWords(days: GroupField['fields'], value: unknown): string {
  const minutes = days.reduce((sum, { name }) => {
    const day = groupIn(groupIn(value)[name]);
    return sum + (minutesBetween(textIn(day['in']), textIn(day['out'])) ?? 0);
  }, 0);
  return minutes === 0 ? '' : texts.sections.hoursInSchool(minutes / 60);
}

/** By what one finds an entry again: the first things that stand in it. Yes and no say nothing without their question. */
export function summaryOf(item: GroupField, value: unknown, without?: string): string {
  const group = groupIn(value);
  return item.fields
    .filter(({ name, field }) => field.kind !== 'yes or no' && name !== without)
    .map(({ name, field }) => (field.kind === 'number' ? numbered(field, group[name]) : valueWords(field, group[name])))
    .filter((words) => words !== '')
    .slice(0, 3)
    .join(' · ');
}

const numbered = (field: Field, value: unknown): string => {
  const words = valueWords(field, value);
  return words === '' ? '' : `${field.title} ${words}`;
};
