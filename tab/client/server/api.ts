// Requests to the tab's server. Every answer is checked against the contract; every failure is a value.
import type { z } from 'zod';
import { type ImportLine, importLineSchema, type Problem, problemSchema } from '#tab/contract/answers.ts';
import type { Outcome } from '../outcome.ts';
import type { TokenSource } from '../teams/token.ts';
import { type Failure, failed, failureOfStatus } from './failure.ts';
import { linesOf } from './lines.ts';

export interface ApiNeeds {
  readonly fetch: typeof fetch;
  readonly token: TokenSource;
}

export interface Api {
  /** GET `/api` + path. */
  readonly read: <T>(path: string, schema: z.ZodType<T>, signal?: AbortSignal) => Promise<Outcome<T>>;
  /** POST JSON to `/api` + path. */
  readonly send: <T>(path: string, body: unknown, schema: z.ZodType<T>) => Promise<Outcome<T>>;
  /** POST a workbook; `onLine` hears each line as it comes. Ends well only after a summary or a problem line. */
  readonly upload: (path: string, file: Blob, onLine: (line: ImportLine) => void) => Promise<Outcome<null>>;
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const failing = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({ ok: false, failure });

export function createApi({ fetch, token }: ApiNeeds): Api {
  async function once(path: string, init: RequestInit): Promise<Outcome<Response>> {
    const given = await token.get();
    if (!given.ok) return given;
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${given.value}`);
    headers.set('accept', 'application/json');
    try {
      return { ok: true, value: await fetch(`/api${path}`, { ...init, headers }) };
    } catch {
      return failing(failed('unreachable'));
    }
  }

  /** Asks; a token that the server no longer takes is renewed once. */
  async function ask(path: string, init: RequestInit): Promise<Outcome<Response>> {
    let answer = await once(path, init);
    if (answer.ok && answer.value.status === 401) {
      token.drop();
      answer = await once(path, init);
    }
    if (!answer.ok || answer.value.ok) return answer;
    return failing(failureOfStatus(answer.value.status, await problemIn(answer.value)));
  }

  async function checked<T>(answer: Outcome<Response>, schema: z.ZodType<T>): Promise<Outcome<T>> {
    if (!answer.ok) return answer;
    const parsed = schema.safeParse(await jsonIn(answer.value));
    return parsed.success ? { ok: true, value: parsed.data } : failing(failed('unreadable'));
  }

  return {
    read: async (path, schema, signal) => checked(await ask(path, signal ? { signal } : {}), schema),
    send: async (path, body, schema) =>
      checked(
        await ask(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
        schema,
      ),
    upload: async (path, file, onLine) => {
      const answer = await ask(path, { method: 'POST', headers: { 'content-type': workbookType }, body: file });
      return answer.ok ? followLines(answer.value, onLine) : answer;
    },
  };
}

async function followLines(response: Response, onLine: (line: ImportLine) => void): Promise<Outcome<null>> {
  let ended = false;
  try {
    for await (const text of linesOf(response.body ?? new ReadableStream())) {
      const line = importLineSchema.safeParse(jsonOf(text));
      if (!line.success) return failing(failed('unreadable'));
      ended = line.data.kind !== 'progress';
      onLine(line.data);
    }
  } catch {
    return failing(failed('unreachable'));
  }
  return ended ? { ok: true, value: null } : failing(failed('unreachable'));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function jsonIn(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

async function problemIn(response: Response): Promise<Problem | null> {
  const parsed = problemSchema.safeParse(await jsonIn(response));
  return parsed.success ? parsed.data : null;
}
