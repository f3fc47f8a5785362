// What an administrator would have set up in Microsoft 365 before the app arrives: people, groups, Teams, sites and the app's registration.
// Everything that happens afterwards is in the tenant's database.

export interface TenantUser {
  /** Entra object id, a GUID. */
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
  readonly userType: 'Member' | 'Guest';
  /** Shown beside the name where one picks a person, e.g. "Headteacher, Larkfield Primary School". */
  readonly jobTitle: string;
}

export interface TenantGroup {
  readonly id: string;
  readonly displayName: string;
  /** Ids of people and of other groups. */
  readonly members: readonly string[];
}

export interface TenantChannel {
  /** e.g. 19:larkfield-staff@thread.tacv2 */
  readonly id: string;
  readonly displayName: string;
  /** False where the channel's owners let no app post. */
  readonly appsMayPost?: boolean;
}

export interface TenantTeam {
  /** The Microsoft 365 group id, which Graph uses as the team id. */
  readonly id: string;
  readonly displayName: string;
  /** Server-relative path of the team's site, e.g. /sites/larkfield. */
  readonly sitePath: string;
  readonly channels: readonly TenantChannel[];
  readonly members: readonly string[];
  /** Apps (client ids) installed in the team. */
  readonly installedApps: readonly string[];
}

export interface TenantSite {
  /** e.g. /sites/governors-larkfield */
  readonly path: string;
  readonly displayName: string;
  /** Who may open the site in SharePoint: user ids, group ids or team ids. */
  readonly members: readonly { readonly principalId: string; readonly role: 'read' | 'write' | 'owner' }[];
}

export interface TenantSecret {
  readonly value: string;
  /** An instant such as 2027-01-31T00:00:00Z, from which the secret is refused; without it, it never ends. */
  readonly expiresOn?: string;
}

export interface TenantApp {
  readonly clientId: string;
  /** Several are good at once, so that one can take the place of another. */
  readonly secrets: readonly TenantSecret[];
  /** Public certificates in PEM, as they are uploaded to the registration; none unless given. */
  readonly certificates?: readonly string[];
  readonly displayName: string;
  /** Application permissions with admin consent; they become the `roles` claim of app-only tokens. */
  readonly applicationPermissions: readonly string[];
  /** Delegated permissions of Microsoft Graph with admin consent, for on-behalf-of; none unless given. */
  readonly delegatedPermissions?: readonly string[];
}

export interface TenantDefinition {
  readonly tenantId: string;
  readonly displayName: string;
  /** e.g. rowantree-example.sharepoint.com */
  readonly sharePointHost: string;
  readonly users: readonly TenantUser[];
  readonly groups: readonly TenantGroup[];
  readonly teams: readonly TenantTeam[];
  readonly sites: readonly TenantSite[];
  readonly apps: readonly TenantApp[];
  /** With whom people may share files; apps in their own name only ever with people and guests who are there. */
  readonly sharing?: 'new and existing guests' | 'existing guests only';
  /** Addresses that hold mail but belong to no person. */
  readonly sharedMailboxes: readonly string[];
}
