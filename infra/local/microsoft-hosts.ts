import type { TenantDefinition } from './tenant-definition.ts';

export const signInHost = 'login.microsoftonline.com';
export const graphHost = 'graph.microsoft.com';
export const botSignInHost = 'login.botframework.com';
export const connectorHost = 'smba.trafficmanager.net';

/** Every host of Microsoft's that this tenant stands in for. */
export function microsoftHosts(definition: TenantDefinition): readonly string[] {
  return [signInHost, graphHost, botSignInHost, connectorHost, definition.sharePointHost];
}
