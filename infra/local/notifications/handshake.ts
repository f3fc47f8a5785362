// Before a subscription stands, the receiver has to show that it is there: it is sent a token and has to say it back.
import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '#domain/result.ts';

/** Asks a receiver to say a token back. The error is what Graph writes when it does not. */
export async function shakeHands(send: typeof fetch, url: string, patienceMs: number): Promise<Result<null, string>> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  const address = `${url}${url.includes('?') ? '&' : '?'}validationToken=${encodeURIComponent(token)}`;
  try {
    const answer = await send(address, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    const said = await answer.text();
    if (answer.status !== 200)
      return err(
        `Subscription validation request failed. HTTP status code is '${answer.status}'. Notification endpoint must respond with 200 OK to validation request.`,
      );
    const isPlain = /^text\/plain\b/i.test(answer.headers.get('content-type') ?? '');
    return isPlain && said === token
      ? ok(null)
      : err('Subscription validation request failed. Response must exactly match validationToken query parameter.');
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return err(
      late
        ? 'Subscription validation request timed out.'
        : 'Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request.',
    );
  }
}
