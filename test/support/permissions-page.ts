// manifest/permissions.md as data: what the app asks for, and the calls that need it.
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface AskedFor {
  readonly name: string;
  /** The role that goes with Sites.Selected; null for other grants. */
  readonly role: string | null;
  /** The grant for every site of the tenant that does the same; null where there is none. */
  readonly everywhere: string | null;
  /** As Microsoft's list of permissions writes them: `GET /sites/{id}/lists`. */
  readonly calls: readonly string[];
}

const page = readFileSync(path.resolve(import.meta.dirname, '../../manifest/permissions.md'), 'utf8');
const codes = (cell: string): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => code ?? []);

/** The rows that give calls: | `Grant`, as “role” | `Grant` or – | `GET /…` · `POST /…` | what for |. */
export const askedFor: readonly AskedFor[] = page.split('\n').flatMap((line) => {
  const row = /^\| `([A-Za-z.]+)`(?: as “(\w+)”)? \| (?:`([A-Za-z.]+)`|–) \| (`.*`) \| .+ \|$/.exec(line);
  if (!row?.[1] || !row[4]) return [];
  return [{ name: row[1], role: row[2] ?? null, everywhere: row[3] ?? null, calls: codes(row[4]) }];
});

/** The section of what is not asked for: | `Grant` | why not |. */
export const notAskedFor: readonly string[] = (page.split('## Not asked for')[1] ?? '')
  .split('\n')
  .flatMap((line) => /^\| `([A-Za-z.]+)` \| [^|]+ \|$/.exec(line)?.[1] ?? []);
