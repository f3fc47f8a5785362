import { randomUUID } from 'node:crypto';
import { ok, type Result } from '#domain/result.ts';
import { checkColumn, checkLength, titleColumn } from './columns.ts';
import { type Database, integer, type Row, text } from './database.ts';
import { duplicateValues, indexColumn, unindexColumn } from './indexed-values.ts';
import { invalidRequest, itemNotFound, notKnown, refuse } from './problem.ts';
import type { Sites } from './sites.ts';
import { stamp } from './stamp.ts';
import type { Column, List, ListTemplate, NewColumn, Problem } from './types.ts';

export interface NewList {
  readonly displayName: string;
  readonly description?: string;
  readonly columns?: readonly NewColumn[];
}

export interface Lists {
  /** All lists of a site, its document library among them. */
  of(siteId: string): readonly List[];
  /** By id, by the name in its address, or by display name. */
  find(siteId: string, idOrName: string): List | undefined;
  byId(listId: string): List | undefined;
  create(siteId: string, list: NewList): Result<List, Problem>;
  /** With all that is in it. Its name is free again. */
  remove(listId: string): Result<null, Problem>;
  /** In their order; the first is Title. What SharePoint adds by itself (Created, Author ...) is not among them. */
  columns(listId: string): readonly Column[];
  addColumn(listId: string, column: NewColumn): Result<Column, Problem>;
  changeColumn(listId: string, columnId: string, changes: Partial<NewColumn>): Result<Column, Problem>;
  removeColumn(listId: string, columnId: string): Result<null, Problem>;
}

interface Needs {
  readonly db: Database;
  readonly sites: Sites;
  readonly sharePointHost: string;
  readonly now: () => Date;
}

export const libraryName = 'Shared Documents';

export function createLists({ db, sites, sharePointHost, now }: Needs): Lists {
  const toList = (row: Row): List => {
    const siteId = text(row, 'site_id');
    const site = sites.byId(siteId);
    const name = text(row, 'name');
    const template = text(row, 'template') as ListTemplate;
    const folder = template === 'genericList' ? `/Lists/${name}` : `/${name}`;
    return {
      id: text(row, 'id'),
      siteId,
      sitePath: site?.path ?? '',
      name,
      displayName: text(row, 'display_name'),
      description: text(row, 'description'),
      template,
      webUrl: `https://${sharePointHost}${encodeURI(`${site?.path ?? ''}${folder}`)}`,
      createdAt: text(row, 'created_at'),
      modifiedAt: text(row, 'modified_at'),
    };
  };
  const byId = (listId: string): List | undefined => {
    const row = db.one('SELECT * FROM lists WHERE id = ? AND deleted = 0', listId);
    return row === undefined ? undefined : toList(row);
  };
  const columnsByList = new Map<string, readonly Column[]>();
  const columns = (listId: string): readonly Column[] => {
    const known = columnsByList.get(listId);
    if (known !== undefined) return known;
    const rows = db.all('SELECT id, definition FROM columns WHERE list_id = ? ORDER BY position', listId);
    const read = rows.map(
      (row): Column => ({ ...(JSON.parse(text(row, 'definition')) as NewColumn), id: text(row, 'id') }),
    );
    columnsByList.set(listId, read);
    return read;
  };
  const length = (listId: string): number =>
    integer(db.one('SELECT count(*) AS number FROM items WHERE list_id = ? AND deleted = 0', listId) ?? {}, 'number');
  const insertColumn = (listId: string, column: NewColumn): Column => {
    const id = randomUUID();
    db.run(
      `INSERT INTO columns (id, list_id, position, name, definition)
       VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM columns WHERE list_id = ?2), ?3, ?4)`,
      id,
      listId,
      column.name,
      JSON.stringify(column),
    );
    columnsByList.delete(listId);
    return { ...column, id };
  };
  const insertList = (
    siteId: string,
    template: ListTemplate,
    name: string,
    displayName: string,
    description: string,
  ): string => {
    const id = randomUUID();
    const at = stamp(now());
    db.run(
      'INSERT INTO lists (id, site_id, name, display_name, description, template, created_at, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      id,
      siteId,
      name,
      displayName,
      description,
      template,
      at,
      at,
    );
    insertColumn(id, titleColumn);
    return id;
  };
  const find = (siteId: string, idOrName: string): List | undefined => {
    const row = db.one(
      `SELECT * FROM lists WHERE site_id = ?1 AND deleted = 0 AND (id = ?2 OR name = ?2 OR display_name = ?2)
       ORDER BY id = ?2 DESC LIMIT 1`,
      siteId,
      idOrName,
    );
    return row === undefined ? undefined : toList(row);
  };
  db.transaction(() => {
    for (const site of sites.all()) {
      if (find(site.id, libraryName) === undefined)
        insertList(site.id, 'documentLibrary', libraryName, 'Documents', '');
    }
  });
  return {
    of: (siteId) => db.all('SELECT * FROM lists WHERE site_id = ? AND deleted = 0 ORDER BY rowid', siteId).map(toList),
    find,
    byId,
    create: (siteId, { displayName, description = '', columns: wanted = [] }) => {
      const name = displayName.replaceAll(/[^\p{L}\p{N} _-]/gu, '').trim();
      if (name === '') return invalidRequest('A list needs a display name with at least one letter or digit.');
      if (find(siteId, name) !== undefined || find(siteId, displayName) !== undefined) {
        return refuse({ status: 409, code: 'nameAlreadyExists', message: 'The specified name already exists' });
      }
      const seen: Column[] = [{ ...titleColumn, id: '' }];
      for (const column of wanted) {
        const checked = checkColumn(column, seen);
        if (!checked.ok) return checked;
        seen.push({ ...column, id: '' });
      }
      const id = db.transaction(() => {
        const made = insertList(siteId, 'genericList', name, displayName, description);
        for (const column of wanted) insertColumn(made, column);
        return made;
      });
      const list = byId(id);
      if (list === undefined) throw new Error('A list that was just made is not there.');
      return ok(list);
    },
    remove: (listId) => {
      if (byId(listId)?.template !== 'genericList') return notKnown('how to delete a document library');
      // Its items stay, since what is told of changes in other lists is numbered together with them.
      db.run('UPDATE lists SET deleted = 1, name = id, display_name = id WHERE id = ?', listId);
      return ok(null);
    },
    columns,
    addColumn: (listId, column) => {
      const checked = checkColumn(column, columns(listId));
      if (!checked.ok) return checked;
      const short = column.indexed ? checkLength(length(listId)) : ok(null);
      if (!short.ok) return short;
      return ok(
        db.transaction(() => {
          const made = insertColumn(listId, column);
          if (made.indexed) indexColumn(db, listId, made.name);
          return made;
        }),
      );
    },
    changeColumn: (listId, columnId, changes) => {
      const before = columns(listId).find((column) => column.id === columnId);
      if (before === undefined) return itemNotFound();
      const { id, ...after }: Column = { ...before, ...changes, id: before.id };
      if (after.name !== before.name) return notKnown('how to change the internal name of a column');
      if (after.kind.type !== before.kind.type) return notKnown('how to change the type of a column');
      const others = columns(listId).filter((column) => column.id !== columnId);
      const checked = checkColumn(after, others);
      if (!checked.ok) return checked;
      const short = after.indexed && !before.indexed ? checkLength(length(listId)) : ok(null);
      if (!short.ok) return short;
      if (after.enforceUniqueValues && !before.enforceUniqueValues && duplicateValues(db, listId, after.name)) {
        return invalidRequest(`Column '${after.name}' holds duplicate values, so unique values cannot be enforced.`);
      }
      db.transaction(() => {
        db.run('UPDATE columns SET definition = ? WHERE id = ?', JSON.stringify(after), columnId);
        if (after.indexed && !before.indexed) indexColumn(db, listId, after.name);
        if (!after.indexed && before.indexed) unindexColumn(db, listId, after.name);
      });
      columnsByList.delete(listId);
      return ok({ ...after, id });
    },
    removeColumn: (listId, columnId) => {
      const column = columns(listId).find((candidate) => candidate.id === columnId);
      if (column === undefined) return itemNotFound();
      if (column.name === titleColumn.name) return invalidRequest("Column 'Title' cannot be deleted.");
      db.transaction(() => {
        db.run('DELETE FROM columns WHERE id = ?', columnId);
        unindexColumn(db, listId, column.name);
        db.run(`UPDATE items SET fields = json_remove(fields, '$.' || ?) WHERE list_id = ?`, column.name, listId);
      });
      columnsByList.delete(listId);
      return ok(null);
    },
  };
}
