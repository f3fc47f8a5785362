/** The app as Teams knows it from its manifest: a bot and a tab. */
export interface TeamsApp {
  /** Client id of the app's registration, which is the bot's id too. */
  readonly appId: string;
  /** The name one mentions, e.g. "PTT". */
  readonly botName: string;
  /** Offered while one types; a title is what is sent. */
  readonly commands: readonly { readonly title: string; readonly description: string }[];
  readonly tab: {
    readonly entityId: string;
    readonly name: string;
    /** On the local origin, e.g. /tab/ */
    readonly contentUrl: string;
  };
  /** Where the app's own server answers, e.g. http://127.0.0.1:4100; undefined while it is not up. */
  readonly origin: () => string | undefined;
}
