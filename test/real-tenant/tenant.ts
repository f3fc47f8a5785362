// A tenant at which the contracts are aimed: the app signed in twice as two instances would be, and a hand that is nobody's.
import { publicCloud } from '#bot/cloud.ts';
import { connect } from '#host/compose.ts';
import type { Config } from '#host/config.ts';
import { loopbackFetch } from '#local/loopback-fetch.ts';
import { connectorHost, graphHost, signInHost } from '#local/microsoft-hosts.ts';
import { createTwinLog } from '../twins/log.ts';
import { type ListBenches, makeLists } from './lists.ts';
import { type OutsideBenches, outsideOf } from './outside.ts';
import { overhear } from './overhear.ts';
import type { TenantSettings } from './settings.ts';

export interface AimedTenant {
  readonly lists: ListBenches;
  readonly outside: OutsideBenches;
  /** Removes the lists, and says what all of it has cost. */
  close(): Promise<string>;
}

export async function aimAt(settings: TenantSettings): Promise<AimedTenant> {
  const { app: config, loopback } = settings;
  const fetch =
    loopback === null
      ? globalThis.fetch
      : loopbackFetch(loopback, [signInHost, graphHost, connectorHost, config.sharePointHost]);
  const { log } = createTwinLog();
  const overheard = overhear(fetch);
  const signIn = (as: Config) => connect({ config: as, fetch: overheard.fetch, cloud: publicCloud, log });
  const [app, appElsewhere, hand] = [signIn(config), signIn(config), signIn(settings.hand)];
  // 2026-11-22T12:34:56Z becomes “Contract 2026-11-22 123456”.
  const title = `Contract ${new Date().toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '')}`;
  const lists = await makeLists({ app, appElsewhere, hand, site: settings.site, title });
  return {
    lists,
    outside: outsideOf({ settings, app, hand, fetch, overheard, title }),
    async close() {
      await lists.remove();
      const spent = [app, appElsewhere, hand].map(({ meter }) => meter.total());
      const sum = (of: 'requests' | 'units' | 'throttled'): number => spent.reduce((all, one) => all + one[of], 0);
      return `${title}: ${sum('requests')} requests of Graph, ${sum('units')} resource units, ${sum('throttled')} throttled; a change was told after ${lists.longestLagMs()} ms at the latest. The lists are removed.`;
    },
  };
}
