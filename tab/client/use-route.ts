import { useMemo, useSyncExternalStore } from 'react';
import { hrefOf, parseRoute, type Route } from './route.ts';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

const currentHash = (): string => window.location.hash;

/** Where the person is now; renders again when that changes. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, currentHash);
  return useMemo(() => parseRoute(hash), [hash]);
}

export function goTo(href: string): void {
  window.location.hash = href;
}

/** Goes there without leaving the present place in the way back. */
export function goToInstead(href: string): void {
  window.location.replace(href);
}

/** Goes to the place a deep link asked for, unless the address already says where to be or the link leads nowhere. */
export function goToPlaceAskedFor(place: string | undefined): void {
  if (place === undefined || place === '' || window.location.hash !== '') return;
  const route = parseRoute(place);
  if (route.page !== 'unknown') window.history.replaceState(null, '', hrefOf(route));
}
