import { z } from 'zod';
import { ok } from '#domain/result.ts';
import { itemNotFound, notKnown } from '../store/problem.ts';
import type { List, NewColumn } from '../store/types.ts';
import { type GraphCall, graphUrl, type Outcome, type Route } from './call.ts';
import { columnDefinition, toNewColumn } from './column-definition.ts';
import { parseDisplayNameFilter } from './filter/display-name.ts';
import { listShape, siteShape } from './list-shapes.ts';
import { parseBody } from './parse-body.ts';
import { listOf, openSite, siteOf } from './resolve.ts';

export const siteRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/sites/{site}', needs: 'read sites', units: 1, handle: getSite },
  { method: 'GET', pattern: '/groups/{group}/sites/root', needs: 'read sites', units: 1, handle: getGroupSite },
  {
    method: 'GET',
    pattern: '/sites/{site}/lists',
    needs: 'read sites',
    units: 2,
    options: ['$filter'],
    handle: getLists,
  },
  { method: 'POST', pattern: '/sites/{site}/lists', needs: 'create lists', units: 2, body: 'json', handle: postList },
  { method: 'GET', pattern: '/sites/{site}/lists/{list}', needs: 'read sites', units: 1, handle: getList },
  { method: 'DELETE', pattern: '/sites/{site}/lists/{list}', needs: 'delete lists', units: 2, handle: deleteList },
];

function getSite(call: GraphCall): Outcome {
  const site = siteOf(call, 'read');
  if (!site.ok) return site;
  return ok({
    status: 200,
    body: { '@odata.context': `${graphUrl}/$metadata#sites/$entity`, ...siteShape(site.value) },
  });
}

function getGroupSite(call: GraphCall): Outcome {
  const found = call.store.sites.ofTeam(call.params['group'] ?? '');
  if (found === undefined) return itemNotFound('Requested site could not be found');
  const site = openSite(call, found, 'read');
  if (!site.ok) return site;
  return ok({
    status: 200,
    body: { '@odata.context': `${graphUrl}/$metadata#sites/$entity`, ...siteShape(site.value) },
  });
}

function getLists(call: GraphCall): Outcome {
  const site = siteOf(call, 'read');
  if (!site.ok) return site;
  const filter = call.options.get('$filter');
  const wanted = filter === undefined ? ok(null) : parseDisplayNameFilter(filter);
  if (!wanted.ok) return wanted;
  const name = wanted.value?.toLowerCase();
  const lists = call.store.lists
    .of(site.value.id)
    .filter((list) => name === undefined || list.displayName.toLowerCase() === name);
  return ok({ status: 200, body: { '@odata.context': `${graphUrl}/$metadata#lists`, value: lists.map(listShape) } });
}

function answerList(status: number, list: List): Outcome {
  return ok({ status, body: { '@odata.context': `${graphUrl}/$metadata#lists/$entity`, ...listShape(list) } });
}

const listBody = z.strictObject({
  displayName: z.string().min(1).max(255),
  description: z.string().optional(),
  columns: z.array(columnDefinition).optional(),
  list: z.strictObject({ template: z.string().optional() }).optional(),
});

function postList(call: GraphCall): Outcome {
  const site = siteOf(call, 'write');
  if (!site.ok) return site;
  const body = parseBody(listBody, call.body, 'list');
  if (!body.ok) return body;
  const { displayName, description, columns = [], list } = body.value;
  const template = list?.template ?? 'genericList';
  if (template !== 'genericList') return notKnown(`the list template '${template}'; it makes genericList`);
  const wanted: NewColumn[] = [];
  for (const column of columns) {
    const read = toNewColumn(column);
    if (!read.ok) return read;
    wanted.push(read.value);
  }
  const made = call.store.lists.create(site.value.id, {
    displayName,
    columns: wanted,
    ...(description === undefined ? {} : { description }),
  });
  return made.ok ? answerList(201, made.value) : made;
}

function getList(call: GraphCall): Outcome {
  const list = listOf(call, 'read');
  return list.ok ? answerList(200, list.value) : list;
}

function deleteList(call: GraphCall): Outcome {
  const list = listOf(call, 'write');
  if (!list.ok) return list;
  const removed = call.store.lists.remove(list.value.id);
  return removed.ok ? ok({ status: 204 }) : removed;
}
