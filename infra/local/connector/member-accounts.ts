import type { Store } from '../store/store.ts';
import type { TenantUser } from '../tenant-definition.ts';
import { personAccountId } from './activities.ts';
import { type PageWanted, tokenFor } from './query-options.ts';

export interface MemberAccount {
  readonly id: string;
  readonly name: string;
  readonly objectId: string;
  readonly aadObjectId: string;
  readonly email: string;
  readonly userPrincipalName: string;
  readonly tenantId: string;
  readonly userRole: 'user' | 'anonymous' | 'guest';
}

/** A person as the roster of a conversation describes them. */
export function memberAccount(user: TenantUser, store: Store): MemberAccount {
  return {
    id: personAccountId(user.id),
    name: user.displayName,
    objectId: user.id,
    aadObjectId: user.id,
    email: user.mail,
    userPrincipalName: store.directory.userPrincipalName(user),
    tenantId: store.definition.tenantId,
    userRole: user.userType === 'Guest' ? 'guest' : 'user',
  };
}

/** One page of a roster. */
export function memberPage(
  accounts: readonly MemberAccount[],
  { from, size }: PageWanted,
): { readonly members: readonly MemberAccount[]; readonly continuationToken?: string } {
  const members = accounts.slice(from, from + size);
  const next = from + size;
  return next < accounts.length ? { members, continuationToken: tokenFor(next) } : { members };
}
