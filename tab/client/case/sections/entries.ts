// The entries of a list: new ones, copies, and the items of a checklist.
import { daysLater, isDate } from './days.ts';
import type { ChecklistField, Field, GroupField, ListField } from './fields-of.ts';
import { entriesIn, type Group, groupIn, isGroup, textIn } from './values.ts';

/** The field by whose number entries follow each other, such as the version of a plan. */
function counterOf(item: GroupField): string | undefined {
  return item.fields.find(
    ({ name, field }) => field.kind === 'number' && (field.required || name === 'number' || name === 'stage'),
  )?.name;
}

/** The Monday of a week's times. */
const weekOf = (item: GroupField): string | undefined =>
  item.fields.some(({ field }) => field.kind === 'days')
    ? item.fields.find(({ field }) => field.kind === 'date' && field.required)?.name
    : undefined;

export const holdsWeeks = (list: ListField): boolean => list.item.kind === 'group' && weekOf(list.item) !== undefined;

function nextNumber(name: string, entries: readonly unknown[]): number {
  return 1 + Math.max(0, ...entries.map((one) => Number(groupIn(one)[name])).filter(Number.isFinite));
}

/** The first Monday from this one on that has no entry yet. */
function nextWeek(name: string, entries: readonly unknown[], from: string): string {
  const taken = new Set(entries.map((one) => textIn(groupIn(one)[name])));
  let week = from;
  while (taken.has(week)) week = daysLater(week, 7);
  return week;
}

const lastWeek = (name: string, entries: readonly unknown[]): string | undefined =>
  entries
    .map((one) => textIn(groupIn(one)[name]))
    .filter(isDate)
    .toSorted()
    .at(-1);

function following(item: GroupField, entries: readonly unknown[], from: string | undefined): Group {
  const counter = counterOf(item);
  const week = weekOf(item);
  return {
    ...(counter === undefined ? {} : { [counter]: nextNumber(counter, entries) }),
    ...(week === undefined || from === undefined ? {} : { [week]: nextWeek(week, entries, from) }),
  };
}

/** A blank entry, with the number or the week that comes next. */
export function newEntry(item: Field, entries: readonly unknown[]): unknown {
  if (item.kind !== 'group') return '';
  const week = weekOf(item);
  return following(item, entries, week === undefined ? undefined : lastWeek(week, entries));
}

export interface Placed {
  readonly index: number;
  readonly entry: unknown;
}

/** The same once more, and where it belongs; a week becomes the next one that is not there yet, after all that come before it. */
export function copyOf(item: Field, entries: readonly unknown[], index: number): Placed {
  const entry = entries[index];
  if (item.kind !== 'group' || !isGroup(entry)) return { index: index + 1, entry };
  const week = weekOf(item);
  const from = week === undefined ? '' : textIn(entry[week]);
  const copy = { ...entry, ...following(item, entries, isDate(from) ? from : undefined) };
  if (week === undefined) return { index: index + 1, entry: copy };
  const before = entries.findLastIndex((one) => textIn(groupIn(one)[week]) <= textIn(groupIn(copy)[week]));
  return { index: before + 1, entry: copy };
}

/** Every item of a checklist has its entry, in the list's order, so that it is answered and not looked up. */
export function withEveryItem(field: Field, value: unknown): unknown {
  if (field.kind === 'checklist') return everyItem(field, entriesIn(value));
  if (field.kind !== 'group' || (field.nullable && !isGroup(value))) return value;
  const group = groupIn(value);
  const filled = field.fields
    .map(({ name, field: one }) => [name, withEveryItem(one, group[name])] as const)
    .filter(([, one]) => one !== undefined);
  return filled.length === 0 ? value : { ...group, ...Object.fromEntries(filled) };
}

function everyItem({ code, options }: ChecklistField, entries: readonly unknown[]): readonly unknown[] {
  const held = new Set(entries.map((one) => groupIn(one)[code]));
  const missing = options.filter(({ value }) => !held.has(value)).map(({ value }) => ({ [code]: value }));
  if (missing.length === 0) return entries;
  const place = new Map(options.map(({ value }, index) => [value, index]));
  const placeOf = (one: unknown): number => place.get(textIn(groupIn(one)[code])) ?? options.length;
  return [...entries, ...missing].toSorted((a, b) => placeOf(a) - placeOf(b));
}
