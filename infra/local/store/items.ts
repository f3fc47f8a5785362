import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { ok, type Result } from '#domain/result.ts';
import { type Database, integer, type Row } from './database.ts';
import { checkFields } from './fields.ts';
import { queryItems } from './item-query.ts';
import { defaultOf, present, toChange, toItem, withoutBlanks } from './item-rows.ts';
import { indexItem, takenColumns, unindexItem } from './indexed-values.ts';
import type { Lists } from './lists.ts';
import { invalidRequest, itemNotFound, notKnown, staleEtag } from './problem.ts';
import { stamp } from './stamp.ts';
import type {
  Actor,
  Fields,
  Item,
  ItemChange,
  ItemPage,
  ItemQuery,
  List,
  Problem,
  TenantEvents,
  WriteOptions,
} from './types.ts';

export interface Items {
  get(listId: string, id: number): Item | undefined;
  query(listId: string, query: ItemQuery): Result<ItemPage, Problem>;
  all(listId: string): readonly Item[];
  count(listId: string): number;
  create(listId: string, fields: Readonly<Record<string, unknown>>, options: WriteOptions): Result<Item, Problem>;
  update(
    listId: string,
    id: number,
    fields: Readonly<Record<string, unknown>>,
    options: WriteOptions,
  ): Result<Item, Problem>;
  remove(listId: string, id: number, options: WriteOptions): Result<null, Problem>;
  /** Latest state of what changed after a sequence number, oldest change first; 0 for everything that there is or was. */
  changesSince(listId: string, sequence: number, limit: number): readonly ItemChange[];
  latestSequence(): number;
}

interface Needs {
  readonly db: Database;
  readonly lists: Lists;
  readonly events: EventEmitter<TenantEvents>;
  readonly now: () => Date;
}

export function createItems({ db, lists, events, now }: Needs): Items {
  const rowOf = (listId: string, id: number): Row | undefined =>
    db.one('SELECT * FROM items WHERE list_id = ? AND id = ? AND deleted = 0', listId, id);
  const latestSequence = (): number =>
    integer(db.one('SELECT coalesce(max(sequence), 0) AS latest FROM items') ?? {}, 'latest');
  const count = (listId: string): number =>
    integer(db.one('SELECT count(*) AS number FROM items WHERE list_id = ? AND deleted = 0', listId) ?? {}, 'number');
  const announce = (kind: 'itemCreated' | 'itemUpdated' | 'itemDeleted', list: List, item: Item): void => {
    events.emit(kind, { sitePath: list.sitePath, listName: list.displayName, item });
  };
  const listFor = (listId: string): Result<List, Problem> => {
    const list = lists.byId(listId);
    if (list === undefined) return itemNotFound('The specified list was not found');
    return list.template === 'genericList' ? ok(list) : notKnown("a document library's items; use the drive");
  };
  const refuseDuplicates = (listId: string, id: number, fields: Fields): Result<null, Problem> => {
    const taken = takenColumns(db, listId, id, lists.columns(listId), fields);
    if (taken.length === 0) return ok(null);
    const names = taken.map((name) => `[${name}]`).join(', ');
    return invalidRequest(
      `The list item could not be added or updated because duplicate values were found in the following field(s) in the list: ${names}.`,
    );
  };
  const touchList = (listId: string, at: string): void => {
    db.run('UPDATE lists SET modified_at = ? WHERE id = ?', at, listId);
  };

  const insert = (list: List, fields: Fields, actor: Actor): Item => {
    const at = stamp(now());
    const by = JSON.stringify(actor);
    db.run('UPDATE lists SET last_item_id = last_item_id + 1 WHERE id = ?', list.id);
    const id = integer(db.one('SELECT last_item_id FROM lists WHERE id = ?', list.id) ?? {}, 'last_item_id');
    db.run(
      `INSERT INTO items (list_id, id, guid, version, sequence, fields, created_at, created_by, modified_at, modified_by)
       VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)`,
      list.id,
      id,
      randomUUID(),
      latestSequence() + 1,
      JSON.stringify(fields),
      at,
      by,
      at,
      by,
    );
    indexItem(db, list.id, id, lists.columns(list.id), fields);
    touchList(list.id, at);
    return present(rowOf(list.id, id));
  };

  const rewrite = (list: List, before: Item, fields: Fields, actor: Actor): Item => {
    const at = stamp(now());
    db.run(
      `UPDATE items SET fields = ?, version = version + 1, sequence = ?, modified_at = ?, modified_by = ?
       WHERE list_id = ? AND id = ?`,
      JSON.stringify(fields),
      latestSequence() + 1,
      at,
      JSON.stringify(actor),
      list.id,
      before.id,
    );
    indexItem(db, list.id, before.id, lists.columns(list.id), fields);
    touchList(list.id, at);
    return present(rowOf(list.id, before.id));
  };

  const guarded = (
    listId: string,
    id: number,
    ifMatch: string | undefined,
  ): Result<{ list: List; item: Item }, Problem> => {
    const list = listFor(listId);
    if (!list.ok) return list;
    const row = rowOf(listId, id);
    if (row === undefined) return itemNotFound('The specified item was not found');
    const item = toItem(row);
    if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== item.etag) return staleEtag();
    return ok({ list: list.value, item });
  };

  return {
    get: (listId, id) => {
      const row = rowOf(listId, id);
      return row === undefined ? undefined : toItem(row);
    },
    query: (listId, query) => {
      const list = listFor(listId);
      return list.ok ? queryItems(db, listId, lists.columns(listId), query) : list;
    },
    all: (listId) => db.all('SELECT * FROM items WHERE list_id = ? AND deleted = 0 ORDER BY id', listId).map(toItem),
    count,
    create: (listId, wanted, { actor }) => {
      const list = listFor(listId);
      if (!list.ok) return list;
      const columns = lists.columns(listId);
      const defaults = Object.fromEntries(
        columns.flatMap((column) =>
          column.defaultValue === null ? [] : [[column.name, defaultOf(column.kind.type, column.defaultValue)]],
        ),
      );
      const fields = checkFields(columns, { ...defaults, ...wanted });
      if (!fields.ok) return fields;
      const unique = refuseDuplicates(listId, 0, fields.value);
      if (!unique.ok) return unique;
      const item = db.transaction(() => insert(list.value, withoutBlanks(fields.value), actor));
      announce('itemCreated', list.value, item);
      return ok(item);
    },
    update: (listId, id, wanted, { actor, ifMatch }) => {
      const found = guarded(listId, id, ifMatch);
      if (!found.ok) return found;
      const changes = checkFields(lists.columns(listId), wanted);
      if (!changes.ok) return changes;
      const unique = refuseDuplicates(listId, id, changes.value);
      if (!unique.ok) return unique;
      const { list, item } = found.value;
      const after = db.transaction(() =>
        rewrite(list, item, withoutBlanks({ ...item.fields, ...changes.value }), actor),
      );
      announce('itemUpdated', list, after);
      return ok(after);
    },
    remove: (listId, id, { ifMatch }) => {
      const found = guarded(listId, id, ifMatch);
      if (!found.ok) return found;
      const { list, item } = found.value;
      db.transaction(() => {
        db.run(
          "UPDATE items SET deleted = 1, fields = '{}', sequence = ? WHERE list_id = ? AND id = ?",
          latestSequence() + 1,
          listId,
          id,
        );
        unindexItem(db, listId, id);
        touchList(listId, stamp(now()));
      });
      announce('itemDeleted', list, item);
      return ok(null);
    },
    changesSince: (listId, sequence, limit) =>
      db
        .all(
          'SELECT * FROM items WHERE list_id = ? AND sequence > ? ORDER BY sequence LIMIT ?',
          listId,
          sequence,
          limit,
        )
        .map(toChange),
    latestSequence,
  };
}
