// Listens to what goes to Microsoft Graph. The parts of a batch are calls of their own.
import { z } from 'zod';

export interface Exchange {
  readonly method: string;
  /** After the version, without its query. */
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

const Batch = z.object({ requests: z.array(z.object({ id: z.string(), method: z.string(), url: z.string() })) });
const BatchAnswer = z.object({
  responses: z.array(z.object({ id: z.string(), status: z.number(), body: z.unknown().optional() })),
});

export function recordGraph(send: typeof fetch): { readonly fetch: typeof fetch; readonly heard: readonly Exchange[] } {
  const heard: Exchange[] = [];
  return {
    heard,
    async fetch(input, init) {
      const answer = await send(input, init);
      const url = new URL(new Request(input).url);
      if (url.host !== 'graph.microsoft.com') return answer;
      const isJson = answer.headers.get('content-type')?.includes('json') === true;
      const body: unknown = isJson ? await answer.clone().json() : null;
      const path = decodeURIComponent(url.pathname.replace(/^\/v1\.0/, ''));
      heard.push({ method: init?.method ?? 'GET', path, status: answer.status, body });
      if (path === '/$batch' && answer.ok && typeof init?.body === 'string') heard.push(...partsOf(init.body, body));
      return answer;
    },
  };
}

function partsOf(asked: string, answered: unknown): readonly Exchange[] {
  const { responses } = BatchAnswer.parse(answered);
  return Batch.parse(JSON.parse(asked)).requests.map(({ id, method, url }) => {
    const answer = responses.find((one) => one.id === id);
    const path = decodeURIComponent(url.replace(/\?.*$/s, ''));
    return { method, path, status: answer?.status ?? 0, body: answer?.body ?? null };
  });
}

const collections = 'sites|lists|items|columns|drives|groups|teams|users|subscriptions';

/** The call as Microsoft's list of permissions writes it, e.g. `GET /sites/{id}/lists`. */
export const templateOf = ({ method, path }: Pick<Exchange, 'method' | 'path'>): string =>
  `${method} ${path
    .replace(/^\/sites\/[^/:]+:\/[^:]+/, '/sites/{id}:/{id}')
    .replace(/\/root:\/[^:]*:/, '/items/{id}:/{id}:')
    .replace(new RegExp(`/(${collections})/(?!delta$)[^/:]+`, 'g'), '/$1/{id}')
    .toLowerCase()}`;
