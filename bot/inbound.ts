import type { Card } from './cards/card.ts';

/** Where something was said. Only in a chat between one person and the bot may all of that person's schools be shown. */
export type Place =
  | { readonly kind: 'channel'; readonly teamId: string | null; readonly channelId: string }
  | { readonly kind: 'chat' }
  | { readonly kind: 'group chat' };

export interface InboundMessage {
  readonly kind: 'message';
  /** Entra object id of who wrote it. */
  readonly personId: string;
  readonly text: string;
  readonly place: Place;
  readonly serviceUrl: string;
}

export interface InboundPress {
  readonly kind: 'press';
  readonly personId: string;
  /** As the card sent it back: anyone can send anything. */
  readonly data: unknown;
  readonly place: Place;
  readonly serviceUrl: string;
}

export interface Installed {
  readonly kind: 'installed';
  /** True when the place is the channel that somebody chose for the app. */
  readonly chosen: boolean;
  readonly place: Place;
  readonly serviceUrl: string;
}

export type Inbound = InboundMessage | InboundPress | Installed;

export type Reply =
  | { readonly kind: 'card'; readonly card: Card }
  /** The card that was pressed becomes this one, for everybody who sees it. */
  | { readonly kind: 'replace'; readonly card: Card }
  /** For the person who pressed, and nobody else where Teams allows it. The card stays as it was. */
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'nothing' };

export type Handler = (inbound: Inbound) => Promise<Reply>;
