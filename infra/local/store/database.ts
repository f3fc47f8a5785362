import { rmSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { fold } from './fold.ts';
import { tables } from './tables.ts';

export type Row = Record<string, SQLOutputValue>;

/** SQLite with its statements prepared once and writes kept whole. */
export interface Database {
  all(sql: string, ...values: SQLInputValue[]): Row[];
  one(sql: string, ...values: SQLInputValue[]): Row | undefined;
  run(sql: string, ...values: SQLInputValue[]): void;
  /** Either everything that `work` wrote stays, or nothing of it. */
  transaction<T>(work: () => T): T;
  close(): void;
}

export function openDatabase(dataFile: string, fresh: boolean): Database {
  if (fresh && dataFile !== ':memory:') {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${dataFile}${suffix}`, { force: true });
  }
  const sqlite = new DatabaseSync(dataFile);
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;');
  sqlite.function('fold', { deterministic: true, useBigIntArguments: true }, fold);
  refuseOtherVersions(sqlite, dataFile);
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const made = sqlite.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  let depth = 0;
  return {
    all: (sql, ...values) => statement(sql).all(...values),
    one: (sql, ...values) => statement(sql).get(...values),
    run: (sql, ...values) => {
      statement(sql).run(...values);
    },
    transaction: (work) => {
      if (depth > 0) return work();
      sqlite.exec('BEGIN IMMEDIATE');
      depth += 1;
      try {
        const result = work();
        sqlite.exec('COMMIT');
        return result;
      } catch (error) {
        sqlite.exec('ROLLBACK');
        throw error;
      } finally {
        depth -= 1;
      }
    },
    close: () => sqlite.close(),
  };
}

function refuseOtherVersions(sqlite: DatabaseSync, dataFile: string): void {
  const found = sqlite.prepare('PRAGMA user_version').get()?.['user_version'];
  if (found === 0) {
    sqlite.exec(tables);
    sqlite.exec(`PRAGMA user_version = ${tablesVersion}`);
  } else if (found !== tablesVersion) {
    sqlite.close();
    throw new Error(
      `The local tenant's data in ${dataFile} is of version ${String(found)}, this program needs ${tablesVersion}. Begin anew with: npm start -- --fresh`,
    );
  }
}

const tablesVersion = 4;

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`Column ${column} of the tenant's database should be text.`);
  return value;
}

export function integer(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`Column ${column} of the tenant's database should be a number.`);
  return value;
}
