// Readings that are asked for in the same moment go out as one $batch of up to twenty. Each is charged and may fail by itself; a
// part that Graph was too busy for is asked once more, alone, through the gate that all calls pass.
import { z } from 'zod';
import type { Graph } from './http.ts';
import { GraphFailure, readProblem } from './graph-failure.ts';
import type { Meter } from './resource-units.ts';
import type { ThrottleGate } from './throttle-gate.ts';

const BatchAnswer = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.string()).nullish(),
      body: z.unknown().optional(),
    }),
  ),
});

type PartAnswer = z.infer<typeof BatchAnswer>['responses'][number];

/** What Graph takes in one batch. */
const most = 20;

interface Asked {
  readonly path: string;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** The part of an address that a batch takes: after the version. */
const relative = (pathOrLink: string): string =>
  pathOrLink.replace(/^https:\/\/graph\.microsoft\.com\/v1\.0(?=\/)/, '');

export interface TogetherOptions {
  /** Hears what each part cost, and what it says about calls to come. */
  readonly gate?: Pick<ThrottleGate, 'note'>;
  readonly meter?: Pick<Meter, 'count'>;
}

/** A Graph whose GETs travel together. Everything else goes as it is. */
export function together(graph: Graph, { gate, meter }: TogetherOptions = {}): Graph {
  let waiting: Asked[] = [];

  function ask(asked: Asked): void {
    waiting.push(asked);
    if (waiting.length === 1) setImmediate(sendAll);
  }

  function sendAll(): void {
    const all = waiting;
    waiting = [];
    for (let first = 0; first < all.length; first += most) void send(all.slice(first, first + most));
  }

  const alone = ({ path, resolve, reject }: Asked): void => void graph.get(path).then(resolve, reject);

  async function send(parts: readonly Asked[]): Promise<void> {
    const [only, ...others] = parts;
    if (only && others.length === 0) return alone(only);
    let answers: ReadonlyMap<string, PartAnswer>;
    try {
      const requests = parts.map(({ path }, place) => ({ id: String(place), method: 'GET', url: relative(path) }));
      const { responses } = BatchAnswer.parse(await graph.post('/$batch', { requests }));
      answers = new Map(responses.map((one) => [one.id, one]));
      for (const { id, status, headers } of responses) {
        const said = new Headers(headers ?? {});
        gate?.note(status, said);
        meter?.count('GET', parts[Number(id)]?.path ?? '', status);
      }
    } catch (error) {
      for (const { reject } of parts) reject(error);
      return;
    }
    for (const [place, asked] of parts.entries()) {
      const answer = answers.get(String(place));
      // A part without an answer, or one that came at a bad moment, is asked again by itself, with the client's own patience.
      if (!answer || answer.status === 429 || answer.status >= 500) alone(asked);
      else if (answer.status < 300) asked.resolve(answer.body);
      else asked.reject(failureOf(asked.path, answer));
    }
  }

  return {
    ...graph,
    get: (pathOrLink) =>
      relative(pathOrLink).startsWith('/')
        ? new Promise((resolve, reject) => ask({ path: pathOrLink, resolve, reject }))
        : graph.get(pathOrLink),
  };
}

function failureOf(path: string, { status, headers, body }: PartAnswer): GraphFailure {
  const { code, requestId, field } = readProblem(body, new Headers(headers ?? {}));
  const request = `GET ${relative(path).replace(/\?.*$/s, '')}`;
  return new GraphFailure({ request, status, code: code ?? 'unknown', requestId, field });
}
