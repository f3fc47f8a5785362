// Every list of the trust, made or mended: the hub first, then each site that its register names.
import { GraphFailure, isOutOfReach } from './graph-failure.ts';
import type { Graph } from './http.ts';
import { libraryOf } from './library.ts';
import type { SiteKind } from './lists/list-schema.ts';
import { provisionLists } from './lists/provision.ts';
import { listsBySite } from './lists/schema.ts';
import { readRegister, type Register, sitesOf } from './register.ts';
import type { Sites } from './sites.ts';
import type { Trouble } from './trouble.ts';

export interface SitesToProvision {
  readonly graph: Graph;
  readonly sites: Sites;
  readonly hubSitePath: string;
  /** Hears of each site before it is looked at; `of` is 1 until the register has been read. */
  readonly onSite: (sitePath: string, place: number, of: number) => void;
  readonly onMade: (sitePath: string, made: string) => void;
  readonly onTrouble: (sitePath: string, trouble: Trouble) => void;
}

export interface ProvisionedSites {
  readonly sites: number;
  readonly made: number;
  readonly troubles: number;
}

/** One site that cannot be opened does not hold up the others. Throws when Microsoft 365 cannot be reached; it can be run again. */
export async function provisionSites(run: SitesToProvision): Promise<ProvisionedSites> {
  const { graph, hubSitePath, onSite } = run;
  let made = 0;
  let troubles = 0;
  const tell = (sitePath: string, trouble: Trouble): void => {
    troubles += 1;
    run.onTrouble(sitePath, trouble);
  };

  async function see(sitePath: string, kind: SiteKind): Promise<Register | null> {
    try {
      const siteId = await run.sites.idOf(sitePath);
      const done = await provisionLists(graph, siteId, listsBySite[kind], (words) => run.onMade(sitePath, words));
      made += done.made.length;
      for (const trouble of done.troubles) tell(sitePath, trouble);
      const library = kind === 'school' ? await libraryOf(graph, siteId) : null;
      if (library && 'todo' in library) tell(sitePath, library);
      return kind === 'hub' ? await readRegister(graph, siteId, done.listIds) : null;
    } catch (error) {
      if (!(error instanceof GraphFailure) || isOutOfReach(error) || error.status === 401) throw error;
      tell(sitePath, siteTrouble(kind, error));
      return null;
    }
  }

  onSite(hubSitePath, 1, 1);
  const register = await see(hubSitePath, 'hub');
  for (const { list, id, column, words } of register?.problems ?? [])
    tell(hubSitePath, {
      words: `Row ${id} of the list “${list}” cannot be read, and its sites are left out: ${column} ${words}.`,
      who: 'SharePoint site owner',
      todo: `Correct the row in the list “${list}”.`,
    });
  const others = register ? sitesOf(register) : [];
  for (const [place, { sitePath, kind }] of others.entries()) {
    onSite(sitePath, place + 2, others.length + 1);
    await see(sitePath, kind);
  }
  return { sites: others.length + 1, made, troubles };
}

function siteTrouble(kind: SiteKind, { status, words, code }: GraphFailure): Trouble {
  if (status === 404) return noSuchSite(kind);
  if (status === 403)
    return {
      words: 'The app may not open this site, or may not make lists on it.',
      who: 'Microsoft 365 administrator',
      todo: 'npm run ptt -- doctor says which permission is missing, and how it is granted.',
    };
  return {
    words: `${words} (${status} ${code})`,
    who: 'whoever runs the app',
    todo: 'npm run ptt -- doctor looks closer.',
  };
}

/** Where the address of a site of each kind is written down. */
const addresses: Readonly<Record<SiteKind, { readonly who: Trouble['who']; readonly todo: string }>> = {
  hub: { who: 'whoever runs the app', todo: 'Set PTT_HUB_SITE to the address of the trust’s site, after the host.' },
  school: { who: 'SharePoint site owner', todo: 'Correct the column “Site” in the list “Schools” on the hub.' },
  governors: {
    who: 'SharePoint site owner',
    todo: 'Make the site, or correct the column “Governors’ site” in the list “Schools” on the hub.',
  },
  authority: {
    who: 'SharePoint site owner',
    todo: 'Make the site, or correct the column “Site” in the list “Authorities” on the hub.',
  },
};

export const noSuchSite = (kind: SiteKind): Trouble => ({
  words: 'There is no site at this address.',
  ...addresses[kind],
});
