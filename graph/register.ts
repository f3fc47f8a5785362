import type { AuthorityRow, RowProblem, SchoolRow } from '#workflows/ports.ts';
import type { Graph } from './http.ts';
import type { ListSchema, SiteKind } from './lists/list-schema.ts';
import { createRecords } from './lists/records.ts';
import { hubLists } from './lists/schema.ts';

/** The trust's register as it stands in the hub's lists, without opening anything for good. */
export interface Register {
  readonly schools: readonly SchoolRow[];
  readonly authorities: readonly AuthorityRow[];
  /** Rows that a person has to mend first: their sites are not known. */
  readonly problems: readonly RowProblem[];
}

/** `listIds` are those of the hub's lists, by title; a list that is not among them counts as empty. */
export async function readRegister(
  graph: Graph,
  hubSiteId: string,
  listIds: ReadonlyMap<string, string>,
): Promise<Register> {
  const problems: RowProblem[] = [];
  async function rowsOf<T extends object>(schema: ListSchema<T>): Promise<readonly T[]> {
    const listId = listIds.get(schema.title);
    if (listId === undefined) return [];
    const listPath = `/sites/${hubSiteId}/lists/${listId}`;
    const records = createRecords({ graph, listPath, schema, onProblem: (problem) => problems.push(problem) });
    await records.refresh();
    return records.all().map(({ value }) => value);
  }
  const schools = await rowsOf(hubLists.schools);
  const authorities = await rowsOf(hubLists.authorities);
  return { schools, authorities, problems };
}

export interface RegisteredSite {
  readonly sitePath: string;
  readonly kind: Exclude<SiteKind, 'hub'>;
}

/** Every site that the register names, each once. */
export function sitesOf({ schools, authorities }: Register): readonly RegisteredSite[] {
  const all: RegisteredSite[] = [
    ...schools.map(({ sitePath }) => ({ sitePath, kind: 'school' as const })),
    ...schools.map(({ governorsSitePath }) => ({ sitePath: governorsSitePath, kind: 'governors' as const })),
    ...authorities.map(({ sitePath }) => ({ sitePath, kind: 'authority' as const })),
  ];
  return all.filter(
    (site, place) => all.findIndex(({ sitePath, kind }) => sitePath === site.sitePath && kind === site.kind) === place,
  );
}
