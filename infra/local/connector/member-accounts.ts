import type { Store } from '../store/store.ts';
import type { TenantUser } from '../tenant-definition.ts';
import { personAccountId } from './activities.ts';

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

const SMALLEST_PAGE = 50;
const LARGEST_PAGE = 500;

/** One page of a roster. The token is opaque to the bot; Teams serves between 50 and 500 members at a time. */
export function memberPage(
  accounts: readonly MemberAccount[],
  pageSize: number | undefined,
  continuationToken: string | undefined,
): { readonly members: readonly MemberAccount[]; readonly continuationToken?: string } {
  const from =
    continuationToken === undefined ? 0 : Number(Buffer.from(continuationToken, 'base64url').toString('utf8')) || 0;
  const size = Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, pageSize ?? LARGEST_PAGE));
  const members = accounts.slice(from, from + size);
  const next = from + size;
  return next < accounts.length
    ? { members, continuationToken: Buffer.from(String(next)).toString('base64url') }
    : { members };
}
