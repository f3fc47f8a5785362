import type { X509Certificate } from 'node:crypto';
import type { ConfidentialClientApplication } from '@azure/msal-node';
import type { Role } from '#domain/people.ts';
import type { Result } from '#domain/result.ts';
import type { Graph } from '../http.ts';
import type { Meter } from '../resource-units.ts';
import type { Sites } from '../sites.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Watch } from './watch.ts';

/** The settings that the doctor compares with the tenant; what the app signs in with is not among them. */
export interface PatientSettings {
  readonly tenantId: string;
  readonly clientId: string;
  readonly sharePointHost: string;
  readonly hubSite: string;
  readonly sharedMailbox: string;
  readonly roleGroups: Readonly<Partial<Record<Role, string>>>;
  /** Where Microsoft 365 reaches the app; null when it is not to. */
  readonly publicAddress: string | null;
}

/** All that the doctor is given. It reads, and tries what must be refused; it changes nothing. */
export interface Patient {
  readonly settings: PatientSettings;
  readonly graph: Graph;
  readonly sites: Sites;
  readonly meter: Meter;
  readonly credentials: ConfidentialClientApplication;
  /** With which the app signs in; null when it does so with a secret. */
  readonly certificate: X509Certificate | null;
  readonly watch: Watch;
  /** How HTTP leaves this process. */
  readonly fetch: typeof fetch;
  /** This computer's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** What was last read of the lists, if that is kept; the doctor keeps nothing itself. */
  readonly snapshot: Snapshot;
  readonly bot: {
    /** What a token for posting is asked for. */
    readonly scope: string;
    readonly canSee: (channel: {
      serviceUrl: string;
      channelId: string;
    }) => Promise<Result<null, { readonly status: number; readonly code: string }>>;
  };
  readonly policies: {
    readonly known: readonly string[];
    /** Those of the names that no policy has. */
    readonly unknown: (names: readonly string[]) => readonly string[];
  };
  /** Hears what is being looked at. */
  readonly onLook: (what: string) => void;
}
