// What the local Teams page and its server say to each other. Times are ISO 8601 in UTC.

export interface PersonView {
  readonly id: string;
  readonly displayName: string;
  readonly jobTitle: string;
  readonly guest: boolean;
}

export interface CommandView {
  readonly title: string;
  readonly description: string;
}

export interface AppView {
  /** Client id of the app, which is also its bot's id. */
  readonly appId: string;
  readonly botName: string;
  readonly commands: readonly CommandView[];
  /** The conversation between this person and the bot. */
  readonly chatId: string;
  readonly tabName: string;
  readonly entityId: string;
  /** Address of the tab on this origin. */
  readonly contentUrl: string;
}

export interface ChannelView {
  readonly id: string;
  readonly displayName: string;
}

export interface TeamView {
  /** The Microsoft 365 group id. */
  readonly id: string;
  readonly displayName: string;
  readonly sitePath: string;
  readonly channels: readonly ChannelView[];
  readonly appIds: readonly string[];
}

export interface SiteView {
  readonly path: string;
  readonly displayName: string;
  readonly role: 'read' | 'write' | 'owner';
}

/** Everything around the messages that one person sees. */
export interface WorkplaceView {
  readonly tenant: { readonly id: string; readonly displayName: string; readonly sharePointHost: string };
  readonly person: PersonView & { readonly mail: string };
  readonly apps: readonly AppView[];
  readonly teams: readonly TeamView[];
  readonly sites: readonly SiteView[];
  /** What of the conversations is not later than this was there before; anything later is news. */
  readonly sequence: number;
}

export interface MessageView {
  readonly id: string;
  /** Rises with whatever happens to any message of the tenant: of two states of a message the higher is the newer. */
  readonly sequence: number;
  /** A channel's or a chat's id, without `;messageid=`. */
  readonly conversationId: string;
  /** The message a thread begins with; a root message names itself. In a chat every message is its own root. */
  readonly rootId: string;
  readonly from: { readonly id: string; readonly name: string; readonly bot: boolean };
  readonly sentAt: string;
  readonly editedAt: string | null;
  readonly deleted: boolean;
  /** Markdown from a bot, plain text with `<at>…</at>` around mentions from a person. */
  readonly text: string;
  /** Adaptive Cards, as the bot wrote them. */
  readonly cards: readonly CardJson[];
}

export type CardJson = Readonly<Record<string, unknown>>;

export interface MessagesAnswer {
  /** Without the deleted. */
  readonly messages: readonly MessageView[];
  /** Everything up to here is in the answer. */
  readonly sequence: number;
}

/** Whether the bot heard a message, so that the page can say why nothing follows. */
export type BotHearing = 'heard' | 'not mentioned' | 'did not answer';

export interface SentAnswer {
  readonly message: MessageView;
  readonly bot: BotHearing;
}

export interface ExecuteRequest {
  readonly messageId: string;
  readonly action: { readonly id?: string; readonly verb?: string; readonly data: unknown };
}

/** What pressing an Action.Execute button led to, for the person who pressed it. */
export type ExecuteAnswer =
  | { readonly kind: 'card'; readonly card: CardJson }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly text: string };

export interface SubmitRequest {
  readonly messageId: string;
  readonly data: unknown;
}

export interface MailView {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly sentAt: string;
  readonly bodyType: 'html' | 'text';
  readonly body: string;
}

export interface MailAnswer {
  readonly mails: readonly MailView[];
}

export interface TokenAnswer {
  readonly token: string;
}

export type WeatherName = 'fine' | 'throttled' | 'stormy' | 'unreachable';

/** How Microsoft 365 behaves towards the app. */
export interface WeatherView {
  readonly name: WeatherName;
  /** Calls since this weather was chosen. */
  readonly calls: number;
  readonly hit: number;
  readonly unitsOfLastMinute: number;
  /** null where nobody counts. */
  readonly unitsPerMinute: number | null;
  /** Calls that somebody asked to fail, and that have not come yet. */
  readonly pending: number;
}

export type FaultKind =
  | 'reset'
  | 'reset after the write'
  | 'slow'
  | 'busy'
  | 'busy without saying how long'
  | 'unavailable'
  | 'timeout after the write'
  | 'changed meanwhile'
  | 'resync';

/** The next calls to fail, before any weather. */
export interface FailRequest {
  readonly kind: FaultKind;
  /** Part of the address; blank for any. */
  readonly part: string;
  readonly times: number;
}

/** Pushed to the page as Server-Sent Events. */
export type LiveEvent = { readonly kind: 'message'; readonly message: MessageView } | { readonly kind: 'mail' };

/** What a refused request holds. */
export interface ProblemAnswer {
  readonly problem: string;
}
