import type { Store } from '../store/store.ts';
import type { TenantDefinition } from '../tenant-definition.ts';
import type { TenantKeys } from './keys.ts';

/** What signing and checking tokens needs. */
export interface SignInContext {
  readonly definition: TenantDefinition;
  readonly keys: TenantKeys;
  readonly now: () => Date;
}

export interface EntraContext extends SignInContext {
  readonly store: Store;
  readonly origin: string;
}

export const tokenLifetimeSeconds = 3599;

export const issuerV2 = (tenantId: string): string => `https://login.microsoftonline.com/${tenantId}/v2.0`;
export const issuerV1 = (tenantId: string): string => `https://sts.windows.net/${tenantId}/`;
export const botFrameworkIssuer = 'https://api.botframework.com';

export const graphAudience = 'https://graph.microsoft.com';
export const botAudience = 'https://api.botframework.com';
