import { errorName } from '#workflows/error-name.ts';
import { z } from 'zod';
import { Temporal, type Instant } from '#domain/dates.ts';
import type {
  AuthorityNotice,
  AuthorityRow,
  Clock,
  GovernorsRecords,
  Records,
  SchoolRecords,
  SchoolRow,
  Workspace,
} from '#workflows/ports.ts';
import { GraphFailure, isOutOfReach } from './graph-failure.ts';
import { inParallel } from './in-parallel.ts';
import { authorityLists, governorsLists, hubLists, listsBySite, schoolLists } from './lists/schema.ts';
import { type ListOpener, type OpenList, openSite, type OpenSite } from './open-lists.ts';
import { noSnapshot } from './snapshot.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { createReach } from './reach.ts';

export interface WorkspaceOptions extends ListOpener {
  readonly hubSitePath: string;
  readonly clock: Clock;
}

export interface Refreshed {
  readonly refreshed: number;
  /** Lists, or whole sites, that could not be read; each was logged. */
  readonly failed: readonly { readonly site: string; readonly list: string | null; readonly error: unknown }[];
}

export interface GraphWorkspace extends Workspace {
  /** Opens what is new in the register, then asks every list for its changes. */
  refreshAll(): Promise<Refreshed>;
  /** Every list that is open. */
  lists(): readonly OpenList[];
  /** Asks one list for its changes, and opens what is new in the register if it is that. Failures are logged. */
  refreshOne(listPath: string): Promise<void>;
  /** When every list was last read without a failure; null before the first time. */
  lastRefreshed(): Instant | null;
}

/** When every list was last read, in the snapshot; and when those of each site. */
const refreshedAs = 'last refreshed';
const readAs = 'sites last read';
const KeptMoments = z.record(z.string(), z.number());

/** Readings that are under way at once: what one batch takes. */
const atATime = 20;

/**
 * Opens the hub, which must be readable or in the snapshot, and every site in its register. Another site that cannot be opened is logged
 * and tried again with each refresh.
 */
export async function openWorkspace(options: WorkspaceOptions): Promise<GraphWorkspace> {
  const { clock, log, snapshot = noSnapshot } = options;
  const reach = createReach();
  const hub = await openSite(options, reach, options.hubSitePath, listsBySite.hub);
  const schools = hub.open(hubLists.schools);
  const authorities = hub.open(hubLists.authorities);
  const lostForms = hub.open(hubLists.lostForms);
  const lists: OpenList[] = [...hub.lists];
  const sites: OpenSite[] = [hub];
  const ofSchool = new Map<string, SchoolRecords>();
  const ofGovernors = new Map<string, GovernorsRecords>();
  const ofAuthority = new Map<string, Records<AuthorityNotice>>();
  const before = snapshot.read(refreshedAs)?.at;
  let lastRefreshed: Instant | null = before === undefined ? null : Temporal.Instant.fromEpochMilliseconds(before);

  const readMoments = new Map(Object.entries(KeptMoments.safeParse(snapshot.read(readAs)?.value).data ?? {}));

  /** What was last logged of each site or list that cannot be read: the same is not logged again until it could be. */
  const said = new Map<string, string>();
  const nameOf = (site: string, list: string | null): string => `${site} ${list ?? everyList}`;
  const recovered = (site: string, list: string | null): void => void said.delete(nameOf(site, list));

  function say(site: string, list: string | null, error: unknown): void {
    const { status, code, request } = facts(error);
    const words = `${status} ${code}`;
    if (said.get(nameOf(site, list)) === words) return;
    said.set(nameOf(site, list), words);
    log('mirror refresh failed', { site, list: list ?? everyList, status, code, request });
  }

  async function openSchool({ key, sitePath }: SchoolRow): Promise<void> {
    const site = await openSite(options, reach, sitePath, listsBySite.school);
    const records: SchoolRecords = {
      cases: site.open(schoolLists.cases),
      agreements: site.open(schoolLists.agreements),
      reviews: site.open(schoolLists.reviews),
      notices: site.open(schoolLists.notices),
      chronology: site.open(schoolLists.chronology),
      sections: site.open(schoolLists.sections),
      inbox: site.open(schoolLists.inbox),
      reminders: site.open(schoolLists.reminders),
      sweeps: site.open(schoolLists.sweeps),
    };
    lists.push(...site.lists);
    sites.push(site);
    ofSchool.set(key, records);
  }

  async function openGovernors({ key, governorsSitePath }: SchoolRow): Promise<void> {
    const site = await openSite(options, reach, governorsSitePath, listsBySite.governors);
    const records = { view: site.open(governorsLists.view), reports: site.open(governorsLists.reports) };
    lists.push(...site.lists);
    sites.push(site);
    ofGovernors.set(key, records);
  }

  async function openAuthority({ key, sitePath }: AuthorityRow): Promise<void> {
    const site = await openSite(options, reach, sitePath, listsBySite.authority);
    const notices = site.open(authorityLists.notices);
    lists.push(...site.lists);
    sites.push(site);
    ofAuthority.set(key, notices);
  }

  /** What the register names and is not open yet. */
  function unopened(): readonly { readonly site: string; readonly open: () => Promise<void> }[] {
    const rows = schools.all().map((row) => row.value);
    return [
      ...rows
        .filter(({ key }) => !ofSchool.has(key))
        .map((row) => ({ site: row.sitePath, open: () => openSchool(row) })),
      ...rows
        .filter(({ key }) => !ofGovernors.has(key))
        .map((row) => ({ site: row.governorsSitePath, open: () => openGovernors(row) })),
      ...authorities
        .all()
        .filter(({ value }) => !ofAuthority.has(value.key))
        .map(({ value }) => ({ site: value.sitePath, open: () => openAuthority(value) })),
    ];
  }

  /** Lists that had no turn in the last round because nobody answered: they come first in the next. */
  const passedOver = new Set<OpenList>();

  async function round(): Promise<Refreshed> {
    const failed: Refreshed['failed'][number][] = [];
    const fail = (site: string, list: string | null, error: unknown): void => {
      failed.push({ site, list, error });
      say(site, list, error);
    };
    let refreshed = 0;
    /** A site that could not be seen to at the start is seen to now; its lists are read either way. */
    async function settle(): Promise<void> {
      const outcomes = await inParallel(sites, atATime, (site) => site.settle());
      for (const [place, { sitePath }] of sites.entries()) {
        const outcome = outcomes[place];
        if (outcome?.status === 'rejected') fail(sitePath, null, outcome.reason);
        else recovered(sitePath, null);
      }
    }
    async function refresh(these: readonly OpenList[]): Promise<void> {
      const inTurn = [
        ...these.filter((list) => passedOver.has(list)),
        ...these.filter((list) => !passedOver.has(list)),
      ];
      for (const list of these) passedOver.add(list);
      const outcomes = await inParallel(inTurn, atATime, (list) =>
        reach.ask(() => {
          passedOver.delete(list);
          return list.refresh();
        }),
      );
      for (const [place, list] of inTurn.entries()) {
        const outcome = outcomes[place];
        if (outcome?.status === 'rejected') fail(list.sitePath, list.title, outcome.reason);
        else {
          refreshed += 1;
          recovered(list.sitePath, list.title);
        }
      }
    }
    const openBefore = [...lists];
    // Side by side, so that one site that hangs by itself is not taken for all.
    await Promise.all([settle(), refresh(openBefore)]);
    const newcomers = unopened();
    const outcomes = await inParallel(newcomers, atATime, ({ open }) => open());
    for (const [place, { site }] of newcomers.entries()) {
      const outcome = outcomes[place];
      if (outcome?.status === 'rejected') fail(site, null, outcome.reason);
    }
    await refresh(lists.filter((list) => !openBefore.includes(list)));
    const now = clock.now().epochMilliseconds;
    const ailing = new Set(failed.map(({ site }) => site));
    for (const { sitePath } of sites) if (!ailing.has(sitePath)) readMoments.set(sitePath, now);
    snapshot.keep(readAs, now, Object.fromEntries(readMoments));
    if (failed.length === 0) {
      lastRefreshed = clock.now();
      snapshot.keep(refreshedAs, lastRefreshed.epochMilliseconds, null);
    }
    return { refreshed, failed };
  }

  const refreshAll = oneAtATime(() => {
    reach.beginRound();
    return round();
  });

  function opened<T>(found: T | undefined, what: string): T {
    if (found) return found;
    throw new Error(
      `The lists of ${what} are not open: it is not in the register, or its site could not be read (see the log).`,
    );
  }

  async function refreshOne(listPath: string): Promise<void> {
    const list = lists.find((one) => one.listPath === listPath);
    if (!list) return;
    try {
      await list.refresh();
      recovered(list.sitePath, list.title);
    } catch (error) {
      say(list.sitePath, list.title, error);
    }
    if (list.sitePath === options.hubSitePath && unopened().length > 0) await refreshAll();
  }

  // The opening of the hub was this round's first question: where nobody answered it, nothing more is asked before the app serves.
  const { failed } = await round();
  // Without the register every school would look like one that nobody knows; one that was read before will do.
  const ofHub = failed.find(({ site, list }) => site === options.hubSitePath && list !== null);
  if (ofHub && !(isOutOfReach(ofHub.error) && schools.all().length > 0)) throw ofHub.error;
  return {
    schools,
    authorities,
    lostForms,
    school: (key) => opened(ofSchool.get(key), `school ${key}`),
    governors: (key) => opened(ofGovernors.get(key), `the governors of ${key}`),
    authorityNotices: (key) => opened(ofAuthority.get(key), `authority ${key}`),
    lists: () => lists,
    refreshAll,
    refreshOne,
    lastRefreshed: () => lastRefreshed,
    lastRead: (sitePath) => {
      const moment = readMoments.get(sitePath);
      return moment === undefined ? null : Temporal.Instant.fromEpochMilliseconds(moment);
    },
  };
}

const everyList = '(every list)';

const facts = (error: unknown): { readonly status: number; readonly code: string; readonly request: string } =>
  error instanceof GraphFailure
    ? { status: error.status, code: error.code, request: error.requestId ?? 'unknown' }
    : { status: 0, code: errorName(error), request: 'none' };
