import { z } from 'zod';
import { ok } from '#domain/result.ts';
import { notKnown, refuse } from '../store/problem.ts';
import type { GraphCall, Outcome, Route } from './call.ts';
import { itemBody } from './item-body.ts';
import { mailboxOf } from './mailbox-of.ts';
import { parseBody } from './parse-body.ts';

export const mailRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/users/{user}/sendMail', needs: 'send mail', units: 0, body: 'json', handle: sendMail },
];

const people = z.array(
  z.strictObject({ emailAddress: z.strictObject({ address: z.string(), name: z.string().optional() }) }),
);

const mailBody = z.strictObject({
  message: z.strictObject({
    subject: z.string(),
    body: itemBody,
    toRecipients: people.optional(),
    ccRecipients: people.optional(),
    replyTo: people.optional(),
  }),
  saveToSentItems: z.boolean().optional(),
});

function sendMail(call: GraphCall): Outcome {
  const from = mailboxOf(call);
  if (!from.ok) return from;
  const body = parseBody(mailBody, call.body, 'sendMail');
  if (!body.ok) return body;
  const { message, saveToSentItems = true } = body.value;
  if ((message.replyTo ?? []).length > 0) return notKnown('how to send mail with another address for replies');
  if (!saveToSentItems) return notKnown('how to send mail without keeping it in the sent items');
  const to = (message.toRecipients ?? []).map(({ emailAddress }) => emailAddress.address);
  const cc = (message.ccRecipients ?? []).map(({ emailAddress }) => emailAddress.address);
  const addresses = [...to, ...cc];
  if (addresses.length === 0 || addresses.some((address) => !z.email().safeParse(address).success)) {
    return refuse({ status: 400, code: 'ErrorInvalidRecipients', message: 'At least one recipient is not valid.' });
  }
  const { contentType, content } = message.body;
  call.store.mail.send({ from: from.value, to, cc, subject: message.subject, contentType, content });
  return ok({ status: 202 });
}
