// What changed in a list since a token. The token carries where one stands and which fields were asked for.
import { ok, type Result } from '#domain/result.ts';
import { refuse } from '../store/problem.ts';
import type { ItemChange, List, Problem } from '../store/types.ts';
import { type GraphCall, graphUrl, type Outcome, type Route } from './call.ts';
import { decode, encode, enumerationUrl, type Position } from './delta-token.ts';
import { deletedItemShape, itemContext, itemShape } from './list-shapes.ts';
import { fieldsWanted, pageSize } from './query-options.ts';
import { itemListOf } from './resolve.ts';

export const deltaRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: '/sites/{site}/lists/{list}/items/delta',
    needs: 'read sites',
    units: (options) => (options.has('token') ? 1 : 2),
    options: ['token', '$expand', '$top'],
    handle: getDelta,
  },
];

const usualPage = 200;
const longestPage = 5000;

function getDelta(call: GraphCall): Outcome {
  const list = itemListOf(call, 'read');
  if (!list.ok) return list;
  const from = positionOf(call, list.value);
  if (!from.ok) return from;
  const options = optionsOf(call, from.value);
  const fields = fieldsWanted(options);
  if (!fields.ok) return fields;
  const size = pageSize(options, usualPage, longestPage);
  if (!size.ok) return size;
  const latest = call.options.get('token') === 'latest';
  const found = latest ? [] : call.store.items.changesSince(list.value.id, from.value.after, size.value + 1);
  const page = found.slice(0, size.value);
  const more = found.length > page.length;
  const value = page
    .filter((change) => isNews(change, from.value.began))
    .map((change) =>
      change.kind === 'deleted'
        ? deletedItemShape(list.value, change.id)
        : itemShape(call.store, list.value, change.item, fields.value),
    );
  const after = page.at(-1)?.sequence ?? from.value.after;
  // Once all is told, whatever goes later was shown before.
  const next: Position = {
    ...from.value,
    after,
    began: more ? from.value.began : 0,
    expand: options.get('$expand') ?? null,
    top: options.get('$top') ?? null,
  };
  const link = `${graphUrl}${call.path}?token=${encode(next)}`;
  return ok({
    status: 200,
    body: {
      '@odata.context': itemContext(list.value, ''),
      [more ? '@odata.nextLink' : '@odata.deltaLink']: link,
      value,
    },
  });
}

function isNews(change: ItemChange, began: number): boolean {
  return change.kind === 'present' || change.sequence > began;
}

/** Options given now go before those that the token carries. */
function optionsOf(call: GraphCall, from: Position): ReadonlyMap<string, string> {
  const options = new Map(call.options);
  if (from.expand !== null && !options.has('$expand')) options.set('$expand', from.expand);
  if (from.top !== null && !options.has('$top')) options.set('$top', from.top);
  return options;
}

function positionOf(call: GraphCall, list: List): Result<Position, Problem> {
  const { items, epoch } = call.store;
  const token = call.options.get('token');
  const latest = items.latestSequence();
  const start = { epoch, list: list.id, expand: null, top: null };
  if (token === undefined) return ok({ ...start, after: 0, began: latest });
  if (token === 'latest') return ok({ ...start, after: latest, began: 0 });
  const found = decode(token);
  if (found === null || found.epoch !== epoch || found.list !== list.id || found.after > latest) {
    return refuse({
      status: 410,
      code: 'resyncChangesApplyDifferences',
      message:
        "Resync required. Replace any local items with the server's version (including deletes) by following the Location.",
      headers: { Location: enumerationUrl(call.path, call.options) },
    });
  }
  return ok(found);
}
