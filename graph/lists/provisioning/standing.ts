// Lists and columns as Graph answers them, and which of them are ours.
import { z } from 'zod';
import type { ColumnKind } from '../column.ts';
import type { ListShape } from '../list-schema.ts';

export const StandingList = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  list: z.object({ template: z.string().nullish() }).nullish(),
});
export type StandingList = z.infer<typeof StandingList>;

export const StandingColumn = z.looseObject({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  description: z.string().nullish(),
  indexed: z.boolean().nullish(),
  enforceUniqueValues: z.boolean().nullish(),
  readOnly: z.boolean().nullish(),
  text: z.looseObject({ allowMultipleLines: z.boolean().nullish(), maxLength: z.number().nullish() }).nullish(),
  choice: z.looseObject({ choices: z.array(z.string()), displayAs: z.string().nullish() }).nullish(),
  dateTime: z.looseObject({ format: z.string().nullish() }).nullish(),
});
export type StandingColumn = z.infer<typeof StandingColumn>;

const plain = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * A list keeps the address it was made with when a person gives it another title; the address is the title without punctuation.
 * What stands at the address comes before what only bears the title.
 */
export const findList = (standing: readonly StandingList[], { title }: ListShape): StandingList | undefined =>
  standing.find(({ name }) => plain(name) === plain(title)) ??
  standing.find(({ displayName }) => plain(displayName) === plain(title));

/** The template of what is no list of rows, such as a document library; null for a list. */
export function otherTemplate({ list }: StandingList): string | null {
  const template = list?.template ?? 'genericList';
  return template === 'genericList' ? null : template;
}

/** What a column of each kind is called in SharePoint, beginning with those that we make. */
const kindNames: readonly (readonly [facet: string, words: string])[] = [
  ['number', 'number'],
  ['dateTime', 'date and time'],
  ['boolean', 'yes/no'],
  ['personOrGroup', 'person'],
  ['lookup', 'lookup'],
  ['calculated', 'calculated'],
  ['currency', 'currency'],
  ['hyperlinkOrPicture', 'hyperlink'],
  ['term', 'managed metadata'],
  ['geolocation', 'location'],
];

/** In SharePoint's words; null where Graph does not say. */
export function kindOfStanding(column: StandingColumn): string | null {
  if (column.text) return column.text.allowMultipleLines === true ? 'multiple lines of text' : 'single line of text';
  if (column.choice) return column.choice.displayAs === 'checkBoxes' ? 'choice of several' : 'choice';
  return kindNames.find(([facet]) => column[facet] !== undefined && column[facet] !== null)?.[1] ?? null;
}

export const kindInWords: Readonly<Record<ColumnKind['type'], string>> = {
  text: 'single line of text',
  note: 'multiple lines of text',
  number: 'number',
  date: 'date and time',
  moment: 'date and time',
  'yes or no': 'yes/no',
  choice: 'choice',
};
