import { z } from 'zod';
import { ok } from '#domain/result.ts';
import type { ItemQuery } from '../store/types.ts';
import { type GraphCall, graphUrl, type Outcome, type Route } from './call.ts';
import { parseFilter } from './filter/parse.ts';
import { fieldsShape, itemContentType, itemContext, itemShape } from './list-shapes.ts';
import { parseOrder } from './order-by.ts';
import { nextLink, pageMarkOf } from './paging.ts';
import { parseBody } from './parse-body.ts';
import { fieldsWanted, pageSize, selectProperties } from './query-options.ts';
import { itemListOf, itemOf } from './resolve.ts';

const items = '/sites/{site}/lists/{list}/items';

export const itemRoutes: readonly Route[] = [
  {
    method: 'GET',
    pattern: items,
    needs: 'read sites',
    units: 2,
    options: ['$expand', '$select', '$filter', '$orderby', '$top', '$skiptoken'],
    handle: getItems,
  },
  { method: 'POST', pattern: items, needs: 'write items', units: 2, body: 'json', handle: postItem },
  {
    method: 'GET',
    pattern: `${items}/{item}`,
    needs: 'read sites',
    units: 1,
    options: ['$expand', '$select'],
    handle: getItem,
  },
  {
    method: 'PATCH',
    pattern: `${items}/{item}/fields`,
    needs: 'write items',
    units: 2,
    body: 'json',
    handle: patchFields,
  },
  { method: 'DELETE', pattern: `${items}/{item}`, needs: 'write items', units: 2, handle: deleteItem },
];

const usualPage = 200;
const longestPage = 5000;

function getItems(call: GraphCall): Outcome {
  const list = itemListOf(call, 'read');
  if (!list.ok) return list;
  const fields = fieldsWanted(call.options);
  if (!fields.ok) return fields;
  const top = pageSize(call.options, usualPage, longestPage);
  if (!top.ok) return top;
  const orderBy = parseOrder(call.options.get('$orderby'));
  if (!orderBy.ok) return orderBy;
  const after = pageMarkOf(call.options, orderBy.value);
  if (!after.ok) return after;
  const filterText = call.options.get('$filter');
  const filter = filterText === undefined ? undefined : parseFilter(filterText);
  if (filter !== undefined && !filter.ok) return filter;
  const query: ItemQuery = {
    top: top.value,
    orderBy: orderBy.value,
    allowNonIndexed: /HonorNonIndexedQueriesWarningMayFailRandomly/i.test(call.header('prefer') ?? ''),
    ...(after.value === undefined ? {} : { after: after.value }),
    ...(filter === undefined ? {} : { filter: filter.value }),
  };
  const page = call.store.items.query(list.value.id, query);
  if (!page.ok) return page;
  const value: unknown[] = [];
  for (const item of page.value.items) {
    const selected = selectProperties(itemShape(call.store, list.value, item, fields.value), call.options, ['fields']);
    if (!selected.ok) return selected;
    value.push(selected.value);
  }
  const { next } = page.value;
  const link = next === null ? {} : { '@odata.nextLink': nextLink(call, next, orderBy.value) };
  return ok({ status: 200, body: { '@odata.context': itemContext(list.value, ''), ...link, value } });
}

const newItem = z.strictObject({
  fields: z.record(z.string(), z.unknown()).optional(),
  contentType: z.strictObject({ id: z.literal(itemContentType.id) }).optional(),
});

function postItem(call: GraphCall): Outcome {
  const list = itemListOf(call, 'write');
  if (!list.ok) return list;
  const body = parseBody(newItem, call.body, 'listItem');
  if (!body.ok) return body;
  const made = call.store.items.create(list.value.id, body.value.fields ?? {}, { actor: call.actor });
  if (!made.ok) return made;
  const shape = itemShape(call.store, list.value, made.value, 'all');
  return ok({ status: 201, body: { '@odata.context': itemContext(list.value, '/$entity'), ...shape } });
}

function getItem(call: GraphCall): Outcome {
  const found = itemOf(call, 'read');
  if (!found.ok) return found;
  const { list, item } = found.value;
  const fields = fieldsWanted(call.options);
  if (!fields.ok) return fields;
  const selected = selectProperties(itemShape(call.store, list, item, fields.value), call.options, ['fields']);
  if (!selected.ok) return selected;
  const headers = { ETag: item.etag };
  return ok({ status: 200, headers, body: { '@odata.context': itemContext(list, '/$entity'), ...selected.value } });
}

function patchFields(call: GraphCall): Outcome {
  const found = itemOf(call, 'write');
  if (!found.ok) return found;
  const { list, item } = found.value;
  const body = parseBody(z.record(z.string(), z.unknown()), call.body, 'fieldValueSet');
  if (!body.ok) return body;
  const changed = call.store.items.update(list.id, item.id, body.value, writeOptions(call));
  if (!changed.ok) return changed;
  const context = `${graphUrl}/$metadata#sites('${encodeURIComponent(list.siteId)}')/lists('${list.id}')/items('${item.id}')/fields/$entity`;
  return ok({
    status: 200,
    body: { '@odata.context': context, ...fieldsShape(call.store, list, changed.value, 'all') },
  });
}

function deleteItem(call: GraphCall): Outcome {
  const found = itemOf(call, 'write');
  if (!found.ok) return found;
  const removed = call.store.items.remove(found.value.list.id, found.value.item.id, writeOptions(call));
  return removed.ok ? ok({ status: 204 }) : removed;
}

function writeOptions(call: GraphCall): { actor: GraphCall['actor']; ifMatch?: string } {
  const ifMatch = call.header('if-match');
  return { actor: call.actor, ...(ifMatch === undefined ? {} : { ifMatch }) };
}
