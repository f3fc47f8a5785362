import { useCallback, useEffect, useRef } from 'react';

/** Runs what it is given once the page shows the change that was made in the same breath: only then is there a field to go to. */
export function useAfterDrawing(): (then: () => void) => void {
  const waiting = useRef<(() => void) | null>(null);
  useEffect(() => {
    const then = waiting.current;
    waiting.current = null;
    then?.();
  });
  return useCallback((then) => {
    waiting.current = then;
  }, []);
}
