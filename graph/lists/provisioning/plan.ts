// What has to be done so that a list's columns stand as the schema has them. Pure: it asks nobody and changes nothing.
import { type Column, columnDefinition } from '../column.ts';
import type { ListShape } from '../list-schema.ts';
import type { Trouble } from '../../trouble.ts';
import { kindInWords, kindOfStanding, type StandingColumn } from './standing.ts';
import { madeByHand, ofAnotherType } from './troubles.ts';

export type Part = 'title' | 'description' | 'choices' | 'date format' | 'length' | 'index' | 'uniqueness';

/** One way in which a column differs, and the change that mends it. */
export interface Difference {
  readonly part: Part;
  readonly change: Readonly<Record<string, unknown>>;
}

export type Step =
  | { readonly kind: 'make'; readonly column: Column }
  | {
      readonly kind: 'mend';
      readonly column: Column;
      readonly found: StandingColumn;
      readonly differences: readonly Difference[];
    }
  /** For a person: it is neither deleted nor written over. */
  | { readonly kind: 'explain'; readonly column: Column; readonly trouble: Trouble };

export const planOf = (shape: ListShape, standing: readonly StandingColumn[]): readonly Step[] =>
  shape.columns.flatMap((column) => stepFor(shape, column, standing) ?? []);

function stepFor(shape: ListShape, column: Column, standing: readonly StandingColumn[]): Step | null {
  const found = standing.find(({ name }) => name === column.name);
  if (found) {
    const kind = kindOfStanding(found);
    if (kind !== null && kind !== kindInWords[column.kind.type])
      return { kind: 'explain', column, trouble: ofAnotherType(shape, column, kind) };
    const differences = differing(found, column);
    return differences.length === 0 ? null : { kind: 'mend', column, found, differences };
  }
  const likeIt = standing.find(
    ({ displayName, readOnly }) => readOnly !== true && displayName.toLowerCase() === column.title.toLowerCase(),
  );
  return likeIt
    ? { kind: 'explain', column, trouble: madeByHand(shape, column, likeIt.name) }
    : { kind: 'make', column };
}

/** Only what the app relies on: what a person has set beside ours is theirs. */
function differing(found: StandingColumn, column: Column): readonly Difference[] {
  const { displayName, description, indexed, enforceUniqueValues, text, dateTime } = columnDefinition(column);
  const { kind } = column;
  const differences: Difference[] = [];
  const say = (part: Part, change: Difference['change']): void => void differences.push({ part, change });
  if (found.displayName !== displayName) say('title', { displayName });
  if ((found.description ?? '') !== description) say('description', { description });
  if (kind.type === 'choice' && !holdsAll(found, kind.choices))
    say('choices', { choice: withOurs(found, kind.choices) });
  if (kind.type === 'text' && isShorter(found)) say('length', { text });
  if ((kind.type === 'date' || kind.type === 'moment') && found.dateTime?.format !== formats[kind.type])
    say('date format', { dateTime });
  if (column.indexed && found.indexed !== true) say('index', { indexed });
  if ((found.enforceUniqueValues ?? false) !== enforceUniqueValues) say('uniqueness', { enforceUniqueValues });
  return differences;
}

const formats = { date: 'dateOnly', moment: 'dateTime' } as const;
const longestLine = 255;

const isShorter = ({ text }: StandingColumn): boolean => (text?.maxLength ?? longestLine) < longestLine;

const holdsAll = (found: StandingColumn, choices: readonly string[]): boolean =>
  choices.every((one) => found.choice?.choices.includes(one));

/** Choices that a person has added stay: rows that use them are shown as needing attention, and nothing is lost. */
function withOurs(found: StandingColumn, choices: readonly string[]): unknown {
  const theirs = found.choice?.choices.filter((one) => !choices.includes(one)) ?? [];
  return { allowTextEntry: false, choices: [...choices, ...theirs], displayAs: 'dropDownMenu' };
}
