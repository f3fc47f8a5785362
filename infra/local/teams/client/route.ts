// The part of the address after #: what the page shows. Only ids, so that an address never names anyone.

export type Route =
  | { readonly page: 'teams' }
  | { readonly page: 'channel'; readonly channelId: string }
  | {
      readonly page: 'channel-tab';
      readonly channelId: string;
      readonly appId: string;
      readonly subPage: string | null;
    }
  | { readonly page: 'chats' }
  | { readonly page: 'chat'; readonly appId: string }
  | { readonly page: 'app'; readonly appId: string; readonly subPage: string | null }
  | { readonly page: 'mail' }
  | { readonly page: 'letter'; readonly mailId: string }
  | { readonly page: 'sites' };

/** null for the empty address and for one that means nothing here. */
export function parseRoute(hash: string): Route | null {
  const [page, first, second, third] = hash
    .replace(/^#\/?/, '')
    .split('/')
    .map((part) => decodeURIComponent(part));
  if (page === 'teams' || page === 'chats' || page === 'mail' || page === 'sites') {
    return page === 'mail' && first ? { page: 'letter', mailId: first } : { page };
  }
  if (!first) return null;
  if (page === 'channel' && second === 'tab' && third) {
    return { page: 'channel-tab', channelId: first, appId: third, subPage: subPageOf(hash) };
  }
  if (page === 'channel') return { page: 'channel', channelId: first };
  if (page === 'chat') return { page: 'chat', appId: first };
  if (page === 'app') return { page: 'app', appId: first, subPage: subPageOf(hash) };
  return null;
}

export function hashOf(route: Route): string {
  switch (route.page) {
    case 'teams':
    case 'chats':
    case 'mail':
    case 'sites':
      return `#/${route.page}`;
    case 'channel':
      return `#/channel/${encodeURIComponent(route.channelId)}`;
    case 'channel-tab':
      return `#/channel/${encodeURIComponent(route.channelId)}/tab/${encodeURIComponent(route.appId)}${subPageHash(route.subPage)}`;
    case 'chat':
      return `#/chat/${encodeURIComponent(route.appId)}`;
    case 'app':
      return `#/app/${encodeURIComponent(route.appId)}${subPageHash(route.subPage)}`;
    case 'letter':
      return `#/mail/${encodeURIComponent(route.mailId)}`;
  }
}

const subPageHash = (subPage: string | null): string => (subPage ? `/sub/${encodeURIComponent(subPage)}` : '');

function subPageOf(hash: string): string | null {
  const found = /\/sub\/([^/]+)$/.exec(hash);
  return found?.[1] === undefined ? null : decodeURIComponent(found[1]);
}
