// POST /$batch: up to twenty requests in one. Each is asked for as if it had come by itself, and may fail by itself.
import { err, ok } from '#domain/result.ts';
import { shuffled } from '../chance.ts';
import type { Asked } from './asked.ts';
import { type Batch, type BatchPart, readBatch } from './batch.ts';
import type { GraphCall, Outcome, Route } from './call.ts';
import { jsonType, newIds, replyBody } from './errors.ts';

export const batchRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/$batch', needs: null, units: 0, body: 'json', handle: postBatch },
];

interface PartAnswer {
  readonly id: string;
  readonly outcome: Outcome;
}

/** The answers come in an order of their own, so that nobody gets used to one. */
async function postBatch(call: GraphCall): Promise<Outcome> {
  const batch = readBatch(call.body);
  if (!batch.ok) return batch;
  const answers = shuffled(await answerAll(call, batch.value), call.context.chance);
  const responses = answers.map(({ id, outcome }) => {
    const { status, headers } = outcome.ok ? outcome.value : outcome.error;
    const body = replyBody(outcome, call.context.now(), newIds(call.header('client-request-id')));
    return body === undefined
      ? { id, status, headers: headers ?? {} }
      : { id, status, headers: { ...headers, 'Content-Type': jsonType }, body };
  });
  return ok({ status: 200, body: { responses } });
}

async function answerAll(call: GraphCall, { parts }: Batch): Promise<readonly PartAnswer[]> {
  const given = new Map<string, Promise<PartAnswer>>();
  // What depends on nothing is begun in any order, and first: what others depend on stands before them.
  const free = parts.filter(({ dependsOn }) => dependsOn.length === 0);
  const bound = parts.filter(({ dependsOn }) => dependsOn.length > 0);
  for (const part of [...shuffled(free, call.context.chance), ...bound]) {
    const before = part.dependsOn.flatMap((key) => given.get(key) ?? []);
    given.set(part.key, answerPart(call, part, before));
  }
  return Promise.all(given.values());
}

async function answerPart(
  call: GraphCall,
  part: BatchPart,
  before: readonly Promise<PartAnswer>[],
): Promise<PartAnswer> {
  for (const { outcome } of await Promise.all(before))
    if (!outcome.ok) return { id: part.id, outcome: failedDependency };
  const { outcome } = await call.ask(askedIn(call, part));
  return { id: part.id, outcome };
}

const failedDependency: Outcome = err({
  status: 424,
  code: 'FailedDependency',
  message: 'A request on which this one depends has failed.',
});

/** Whoever signed the batch has signed its parts. */
function askedIn(call: GraphCall, { method, path, search, headers, bytes }: BatchPart): Asked {
  const authorization = call.header('authorization');
  return {
    method,
    path,
    search,
    header: (name) => (name.toLowerCase() === 'authorization' ? authorization : headers.get(name.toLowerCase())),
    bytes,
  };
}
