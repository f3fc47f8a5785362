// What provisioning leaves to a person, in words: which list and column, what is wrong, and what to do. Titles only, no row's contents.
import type { GraphFailure } from '../../graph-failure.ts';
import { provisionCommand, type Trouble } from '../../trouble.ts';
import type { Column } from '../column.ts';
import { mostIndexes, type ListShape } from '../list-schema.ts';
import { kindInWords } from './standing.ts';

type Titled = Pick<ListShape, 'title'>;

const columnOf = (list: Titled, column: Column): string => `column “${column.title}” of the list “${list.title}”`;
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const ofAnotherType = (list: Titled, column: Column, kind: string): Trouble => ({
  words: `${capital(columnOf(list, column))} (internal name ${column.name}) is of the type “${kind}”; the app needs “${kindInWords[column.kind.type]}”.`,
  who: 'SharePoint site owner',
  todo: `Keep its values (export the list to Excel), delete the column in the list’s settings, run ${provisionCommand}, and put the values back in the grid view.`,
});

export const madeByHand = (list: Titled, column: Column, internalName: string): Trouble => ({
  words: `${capital(columnOf(list, column))} was made by hand: its internal name is ${internalName}, and the app’s own, ${column.name}, is not there.`,
  who: 'SharePoint site owner',
  todo: `Give it another title in the list’s settings, such as “${column.title} (old)”, run ${provisionCommand}, copy its values across in the grid view, and then delete it.`,
});

export const notAList = (list: Titled, template: string): Trouble => ({
  words: `At the address of the list “${list.title}” stands something else (${template}).`,
  who: 'SharePoint site owner',
  todo: `Move what it holds elsewhere and delete it in the site’s contents, then run ${provisionCommand}.`,
});

export const tooManyIndexes = (list: Titled, column: Column, others: readonly string[]): Trouble => ({
  words: `${capital(columnOf(list, column))} cannot be indexed: SharePoint indexes ${mostIndexes} columns of a list, and so many are.`,
  who: 'SharePoint site owner',
  todo: `In the list’s settings, under “Indexed columns”, take the index off ${others.length > 0 ? `one of ${others.map((one) => `“${one}”`).join(', ')}` : 'a column that the app does not need it for'}, then run ${provisionCommand}.`,
});

export const tooLongToIndex = (list: Titled, column: Column): Trouble => ({
  words: `The list “${list.title}” has reached 5,000 items without an index on its column “${column.title}”. The app reads on without it; views that filter by it fail.`,
  who: 'SharePoint site owner',
  todo: 'Add the index by hand: the list’s settings, “Indexed columns”, “Create a new index”. SharePoint allows it up to 20,000 items.',
});

/** `rows` holds the ids of the items that hold the same, together. */
export const heldTwice = (list: Titled, column: Column, rows: readonly (readonly string[])[]): Trouble => ({
  words: `${capital(columnOf(list, column))} cannot be kept unique, because rows hold the same: ${groupsInWords(rows)}.`,
  who: 'SharePoint site owner',
  todo: `Open these rows, keep one of each and delete or change the others, then run ${provisionCommand}.`,
});

const mostGroups = 5;
const and = new Intl.ListFormat('en-GB', { type: 'conjunction' });

function groupsInWords(groups: readonly (readonly string[])[]): string {
  const shown = groups.slice(0, mostGroups).map((ids) => and.format(ids));
  const more = groups.length - shown.length;
  return `items ${shown.join('; ')}${more > 0 ? `; and ${more} more like that` : ''}`;
}

export const mayNotMend = (list: Titled, column: Column, what: string): Trouble => ({
  words: `${capital(columnOf(list, column))} ${what}, and the app may not change columns.`,
  who: 'Microsoft 365 administrator',
  todo: `Grant the app “manage” on this site (or Sites.Manage.All) for as long as it takes to run ${provisionCommand}.`,
});

export const refusedBySharePoint = (list: Titled, column: Column, what: string, failure: GraphFailure): Trouble => ({
  words: `${capital(columnOf(list, column))} ${what}, and SharePoint refused the change (${failure.status} ${failure.code}, request ${failure.requestId ?? 'unknown'}).`,
  who: 'whoever runs the app',
  todo: `Run ${provisionCommand} again tomorrow; should it be refused again, give Microsoft’s support the number of the request.`,
});

/** What a look finds and a run of provisioning would do. */
const toProvision = (words: string): Trouble => ({
  words,
  who: 'whoever runs the app',
  todo: provisionCommand,
});
export function listsMissing(lists: readonly Titled[]): Trouble {
  const titles = and.format(lists.map(({ title }) => `“${title}”`));
  return toProvision(lists.length === 1 ? `The list ${titles} is not there.` : `The lists ${titles} are not there.`);
}
export const columnToMend = (list: Titled, column: Column, what: string): Trouble =>
  toProvision(`${capital(columnOf(list, column))} ${what}.`);
