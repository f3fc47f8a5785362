import type { Column } from './column.ts';
import type { Field } from './fields.ts';

export const siteKinds = ['hub', 'school', 'authority', 'governors'] as const;
export type SiteKind = (typeof siteKinds)[number];

/** A list as it is to stand in SharePoint. */
export interface ListShape {
  /** The list's name in plain words; SharePoint makes its address of it. */
  readonly title: string;
  readonly description: string;
  readonly site: SiteKind;
  /** In the order in which SharePoint shows them. */
  readonly columns: readonly Column[];
}

/** A list and how its rows become records. The compiler asks for every field of the record. */
export interface ListSchema<T extends object> extends ListShape {
  readonly fields: { readonly [F in keyof T]-?: Field<T[F]> };
  /** The field that lies in Title. */
  readonly key: keyof T & string;
  /** Columns in which no two rows may hold the same; the key's first. */
  readonly uniqueColumns: readonly string[];
  /** The column that says which case a row belongs to, on lists that have one. */
  readonly caseColumn: string | null;
  /** Whether a cell that somebody spoils goes on as it could last be read, because all of a school hangs on the row. */
  readonly holdsOver: boolean;
}

/** SharePoint indexes no more than this many columns of a list. */
export const mostIndexes = 20;

export function defineList<T extends object>(
  list: Pick<ListSchema<T>, 'title' | 'description' | 'site' | 'fields' | 'key'> & { readonly holdsOver?: boolean },
): ListSchema<T> {
  const inOrder = Object.values<Field<T[keyof T]>>(list.fields).flatMap((field) => field.columns);
  const columns = [...inOrder.filter((column) => !column.aside), ...inOrder.filter((column) => column.aside)];
  if (list.fields[list.key].columns[0]?.name !== 'Title') throw new Error(`${list.title}: the key must lie in Title.`);
  if (columns.filter((column) => column.indexed).length > mostIndexes)
    throw new Error(`${list.title}: too many indexes.`);
  return {
    ...list,
    holdsOver: list.holdsOver ?? false,
    columns,
    uniqueColumns: columns.filter((column) => column.unique).map((column) => column.name),
    caseColumn: columns.find((column) => column.name === caseRefColumn)?.name ?? null,
  };
}

export const caseRefColumn = 'CaseRef';
