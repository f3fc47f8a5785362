import { hashOf, type Route } from './route.ts';
import type { WorkplaceView } from './wire.ts';

/**
 * Where a link leads on this computer: an address of the tenant's SharePoint is served below its host name on the page's own origin,
 * a Teams deep link to an app opens its tab here, anything else stays as it is. null for what is not a web or mail address.
 */
export function localAddress(href: string, workplace: WorkplaceView): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  if (url.hostname === workplace.tenant.sharePointHost) {
    url.searchParams.set('local_person', workplace.person.id);
    return `/${url.hostname}${url.pathname}${url.search}${url.hash}`;
  }
  if (url.hostname === 'teams.microsoft.com') {
    const route = deepLink(url, workplace);
    return route === null ? null : `/${hashOf(route)}`;
  }
  return ['https:', 'http:', 'mailto:'].includes(url.protocol) ? url.href : null;
}

/** Points the links of rendered text and cards at this computer, and removes those that lead nowhere safe. */
export function localiseLinks(root: Element, workplace: WorkplaceView): void {
  for (const anchor of root.querySelectorAll('a[href]')) {
    const address = localAddress(anchor.getAttribute('href') ?? '', workplace);
    if (address === null) {
      anchor.removeAttribute('href');
      continue;
    }
    anchor.setAttribute('href', address);
    if (!address.startsWith('/#')) {
      anchor.setAttribute('target', '_blank');
      anchor.setAttribute('rel', 'noopener noreferrer');
    }
  }
}

export function openAddress(href: string, workplace: WorkplaceView): void {
  const address = localAddress(href, workplace);
  if (address === null) return;
  if (address.startsWith('/#')) location.hash = address.slice(1);
  else window.open(address, '_blank', 'noopener');
}

/** https://teams.microsoft.com/l/entity/{appId}/{entityId}?context={"subEntityId","channelId"} */
function deepLink(url: URL, workplace: WorkplaceView): Route | null {
  const [, l, kind, appId, entityId] = url.pathname.split('/');
  if (l !== 'l' || kind !== 'entity') return null;
  const app = workplace.apps.find((one) => one.appId === appId || one.entityId === entityId);
  if (app === undefined) return null;
  const context = parseContext(url.searchParams.get('context'));
  const subPage = typeof context.subEntityId === 'string' ? context.subEntityId : null;
  const { channelId } = context;
  const inChannel = workplace.teams.some((team) => team.channels.some((channel) => channel.id === channelId));
  return inChannel && typeof channelId === 'string'
    ? { page: 'channel-tab', channelId, appId: app.appId, subPage }
    : { page: 'app', appId: app.appId, subPage };
}

function parseContext(text: string | null): Record<string, unknown> {
  if (text === null) return {};
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}
