import { ok, type Result } from '#domain/result.ts';
import { refuse } from '../store/problem.ts';
import type { Problem } from '../store/types.ts';
import type { GraphCall } from './call.ts';
import { refusals } from './permissions.ts';

/** The address of the mailbox of `{user}`: a member's or a shared one. In a person's name, that person's own alone. */
export function mailboxOf(call: GraphCall): Result<string, Problem> {
  const { directory } = call.store;
  const name = call.params['user'] ?? '';
  const user = directory.user(name);
  if (user?.userType === 'Guest') {
    return refuse({
      status: 404,
      code: 'MailboxNotEnabledForRESTAPI',
      message: 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
    });
  }
  const address = user?.mail ?? (directory.isMailbox(name) ? name.toLowerCase() : undefined);
  if (address === undefined) {
    return refuse({ status: 404, code: 'ErrorInvalidUser', message: `The requested user '${name}' is invalid.` });
  }
  if (call.caller.userId !== null && user?.id !== call.caller.userId) {
    return refuse({ status: 403, ...refusals.mail });
  }
  return ok(address);
}
