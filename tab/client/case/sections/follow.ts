// Two people at one part of a case: what each changed stays where the other left it alone.
import { texts } from '../../texts.ts';
import type { Field, GroupField } from './fields-of.ts';
import { isBlank, same } from './read-body.ts';
import { entriesIn, groupIn, isGroup } from './values.ts';
import { valueWords } from './summary.ts';

/** `mine` with all that only others changed since `base`. Where both changed the same, `mine` stands. */
export function follow(field: Field, base: unknown, mine: unknown, theirs: unknown): unknown {
  if (same(field, mine, base)) return theirs;
  if (same(field, theirs, base)) return mine;
  if ((field.kind === 'group' || field.kind === 'days') && isGroup(mine) && isGroup(theirs)) {
    const before = groupIn(base);
    return Object.fromEntries(
      field.fields.map(({ name, field: one }) => [name, follow(one, before[name], mine[name], theirs[name])]),
    );
  }
  if (field.kind === 'list' || field.kind === 'checklist') {
    const [before, ours, others] = [entriesIn(base), entriesIn(mine), entriesIn(theirs)];
    if (before.length === ours.length && ours.length === others.length) {
      return ours.map((one, index) => follow(field.item, before[index], one, others[index]));
    }
  }
  return mine;
}

/** What is different in the later document, each as a plain sentence with its place in words. */
export function differences(form: GroupField, before: unknown, after: unknown): readonly string[] {
  const found: string[] = [];
  compare(form, before, after, '', found);
  return found;
}

function compare(field: Field, before: unknown, after: unknown, place: string, found: string[]): void {
  if (same(field, before, after)) return;
  if (field.kind === 'group' || field.kind === 'days') {
    if (field.nullable && isBlank(field, before) !== isBlank(field, after)) {
      found.push(isBlank(field, after) ? texts.sections.goneNow(place) : texts.sections.thereNow(place));
    }
    for (const { name, field: one } of field.fields) {
      compare(one, groupIn(before)[name], groupIn(after)[name], within(place, one.title), found);
    }
  } else if (field.kind === 'list' || field.kind === 'checklist') {
    const [old, now] = [entriesIn(before), entriesIn(after)];
    if (old.length !== now.length) found.push(texts.sections.entriesNow(place, old.length, now.length));
    now.forEach((one, index) => compare(field.item, old[index], one, texts.sections.entry(place, index + 1), found));
  } else {
    const none = texts.form.none;
    found.push(texts.form.changedTo(place, valueWords(field, before) || none, valueWords(field, after) || none));
  }
}

const within = (place: string, title: string): string => [place, title].filter((one) => one !== '').join(', ');

/** The names on the way to a place: “Risk assessment”, “Hazards 1”, “Rating”. */
export function namesTo(form: GroupField, path: string): readonly string[] {
  let field: Field | undefined = form;
  const titles: string[] = [];
  for (const step of path.split('.')) {
    if (field?.kind === 'group' || field?.kind === 'days') {
      field = field.fields.find(({ name }) => name === step)?.field;
      titles.push(field?.title ?? '');
    } else if (field?.kind === 'list' || field?.kind === 'checklist') {
      field = field.item;
      titles.push(texts.sections.entry(titles.pop() ?? '', Number(step) + 1));
    }
  }
  return titles;
}
