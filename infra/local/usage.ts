// What was asked of the tenant: requests by route, and SharePoint's resource units.

export interface Usage {
  record(method: string, pattern: string, resourceUnits: number): void;
  /** Requests so far; all of them, those of a method, or those of one route such as `GET`, `/sites/{site}/lists`. */
  count(method?: string, pattern?: string): number;
  /** By `METHOD pattern`. */
  byRoute(): Readonly<Record<string, number>>;
  resourceUnits(): number;
  /** Units of the sixty seconds before now. */
  unitsOfLastMinute(): number;
  reset(): void;
}

export function createUsage(now: () => Date): Usage {
  const counts = new Map<string, { readonly method: string; readonly pattern: string; requests: number }>();
  let units = 0;
  /** Oldest first, one for each second in which anything was spent. */
  let lately: { readonly second: number; units: number }[] = [];
  const thisSecond = (): number => Math.floor(now().getTime() / 1000);
  const spentLately = (resourceUnits: number): void => {
    const second = thisSecond();
    const last = lately.at(-1);
    if (last?.second === second) last.units += resourceUnits;
    else lately = [...lately.filter((one) => one.second > second - 60), { second, units: resourceUnits }];
  };
  return {
    record: (method, pattern, resourceUnits) => {
      const key = `${method} ${pattern}`;
      const known = counts.get(key) ?? { method, pattern, requests: 0 };
      known.requests += 1;
      counts.set(key, known);
      units += resourceUnits;
      if (resourceUnits > 0) spentLately(resourceUnits);
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
    unitsOfLastMinute: () => {
      const second = thisSecond();
      return lately.filter((one) => one.second > second - 60).reduce((sum, one) => sum + one.units, 0);
    },
    reset: () => {
      counts.clear();
      units = 0;
      lately = [];
    },
  };
}
