// Where Microsoft 365 tells the app that a list has changed. It asks for a sign of life first, and wants every answer at once.
import express, { type ErrorRequestHandler, type Response, type Router } from 'express';
import { notificationPath } from '#graph/subscriptions/address.ts';

/** Says whether a posted body was for this app; what follows from it is done afterwards. */
export type TakeNotifications = (body: unknown) => 'accepted' | 'refused';

export function notificationsRoute(take: TakeNotifications): Router {
  const router = express.Router();
  const answerTo = (body: unknown, answer: Response): void => {
    answer.status(take(body) === 'accepted' ? 202 : 403).end();
  };
  router.post(notificationPath, (request, answer, next) => {
    const token = request.query['validationToken'];
    if (typeof token === 'string') answer.type('text/plain').send(token);
    else next();
  });
  router.post(notificationPath, express.json({ limit: '1mb' }), (request, answer) => answerTo(request.body, answer));
  // What is no JSON is no more believed than what knows no secret, and is said in the log as seldom.
  const unreadable: ErrorRequestHandler = (_error, _request, answer, _next) => answerTo(undefined, answer);
  router.use(notificationPath, unreadable);
  return router;
}
