import type { Request } from 'express';
import type { Store } from '../store/store.ts';
import type { TenantUser } from '../tenant-definition.ts';

const PARAMETER = 'local_person';

export interface Visitor {
  readonly user: TenantUser;
  /** A link within SharePoint that keeps the person, so that two browser tabs can be two people. `path` is server-relative and decoded. */
  readonly link: (path: string, parameters?: Readonly<Record<string, string | number>>) => string;
}

/** Who looks: named by the address, else by the cookie. null when neither names someone of this tenant. */
export function visitorOf(request: Request, store: Store): Visitor | null {
  const named = request.query[PARAMETER];
  const id = typeof named === 'string' ? named : cookie(request, PARAMETER);
  const user = store.directory.users().find((one) => one.id === id);
  return user === undefined ? null : { user, link: linkFor(user.id, store) };
}

export function linkFor(userId: string, store: Store): Visitor['link'] {
  return (path, parameters = {}) => {
    const query = new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
    query.set(PARAMETER, userId);
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    return `/${store.definition.sharePointHost}${encoded}?${query.toString()}`;
  };
}

function cookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('='));
  const value = pairs.find(([key]) => key === name)?.[1];
  return value === undefined ? undefined : decodeURIComponent(value);
}
