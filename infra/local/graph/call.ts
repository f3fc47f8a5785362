// One request to Graph after it has been understood, and what is answered.
import type { Result } from '#domain/result.ts';
import type { Chance } from '../chance.ts';
import type { SignInContext } from '../entra/context.ts';
import type { Caller } from '../entra/verify-token.ts';
import type { Notifications } from '../notifications/notifications.ts';
import type { GrantRole } from '../store/site-grants.ts';
import type { Store } from '../store/store.ts';
import type { Actor, Problem } from '../store/types.ts';
import type { Asked } from './asked.ts';
import type { NeedName } from './permissions.ts';

export interface GraphContext extends SignInContext {
  readonly store: Store;
  readonly chance: Chance;
  readonly notifications: Notifications;
}

export interface GraphCall {
  readonly context: GraphContext;
  readonly store: Store;
  readonly caller: Caller;
  /** What the app must have been granted on the site that it asks for; null where its permission opens every site. */
  readonly roleNeeded: GrantRole | null;
  /** In whose name a write is kept. */
  readonly actor: Actor;
  /** Path from /v1.0 on, as it was sent, for links back to it. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** Query options by name, those of OData with their `$`. */
  readonly options: ReadonlyMap<string, string>;
  header(name: string): string | undefined;
  /** JSON of the body, or its bytes where the route takes bytes; undefined without a body. */
  readonly body: unknown;
  /** Asks for something else, as a batch does for its parts. */
  ask(asked: Asked): Promise<Answer>;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON; nothing for 202 and 204. */
  readonly body?: Readonly<Record<string, unknown>>;
}

export type Outcome = Result<Reply, Problem>;

export interface Answer {
  readonly outcome: Outcome;
  /** Nothing of it reaches whoever asked: the connection breaks. */
  readonly lost: boolean;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `{name}` is one segment, `{name*}` may hold slashes. */
  readonly pattern: string;
  /** Null where any signed-in app may call. */
  readonly needs: NeedName | null;
  /** Query options that the route knows; any other is answered with 501. */
  readonly options?: readonly string[];
  /** SharePoint's resource units; 0 for other services. */
  readonly units: number | ((options: ReadonlyMap<string, string>) => number);
  readonly body?: 'json' | 'bytes';
  readonly handle: (call: GraphCall) => Outcome | Promise<Outcome>;
}

export const graphUrl = 'https://graph.microsoft.com/v1.0';
