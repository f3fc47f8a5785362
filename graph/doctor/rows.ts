// The rows that nobody can read, because a person has made them so.
import type { RowProblem } from '#workflows/ports.ts';
import type { Graph } from '../http.ts';
import type { ListSchema, SiteKind } from '../lists/list-schema.ts';
import { createRecords } from '../lists/records.ts';
import { authorityLists, governorsLists, hubLists, schoolLists } from '../lists/schema.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Trouble } from '../trouble.ts';
import { type Check, fine, toMend } from './check.ts';
import type { Patient } from './patient.ts';

interface Read {
  readonly readable: number;
  /** Notices that could not be shared with the authority. */
  readonly heldUp: number;
  readonly problems: readonly RowProblem[];
}

interface ReadableList {
  readonly title: string;
  readonly read: (graph: Graph, listPath: string, snapshot: Snapshot) => Promise<Read>;
}

const reading = <T extends object>(
  schema: ListSchema<T>,
  isHeldUp: (value: T) => boolean = () => false,
): ReadableList => ({
  title: schema.title,
  async read(graph, listPath, snapshot) {
    const records = createRecords({ graph, listPath, schema, snapshot, onProblem: () => undefined });
    await records.refresh();
    const rows = records.all();
    const heldUp = rows.filter(({ value }) => isHeldUp(value)).length;
    return { readable: rows.length, heldUp, problems: records.problems() };
  },
});

/** Every list of each kind of site, as listsBySite has them. */
export const readableLists: Readonly<Record<SiteKind, readonly ReadableList[]>> = {
  hub: [reading(hubLists.schools), reading(hubLists.authorities), reading(hubLists.lostForms)],
  school: [
    reading(schoolLists.cases),
    reading(schoolLists.agreements),
    reading(schoolLists.reviews),
    reading(schoolLists.notices, ({ heldUpBy }) => heldUpBy !== null),
    reading(schoolLists.chronology),
    reading(schoolLists.sections),
    reading(schoolLists.inbox),
    reading(schoolLists.reminders),
    reading(schoolLists.sweeps),
  ],
  authority: [reading(authorityLists.notices)],
  governors: [reading(governorsLists.view), reading(governorsLists.reports)],
};

export interface SiteToRead {
  readonly sitePath: string;
  readonly siteId: string;
  readonly kind: SiteKind;
  /** Ids of the lists that are there, by title. */
  readonly listIds: ReadonlyMap<string, string>;
}

/** Reads every row of a site's lists. Says which a person has to mend, by list, column and number, and nothing of what they hold. */
export async function lookAtRows(
  { graph, snapshot, onLook }: Patient,
  { sitePath, siteId, kind, listIds }: SiteToRead,
): Promise<readonly Check[]> {
  const problems: RowProblem[] = [];
  let readable = 0;
  let heldUp = 0;
  for (const { title, read } of readableLists[kind]) {
    const listId = listIds.get(title);
    if (listId === undefined) continue;
    onLook(`rows of “${title}”, ${sitePath}`);
    const rows = await read(graph, `/sites/${siteId}/lists/${listId}`, snapshot);
    readable += rows.readable;
    heldUp += rows.heldUp;
    problems.push(...rows.problems);
  }
  const notices = heldUp === 0 ? [] : [toMend('notices', sitePath, unshared(heldUp))];
  if (problems.length === 0) return [fine('rows', sitePath, rowsInWords(readable)), ...notices];
  const open = problems.filter(({ list }) => isOpen(kind, list));
  const closed = problems.filter(({ list }) => !isOpen(kind, list));
  const groups = Map.groupBy(closed, ({ list, column }) => `${list}\n${column}`);
  return [
    ...open.map((problem) => toMend('rows', sitePath, quoted(problem))),
    ...[...groups.values()].flatMap((group) => {
      const [first] = group;
      return first ? [toMend('rows', sitePath, unreadable(first, group, kind))] : [];
    }),
    ...notices,
  ];
}

const unshared = (heldUp: number): Trouble => ({
  words: `${heldUp === 1 ? 'A notice' : `${heldUp} notices`} could not be shared with the authority; the list “Notices” says why, under “Held up because”.`,
  who: 'Microsoft 365 administrator',
  todo: 'Invite the authority’s address (list “Authorities” on the hub) as a guest: Entra admin centre, Users, “Invite external user”.',
});

const rowsInWords = (readable: number): string =>
  readable === 0
    ? 'There are none yet.'
    : readable === 1
      ? 'The only row can be read.'
      : `All ${readable} rows can be read.`;

/** The register holds nothing of pupils, so that what stands there may be said. */
const isOpen = (kind: SiteKind, list: string): boolean =>
  kind === 'hub' && (list === hubLists.schools.title || list === hubLists.authorities.title);

const quoted = ({ list, id, column, words }: RowProblem): Trouble => ({
  words: `List “${list}”, row ${id}: ${column} ${words}.`,
  who: 'SharePoint site owner',
  todo: `Correct the row in the list “${list}”.`,
});

const mostNamed = 5;
const and = new Intl.ListFormat('en-GB', { type: 'conjunction' });

function unreadable({ list, column }: RowProblem, group: readonly RowProblem[], kind: SiteKind): Trouble {
  const named = group.slice(0, mostNamed).map(({ id }) => id);
  const more = group.length - named.length;
  const which = and.format(more > 0 ? [...named, `${more} more`] : named);
  const [rows, where] =
    group.length === 1
      ? ['row', 'this row (the number is its ID)']
      : ['rows', 'these rows (the numbers are their IDs)'];
  const closer = kind === 'school' ? ' The tab says above the cases what is wrong with each.' : '';
  return {
    words: `List “${list}”, column “${column}”: ${rows} ${which} cannot be read.`,
    who: 'SharePoint site owner',
    todo: `Correct the column in ${where} of the list.${closer}`,
  };
}
