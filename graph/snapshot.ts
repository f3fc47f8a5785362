// What was last read of Microsoft 365, in one SQLite file, so that a start costs one delta a list and not a full reading, and so that
// there is something to show when nothing can be reached. It can be deleted at any time. It holds pupils' data: it lies where only
// the app may read, and is worth no more than the lists.
import { chmodSync, closeSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Cells } from './lists/column.ts';

export interface KeptItem {
  readonly id: string;
  readonly etag: string;
  readonly cells: Cells;
}

/** One list as a run of delta left it. */
export interface KeptList {
  readonly deltaLink: string;
  readonly items: readonly KeptItem[];
}

/** What a run of delta brought. */
export interface ListChanges {
  /** True when everything was read: what is not named is gone. */
  readonly everything: boolean;
  readonly items: readonly KeptItem[];
  readonly gone: readonly string[];
  readonly deltaLink: string;
}

export interface Snapshot {
  /** Null when the list was never read, or was made by another version of its columns. */
  readList(listPath: string, shape: string): KeptList | null;
  keepList(listPath: string, shape: string, changes: ListChanges): void;
  /** Anything small beside the lists, as JSON, with the moment at which it was kept in milliseconds since 1970. */
  read(name: string): { readonly at: number; readonly value: unknown } | null;
  keep(name: string, at: number, value: unknown): void;
  close(): void;
}

/** Goes up when the tables change: an older file is thrown away, because everything in it can be read again. */
const version = 1;

const tables = `
  CREATE TABLE lists (path TEXT PRIMARY KEY, shape TEXT NOT NULL, link TEXT NOT NULL) STRICT;
  CREATE TABLE items (path TEXT NOT NULL, id TEXT NOT NULL, etag TEXT NOT NULL, cells TEXT NOT NULL, PRIMARY KEY (path, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE kept (name TEXT PRIMARY KEY, at INTEGER NOT NULL, value TEXT NOT NULL) STRICT;
`;

const CellsJson = z.record(z.string(), z.unknown());

/** Throws when the file cannot be made or written to. One of another version, or that is no database, gives way to a new one. */
export function openSnapshot(file: string): Snapshot {
  try {
    try {
      return snapshotIn(open(file));
    } catch (error) {
      if (!isWorthless(error)) throw error;
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
      return snapshotIn(open(file));
    }
  } catch (cause) {
    throw new Error(`The snapshot ${file} cannot be made: is its folder there, and may the app write to it?`, {
      cause,
    });
  }
}

/** What a running app keeps, for somebody who only looks; nothing where there is none that can be read. Leaves the file as it is. */
export function lookIntoSnapshot(file: string): Snapshot {
  let sqlite: DatabaseSync | undefined;
  try {
    sqlite = new DatabaseSync(file, { readOnly: true });
    if (versionOf(sqlite) === version)
      return { ...snapshotIn(sqlite), keepList: () => undefined, keep: () => undefined };
  } catch {
    // What cannot be read is read from Microsoft 365 instead.
  }
  sqlite?.close();
  return noSnapshot;
}

function open(file: string): DatabaseSync {
  const path = file === ':memory:' ? null : file;
  // The files that SQLite puts beside it are readable for whom this one is: it has to be private before they are made.
  if (path !== null) {
    closeSync(openSync(path, 'a', 0o600));
    chmodSync(path, 0o600);
  }
  const sqlite = new DatabaseSync(file);
  try {
    sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    const found = versionOf(sqlite);
    if (found === 0) sqlite.exec(`BEGIN; ${tables} PRAGMA user_version = ${version}; COMMIT;`);
    else if (found !== version) throw new AnotherVersion();
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

const versionOf = (sqlite: DatabaseSync): number =>
  Number(sqlite.prepare('PRAGMA user_version').get()?.['user_version']);

class AnotherVersion extends Error {
  override readonly name = 'AnotherVersion';
}

/** SQLITE_CORRUPT and SQLITE_NOTADB. A file that is only busy, or may not be opened, is somebody's. */
const worthless: readonly unknown[] = [11, 26];
const isWorthless = (error: unknown): boolean =>
  error instanceof AnotherVersion ||
  (error instanceof Error && 'errcode' in error && worthless.includes(error.errcode));

function snapshotIn(sqlite: DatabaseSync): Snapshot {
  const listOf = sqlite.prepare('SELECT link FROM lists WHERE path = ? AND shape = ?');
  const itemsOf = sqlite.prepare('SELECT id, etag, cells FROM items WHERE path = ?');
  const putList = sqlite.prepare('INSERT OR REPLACE INTO lists VALUES (?, ?, ?)');
  const putItem = sqlite.prepare('INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?)');
  const dropItem = sqlite.prepare('DELETE FROM items WHERE path = ? AND id = ?');
  const dropItems = sqlite.prepare('DELETE FROM items WHERE path = ?');
  const keptOf = sqlite.prepare('SELECT at, value FROM kept WHERE name = ?');
  const putKept = sqlite.prepare('INSERT OR REPLACE INTO kept VALUES (?, ?, ?)');
  return {
    readList(listPath, shape) {
      const link = listOf.get(listPath, shape)?.['link'];
      if (typeof link !== 'string') return null;
      const items = itemsOf.all(listPath).map(({ id, etag, cells }) => ({
        id: String(id),
        etag: String(etag),
        cells: CellsJson.parse(JSON.parse(String(cells))),
      }));
      return { deltaLink: link, items };
    },
    keepList(listPath, shape, { everything, items, gone, deltaLink }) {
      sqlite.exec('BEGIN');
      try {
        if (everything) dropItems.run(listPath);
        for (const id of gone) dropItem.run(listPath, id);
        for (const { id, etag, cells } of items) putItem.run(listPath, id, etag, JSON.stringify(cells));
        putList.run(listPath, shape, deltaLink);
        sqlite.exec('COMMIT');
      } catch (error) {
        sqlite.exec('ROLLBACK');
        throw error;
      }
    },
    read(name) {
      const row = keptOf.get(name);
      return row ? { at: Number(row['at']), value: JSON.parse(String(row['value'])) as unknown } : null;
    },
    keep(name, at, value) {
      putKept.run(name, at, JSON.stringify(value));
    },
    close: () => sqlite.close(),
  };
}

/**
 * A snapshot that an app can do without: once something cannot be written, on a full disk say, nothing more is, and `onFailure` hears of
 * it. What stands in the file stays whole and only grows older.
 */
export function sturdy(snapshot: Snapshot, onFailure: (error: unknown) => void): Snapshot {
  let isGivenUp = false;
  const write = (work: () => void): void => {
    if (isGivenUp) return;
    try {
      work();
    } catch (error) {
      isGivenUp = true;
      onFailure(error);
    }
  };
  return {
    ...snapshot,
    keepList: (...given) => write(() => snapshot.keepList(...given)),
    keep: (...given) => write(() => snapshot.keep(...given)),
  };
}

/** Without a file nothing is kept. */
export const noSnapshot: Snapshot = {
  readList: () => null,
  keepList: () => undefined,
  read: () => null,
  keep: () => undefined,
  close: () => undefined,
};
