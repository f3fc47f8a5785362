import type { Column, FieldValue, HyperlinkValue, Item } from '../store/types.ts';
import { toInput } from './field-text.ts';

// What stands in the form of an item, and what a person made of it.

/** One field of a form in progress, as text. */
export interface FormField {
  readonly column: Column;
  readonly typed: string;
  /** Only for links: the words to show for the address. */
  readonly typedDescription: string;
  /** What the list held when the form was opened. */
  readonly was: string;
  readonly wasDescription: string;
  readonly problem: string | null;
}

export interface ItemForm {
  /** null while the item is new. */
  readonly etag: string | null;
  readonly fields: readonly FormField[];
  /** What is wrong with the form as a whole. */
  readonly problem: string | null;
}

export function openForm(columns: readonly Column[], item: Item | null): ItemForm {
  return {
    etag: item?.etag ?? null,
    problem: null,
    fields: columns.map((column) => {
      const was = item === null ? '' : toInput(column, item.fields[column.name]);
      const typed = item === null ? (column.defaultValue ?? '') : was;
      const wasDescription = descriptionOf(item?.fields[column.name]);
      return { column, typed, typedDescription: wasDescription, was, wasDescription, problem: null };
    }),
  };
}

export type Posted = Readonly<Record<string, unknown>>;

/** The form as it came back from the browser. */
export function postedForm(columns: readonly Column[], posted: Posted): ItemForm {
  const text = (name: string): string => {
    const value = posted[name];
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
  };
  return {
    etag: text('etag') === '' ? null : text('etag'),
    problem: null,
    fields: columns.map((column) => ({
      column,
      typed: text(`f.${column.name}`),
      typedDescription: text(`d.${column.name}`),
      was: text(`was.${column.name}`),
      wasDescription: text(`wasd.${column.name}`),
      problem: null,
    })),
  };
}

export function isTouched(field: FormField): boolean {
  return field.typed !== field.was || field.typedDescription !== field.wasDescription;
}

/**
 * The same form over an item that someone else has changed meanwhile: what this person typed stays, what they left alone follows the list,
 * and fields that both changed say so.
 */
export function rebase(
  form: ItemForm,
  item: Item,
  editor: string,
  toWords: (column: Column, value: FieldValue | undefined) => string,
): ItemForm {
  return {
    etag: item.etag,
    problem: `${editor} changed this item while you were editing. Nothing of yours was saved yet, and nothing is lost: look at the fields marked below, then save again.`,
    fields: form.fields.map((field) => {
      const value = item.fields[field.column.name];
      const now = toInput(field.column, value);
      const nowDescription = descriptionOf(value);
      const theirs = now !== field.was || nowDescription !== field.wasDescription;
      const base = { ...field, was: now, wasDescription: nowDescription };
      if (!isTouched(field)) {
        return {
          ...base,
          typed: now,
          typedDescription: nowDescription,
          problem: theirs ? `Changed by ${editor}; yours follows.` : null,
        };
      }
      if (!theirs) return { ...base, problem: null };
      const words = toWords(field.column, value);
      return {
        ...base,
        problem: `${editor} made this ${words === '' ? 'empty' : `“${words}”`}. Saving again puts yours in its place.`,
      };
    }),
  };
}

function descriptionOf(value: FieldValue | undefined): string {
  return typeof value === 'object' && value !== null ? (value satisfies HyperlinkValue).Description : '';
}
