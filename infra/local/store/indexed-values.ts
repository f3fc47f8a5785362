// Values of indexed columns are kept beside the items, folded, so that unique columns and filters stay quick on long lists.
import { type Database, integer } from './database.ts';
import { fold } from './fold.ts';
import type { Column, Fields } from './types.ts';

export function indexColumn(db: Database, listId: string, column: string): void {
  db.run(
    `INSERT INTO indexed_values (list_id, column_name, item_id, value)
     SELECT list_id, ?1, id, fold(json_extract(fields, '$.' || ?1)) FROM items
     WHERE list_id = ?2 AND deleted = 0 AND json_extract(fields, '$.' || ?1) IS NOT NULL`,
    column,
    listId,
  );
}

export function unindexColumn(db: Database, listId: string, column: string): void {
  db.run('DELETE FROM indexed_values WHERE list_id = ? AND column_name = ?', listId, column);
}

export function indexItem(
  db: Database,
  listId: string,
  itemId: number,
  columns: readonly Column[],
  fields: Fields,
): void {
  unindexItem(db, listId, itemId);
  for (const column of columns) {
    const value = fields[column.name];
    if (!column.indexed || value === null || value === undefined || typeof value === 'object') continue;
    db.run(
      'INSERT INTO indexed_values (list_id, column_name, item_id, value) VALUES (?, ?, ?, ?)',
      listId,
      column.name,
      itemId,
      typeof value === 'boolean' ? Number(value) : fold(value),
    );
  }
}

export function unindexItem(db: Database, listId: string, itemId: number): void {
  db.run('DELETE FROM indexed_values WHERE list_id = ? AND item_id = ?', listId, itemId);
}

/** Names of the unique columns whose value another item already has; capitals do not tell values apart. */
export function takenColumns(
  db: Database,
  listId: string,
  itemId: number,
  columns: readonly Column[],
  fields: Fields,
): string[] {
  const sql =
    'SELECT item_id FROM indexed_values WHERE list_id = ? AND column_name = ? AND value = ? AND item_id <> ? LIMIT 1';
  return columns
    .filter((column) => column.enforceUniqueValues)
    .filter((column) => {
      const value = fields[column.name];
      if (typeof value !== 'string' && typeof value !== 'number') return false;
      return db.one(sql, listId, column.name, fold(value), itemId) !== undefined;
    })
    .map((column) => column.name);
}

/** Does any value of the column occur twice? */
export function duplicateValues(db: Database, listId: string, column: string): boolean {
  const row = db.one(
    `SELECT count(*) AS twice FROM (
       SELECT 1 FROM items WHERE list_id = ?2 AND deleted = 0 AND json_extract(fields, '$.' || ?1) IS NOT NULL
       GROUP BY fold(json_extract(fields, '$.' || ?1)) HAVING count(*) > 1)`,
    column,
    listId,
  );
  return row !== undefined && integer(row, 'twice') > 0;
}
