// What was asked of the tenant: requests by route, and SharePoint's resource units.

export interface Usage {
  record(method: string, pattern: string, resourceUnits: number): void;
  /** Requests so far; all of them, those of a method, or those of one route such as `GET`, `/sites/{site}/lists`. */
  count(method?: string, pattern?: string): number;
  /** By `METHOD pattern`. */
  byRoute(): Readonly<Record<string, number>>;
  resourceUnits(): number;
  reset(): void;
}

export function createUsage(): Usage {
  const counts = new Map<string, { readonly method: string; readonly pattern: string; requests: number }>();
  let units = 0;
  return {
    record: (method, pattern, resourceUnits) => {
      const key = `${method} ${pattern}`;
      const known = counts.get(key) ?? { method, pattern, requests: 0 };
      known.requests += 1;
      counts.set(key, known);
      units += resourceUnits;
    },
    count: (method, pattern) =>
      [...counts.values()]
        .filter(
          (route) =>
            (method === undefined || route.method === method) && (pattern === undefined || route.pattern === pattern),
        )
        .reduce((sum, route) => sum + route.requests, 0),
    byRoute: () => Object.fromEntries([...counts].map(([key, route]) => [key, route.requests])),
    resourceUnits: () => units,
    reset: () => {
      counts.clear();
      units = 0;
    },
  };
}
