// The parts of a column in words, for what was mended and for what is still to be.
import type { Difference } from './plan.ts';

const and = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "title and index" */
export const partsInWords = (differences: readonly Difference[]): string =>
  and.format(differences.map(({ part }) => part));

export const notThere = 'is not there';

/** "has another title and is not indexed" */
export const differencesInWords = (differences: readonly Difference[]): string =>
  and.format(differences.map(differenceInWords));

function differenceInWords({ part, change }: Difference): string {
  switch (part) {
    case 'index':
      return 'is not indexed';
    case 'uniqueness':
      return change['enforceUniqueValues'] === true ? 'is not kept unique' : 'takes each value only once';
    case 'choices':
      return 'lacks choices';
    case 'length':
      return 'takes only short texts';
    case 'title':
    case 'description':
    case 'date format':
      return `has another ${part}`;
  }
}
