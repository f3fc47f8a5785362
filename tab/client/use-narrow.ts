import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 759px)');

function subscribe(onChange: () => void): () => void {
  narrow.addEventListener('change', onChange);
  return () => narrow.removeEventListener('change', onChange);
}

/** True where a table of the board would not fit. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
