import { z } from 'zod';
import type { Graph } from './http.ts';

const Page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

/** Everything in a collection, however many pages it comes in. */
export async function readPages<T>(graph: Graph, path: string, shape: z.ZodType<T>): Promise<readonly T[]> {
  const all: T[] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const page: z.infer<typeof Page> = Page.parse(await graph.get(next));
    all.push(...page.value.map((one) => shape.parse(one)));
    next = page['@odata.nextLink'];
  }
  return all;
}
