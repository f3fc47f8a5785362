// A row of items as the rest of the tenant sees it.
import { integer, type Row, text } from './database.ts';
import type { Actor, Fields, FieldValue, Item, ItemChange } from './types.ts';

export function toItem(row: Row): Item {
  const version = integer(row, 'version');
  return {
    listId: text(row, 'list_id'),
    id: integer(row, 'id'),
    etag: `"${text(row, 'guid')},${version}"`,
    version,
    fields: JSON.parse(text(row, 'fields')) as Fields,
    createdAt: text(row, 'created_at'),
    createdBy: JSON.parse(text(row, 'created_by')) as Actor,
    modifiedAt: text(row, 'modified_at'),
    modifiedBy: JSON.parse(text(row, 'modified_by')) as Actor,
  };
}

export function toChange(row: Row): ItemChange {
  const sequence = integer(row, 'sequence');
  return integer(row, 'deleted') === 1
    ? { kind: 'deleted', sequence, id: integer(row, 'id') }
    : { kind: 'present', sequence, item: toItem(row) };
}

/** A row that was just written. */
export function present(row: Row | undefined): Item {
  if (row === undefined) throw new Error('An item that was just written is not there.');
  return toItem(row);
}

/** A column without a value is absent. */
export function withoutBlanks(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

export function defaultOf(type: string, value: string): FieldValue {
  return type === 'boolean' ? value === '1' || value.toLowerCase() === 'true' : value;
}
