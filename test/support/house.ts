// The rooms of the house and the doors between them: which folder may import from which. test/fences.test.ts holds the code to this table,
// and the table to the project references that make the compiler refuse the rest.

export interface Room {
  /** A folder, or a single file where that file is a room of its own. */
  readonly place: string;
  /** Its TypeScript project. */
  readonly project: string;
  /** The rooms it may import from, besides itself. */
  readonly mayImport: readonly string[];
  /** The npm packages it may import, where that is limited; node's own modules count as packages. */
  readonly packages?: readonly string[];
}

export const house: Readonly<Record<string, Room>> = {
  domain: {
    place: 'teams-app/domain',
    project: 'teams-app/domain/tsconfig.json',
    mayImport: [],
    packages: ['temporal-polyfill', 'zod'],
  },
  policies: {
    place: 'teams-app/policies',
    project: 'teams-app/policies/tsconfig.json',
    mayImport: ['domain'],
    packages: [],
  },
  workflows: {
    place: 'teams-app/workflows',
    project: 'teams-app/workflows/tsconfig.json',
    mayImport: ['domain', 'policies'],
  },
  bot: { place: 'bot', project: 'bot/tsconfig.json', mayImport: ['domain', 'workflows'] },
  graph: { place: 'graph', project: 'graph/tsconfig.json', mayImport: ['domain', 'workflows'] },
  'tab contract': { place: 'tab/contract', project: 'tab/contract/tsconfig.json', mayImport: [], packages: ['zod'] },
  'tab api': { place: 'tab/api', project: 'tab/api/tsconfig.json', mayImport: ['domain', 'workflows', 'tab contract'] },
  'tab client': { place: 'tab/client', project: 'tab/client/tsconfig.json', mayImport: ['tab contract'] },
  host: {
    place: 'teams-app/host',
    project: 'teams-app/host/tsconfig.json',
    mayImport: ['domain', 'policies', 'workflows', 'bot', 'graph', 'tab api', 'tab contract'],
  },
  manifest: { place: 'manifest', project: 'manifest/tsconfig.json', mayImport: ['domain'] },
  'local tenant': {
    place: 'infra/local',
    project: 'infra/local/tsconfig.json',
    mayImport: ['domain', 'policies', 'workflows', 'host', 'graph', 'bot', 'local Teams page'],
  },
  'local Teams page': {
    place: 'infra/local/teams/client',
    project: 'infra/local/teams/client/tsconfig.json',
    mayImport: [],
  },
  test: {
    place: 'test',
    project: 'test/tsconfig.json',
    mayImport: [
      'domain',
      'policies',
      'workflows',
      'host',
      'bot',
      'graph',
      'tab api',
      'tab contract',
      'tab client',
      'manifest',
      'local tenant',
      'local Teams page',
    ],
  },
};

export interface PackageFence {
  readonly packageName: RegExp;
  readonly why: string;
  /** Files, as paths from the root, that may import it. */
  readonly allowedIn: (file: string) => boolean;
}

/** Packages that stay behind one door. Tests may use them to stand on the other side of the door. */
export const packageFences: readonly PackageFence[] = [
  {
    packageName: /^(botbuilder|botframework-.*)$/,
    why: 'botbuilder is archived and stays behind bot/adapter.ts, so that it can be replaced in one place',
    allowedIn: (file) => file === 'bot/adapter.ts' || file.startsWith('test/'),
  },
  {
    packageName: /^@microsoft\/microsoft-graph-client$/,
    why: 'Microsoft Graph is an adapter: only graph/ speaks to it',
    allowedIn: (file) => file.startsWith('graph/') || file.startsWith('test/'),
  },
];

/** The room a file belongs to: the one with the longest place that holds it. */
export function roomOf(file: string): string | undefined {
  const holds = ({ place }: Room): boolean => file === place || file.startsWith(`${place}/`);
  return Object.entries(house)
    .filter(([, room]) => holds(room))
    .toSorted(([, a], [, b]) => b.place.length - a.place.length)[0]?.[0];
}
