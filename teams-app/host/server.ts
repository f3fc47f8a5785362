import { errorFacts } from '#workflows/error-name.ts';
import { NeedsMending } from '#workflows/needs-mending.ts';
import { GraphFailure } from '#graph/graph-failure.ts';
import express, { type ErrorRequestHandler, type Express, type Router } from 'express';
import helmet from 'helmet';
import type { Bot } from '#bot/adapter.ts';
import type { Log } from '#workflows/ports.ts';
import { notificationsRoute, type TakeNotifications } from './notifications-route.ts';
import { statementsRouter } from './statements.ts';

export interface ServerParts {
  readonly bot: Bot;
  readonly tabRouter: Router;
  /** Takes change notifications; null where the app is not reached from outside. */
  readonly notifications?: TakeNotifications | null;
  /** The folder that the tab's client was built into. */
  readonly tabFiles: string;
  /** Whether the app serves; and, for information, when every list was last read without a failure: blank before the first time. */
  readonly health: () => { readonly ready: boolean; readonly lastRefreshed: string };
  readonly log: Log;
}

/** Who may show the tab in a frame: Teams and its siblings, as Microsoft lists them, and pages of the tab's own origin. */
const frameAncestors = [
  "'self'",
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
];

/** The whole of the app's HTTP: the bot, the tab's API and the tab's files. */
export function createServer({ bot, tabRouter, notifications = null, tabFiles, health, log }: ServerParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(
    helmet({
      xFrameOptions: false,
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'script-src': ["'self'"],
          // Fluent UI writes its style sheets at run time.
          'style-src': ["'self'", "'unsafe-inline'"],
          'img-src': ["'self'", 'data:'],
          'font-src': ["'self'", 'data:', 'https://res.cdn.office.net'],
          // teams-js asks Microsoft which hosts it may trust.
          'connect-src': ["'self'", 'https://res.cdn.office.net'],
          'base-uri': ["'none'"],
          'form-action': ["'self'"],
          'frame-ancestors': frameAncestors,
        },
      },
    }),
  );
  app.get('/healthz', (_request, answer) => {
    const state = health();
    answer.status(state.ready ? 200 : 503).json(state);
  });
  app.post('/api/messages', express.json({ limit: '300kb' }), async (request, answer) => bot.process(request, answer));
  // Whoever sends the bot something that is not JSON is not Teams, and learns no more than a caller without a token.
  app.use('/api/messages', ((_error, _request, answer, _next) => void answer.sendStatus(401)) as ErrorRequestHandler);
  if (notifications) app.use(notificationsRoute(notifications));
  app.use('/api', tabRouter);
  app.use('/tab/assets', express.static(`${tabFiles}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }));
  app.use('/tab', express.static(tabFiles, { setHeaders: (answer) => answer.setHeader('cache-control', 'no-cache') }));
  app.use(statementsRouter());
  app.use((_request, answer) => {
    answer.status(404).json({ words: 'There is nothing at this address.' });
  });
  app.use(failureAnswer(log));
  return app;
}

/** A body that cannot be read is the sender's to mend; anything else is ours, and says nothing about why. */
function failureAnswer(log: Log): ErrorRequestHandler {
  return (error: unknown, request, answer, next) => {
    // What Microsoft 365 answered to the app is no answer to whoever asked the app.
    const isAboutRequest = error instanceof Error && !(error instanceof GraphFailure) && 'status' in error;
    const status = isAboutRequest ? Number(error.status) : 500;
    if (answer.headersSent) {
      next(error);
      return;
    }
    if (status >= 400 && status < 500) {
      log('request refused', { status, method: request.method });
      const words =
        status === 413
          ? 'This file is larger than the 10 MB that can be brought in at once.'
          : 'The request could not be read.';
      answer.status(status).json({
        words,
        next: status === 413 ? 'Export fewer responses, or remove other sheets from the workbook.' : undefined,
      });
      return;
    }
    if (error instanceof NeedsMending) {
      log('request refused', { status: 422, method: request.method });
      answer.status(422).json({
        words: `${error.message} Nothing was written over it.`,
        next: 'Mend that column in the list, or ask somebody who may edit it; then save again. Nothing that you typed is lost.',
      });
      return;
    }
    log('request failed', { method: request.method, ...errorFacts(error) });
    answer.status(500).json({
      words: 'Microsoft 365 did not answer, or something went wrong here. Nothing that you typed is lost.',
      next: 'Try again in a minute. If it goes on, tell the person who looks after this app.',
    });
  };
}
