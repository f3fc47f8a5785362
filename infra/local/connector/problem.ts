import type { Response } from 'express';

/** Refusals of the Bot Connector, with the words and codes that Teams gives them. */
export const connectorProblems = {
  botNotInRoster: {
    status: 403,
    code: 'BotNotInConversationRoster',
    message: 'The bot is not part of the conversation roster.',
  },
  messageWritesBlocked: {
    status: 403,
    code: 'MessageWritesBlocked',
    message: 'Thread is blocked from message writes.',
    errorCode: 209,
  },
  conversationNotFound: { status: 404, code: 'ConversationNotFound', message: 'Conversation not found.' },
  activityNotFound: {
    status: 404,
    code: 'ActivityNotFoundInConversation',
    message: 'Conversation not found.',
  },
  memberNotFound: {
    status: 404,
    code: 'MemberNotFoundInConversation',
    message: 'The member is not in this conversation.',
  },
  notTheAuthor: { status: 403, code: 'Forbidden', message: 'A bot changes or deletes only what it has sent itself.' },
  tooBig: { status: 413, code: 'MessageSizeTooBig', message: 'Message size too large.' },
} as const satisfies Record<string, ConnectorProblem>;

export interface ConnectorProblem {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Teams' own number, where it gives one. */
  readonly errorCode?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export const badSyntax = (message: string): ConnectorProblem => ({ status: 400, code: 'BadSyntax', message });

/** For what the local connector does not do. */
export const notImplemented = (what: string): ConnectorProblem => ({
  status: 501,
  code: 'NotImplemented',
  message: `The local Bot Connector does not know ${what}.`,
});

export function refuse(response: Response, problem: ConnectorProblem): void {
  const { status, code, message, errorCode, headers = {} } = problem;
  response
    .status(status)
    .set(headers)
    .json({ ...(errorCode === undefined ? {} : { errorCode }), error: { code, message } });
}
