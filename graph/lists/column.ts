/** What a cell of a list can hold in the kinds of column that Graph v1.0 reads and writes well. */
export type CellValue = string | number | boolean | null;

/** The cells of one item by internal column name, as Graph answers them or as they are to be written. */
export type Cells = Readonly<Record<string, unknown>>;
export type WrittenCells = Readonly<Record<string, CellValue>>;

export type ColumnKind =
  | { readonly type: 'text' }
  | { readonly type: 'note' }
  | { readonly type: 'number'; readonly decimals: boolean }
  | { readonly type: 'date' }
  | { readonly type: 'moment' }
  | { readonly type: 'yes or no' }
  | { readonly type: 'choice'; readonly choices: readonly string[] };

export interface Column {
  /** Internal name: short ASCII, never changed once lists exist. */
  readonly name: string;
  /** What people read above the column. */
  readonly title: string;
  readonly description: string;
  readonly kind: ColumnKind;
  readonly indexed: boolean;
  readonly unique: boolean;
  /** For the machine more than for people: stands at the end of the list. */
  readonly aside: boolean;
}

/** Columns as Graph's columnDefinition. */
export function columnDefinition(column: Column): Readonly<Record<string, unknown>> {
  return {
    name: column.name,
    displayName: column.title,
    description: column.description,
    indexed: column.indexed,
    enforceUniqueValues: column.unique,
    ...facet(column.kind),
  };
}

function facet(kind: ColumnKind): Readonly<Record<string, unknown>> {
  switch (kind.type) {
    case 'text':
      return { text: { allowMultipleLines: false, maxLength: 255 } };
    case 'note':
      return { text: { allowMultipleLines: true, linesForEditing: 6, textType: 'plain' } };
    case 'number':
      return { number: { decimalPlaces: kind.decimals ? 'automatic' : 'none' } };
    case 'date':
      return { dateTime: { displayAs: 'standard', format: 'dateOnly' } };
    case 'moment':
      return { dateTime: { displayAs: 'standard', format: 'dateTime' } };
    case 'yes or no':
      // SharePoint's own default is Yes, which nobody has said.
      return { boolean: {}, defaultValue: { value: '0' } };
    case 'choice':
      return { choice: { allowTextEntry: false, choices: kind.choices, displayAs: 'dropDownMenu' } };
  }
}
