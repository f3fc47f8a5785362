import type { ErrorRequestHandler } from 'express';
import type { Problem } from '#tab/contract/answers.ts';
import { errorFacts } from '#workflows/error-name.ts';
import type { Log } from '#workflows/ports.ts';
import { KeysAway } from './signing-keys.ts';

const keysAway: Problem = {
  words:
    'Microsoft’s sign-in could not be reached, so the app cannot tell who is asking. Nothing that you typed is lost.',
  next: 'Try again in a minute. If it goes on, tell the person who looks after this app.',
};

/** Whose token cannot be judged now is not turned away as a stranger: the tab would ask them to sign in again, in vain. */
export const answerKeysAway =
  (log: Log): ErrorRequestHandler =>
  (error, request, answer, next) => {
    if (!(error instanceof KeysAway)) return next(error);
    log('request failed', { method: request.method, status: 503, ...errorFacts(error) });
    answer.status(503).json(keysAway);
  };
