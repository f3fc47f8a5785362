/** A token; never the one that was `refused`, which nobody stands by any more although its time is not up. */
export type TokenGetter = (refused?: string) => Promise<string>;

/**
 * `fetch` gives the token that MSAL keeps, or a new one when told to skip what is kept. MSAL sends one request for each caller that waits
 * for the first: callers who come together share one here.
 */
export function keptToken(fetch: (skipCache: boolean) => Promise<string>): TokenGetter {
  const kept = shared(() => fetch(false));
  const anew = shared(() => fetch(true));
  return async (refused) => {
    const token = await kept();
    return token === refused ? anew() : token;
  };
}

function shared<T>(work: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () => {
    underWay ??= work().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}
