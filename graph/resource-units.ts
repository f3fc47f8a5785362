// What SharePoint charges for a call, in resource units (Microsoft's page on throttling; platform facts, section 2).

export const callKinds = [
  'delta',
  'delta from the beginning',
  'read one',
  'read many',
  'write',
  'permissions',
  'other services',
] as const;
export type CallKind = (typeof callKinds)[number];

const units: Readonly<Record<CallKind, number>> = {
  delta: 1,
  'delta from the beginning': 2,
  'read one': 1,
  'read many': 2,
  write: 2,
  permissions: 5,
  'other services': 0,
};

const permissionCall = /\/(?:permissions(?:\/|$)|invite$|createLink$)/;
const oneThing = /\/(?:items\/[^/]+|drive|root:.*|content|lists\/[^/]+|columns\/[^/]+|sites\/[^/]+|sites\/[^/]+:.*)$/;

/** `url` is a path after the version or a whole address. */
export function kindOf(method: string, url: string): CallKind {
  const [path = '', query = ''] = url.replace(/^https:\/\/[^/]+\/(?:v1\.0|beta)/, '').split('?');
  if (!/^\/(?:sites|drives|shares)\b/.test(path)) return 'other services';
  if (permissionCall.test(path) || /expand=[^&]*permissions/.test(query)) return 'permissions';
  if (method !== 'GET') return 'write';
  if (/\/delta(?:\(|$)/.test(path))
    return /(?:^|&)token=/.test(query) || path.includes('token=') ? 'delta' : 'delta from the beginning';
  return oneThing.test(path) ? 'read one' : 'read many';
}

export interface Spent {
  readonly requests: number;
  readonly units: number;
  /** Answers of 429 or 503: they count against the quota as well. */
  readonly throttled: number;
}

export interface Meter {
  count(method: string, url: string, status: number): void;
  byKind(): Readonly<Partial<Record<CallKind, Spent>>>;
  total(): Spent;
}

export function createMeter(): Meter {
  const spent = new Map<CallKind, Spent>();
  const nothing: Spent = { requests: 0, units: 0, throttled: 0 };
  const sum = (a: Spent, b: Spent): Spent => ({
    requests: a.requests + b.requests,
    units: a.units + b.units,
    throttled: a.throttled + b.throttled,
  });
  return {
    count(method, url, status) {
      const kind = kindOf(method, url);
      const throttled = status === 429 || status === 503 ? 1 : 0;
      spent.set(kind, sum(spent.get(kind) ?? nothing, { requests: 1, units: units[kind], throttled }));
    },
    byKind: () => Object.fromEntries(spent),
    total: () => [...spent.values()].reduce(sum, nothing),
  };
}
