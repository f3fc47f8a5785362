import { ok, type Result } from '#domain/result.ts';
import { itemNotFound } from '../store/problem.ts';
import type { Column, List, Problem } from '../store/types.ts';
import { type GraphCall, graphUrl, type Outcome, type Route } from './call.ts';
import { columnDefinition, columnShape, parseColumnChanges, toNewColumn } from './column-definition.ts';
import { parseBody } from './parse-body.ts';
import { listOf } from './resolve.ts';

export const columnRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/sites/{site}/lists/{list}/columns', needs: 'read sites', units: 2, handle: getColumns },
  {
    method: 'POST',
    pattern: '/sites/{site}/lists/{list}/columns',
    needs: 'change columns',
    units: 2,
    body: 'json',
    handle: postColumn,
  },
  {
    method: 'GET',
    pattern: '/sites/{site}/lists/{list}/columns/{column}',
    needs: 'read sites',
    units: 1,
    handle: getColumn,
  },
  {
    method: 'PATCH',
    pattern: '/sites/{site}/lists/{list}/columns/{column}',
    needs: 'change columns',
    units: 2,
    body: 'json',
    handle: patchColumn,
  },
  {
    method: 'DELETE',
    pattern: '/sites/{site}/lists/{list}/columns/{column}',
    needs: 'change columns',
    units: 2,
    handle: deleteColumn,
  },
];

/** What SharePoint adds to every list by itself and keeps by itself. */
const systemColumns = [
  { name: 'Created', displayName: 'Created', dateTime: { displayAs: 'default', format: 'dateTime' } },
  { name: 'Modified', displayName: 'Modified', dateTime: { displayAs: 'default', format: 'dateTime' } },
  {
    name: 'Author',
    displayName: 'Created By',
    personOrGroup: { allowMultipleSelection: false, chooseFromType: 'peopleOnly' },
  },
  {
    name: 'Editor',
    displayName: 'Modified By',
    personOrGroup: { allowMultipleSelection: false, chooseFromType: 'peopleOnly' },
  },
];

function getColumns(call: GraphCall): Outcome {
  const list = listOf(call, 'read');
  if (!list.ok) return list;
  const own = call.store.lists.columns(list.value.id).map(columnShape);
  const system = systemColumns.map((column) => ({
    ...column,
    id: `${list.value.id}-${column.name}`,
    columnGroup: '_Hidden',
    enforceUniqueValues: false,
    hidden: false,
    indexed: false,
    readOnly: true,
    required: false,
  }));
  return ok({ status: 200, body: { '@odata.context': `${graphUrl}/$metadata#columns`, value: [...own, ...system] } });
}

function columnOf(call: GraphCall, use: 'read' | 'write'): Result<{ list: List; column: Column }, Problem> {
  const list = listOf(call, use);
  if (!list.ok) return list;
  const wanted = call.params['column'];
  const column = call.store.lists.columns(list.value.id).find(({ id, name }) => id === wanted || name === wanted);
  return column === undefined ? itemNotFound('The specified column was not found') : ok({ list: list.value, column });
}

function answerColumn(status: number, column: Column): Outcome {
  return ok({ status, body: { '@odata.context': `${graphUrl}/$metadata#columns/$entity`, ...columnShape(column) } });
}

function getColumn(call: GraphCall): Outcome {
  const found = columnOf(call, 'read');
  return found.ok ? answerColumn(200, found.value.column) : found;
}

function postColumn(call: GraphCall): Outcome {
  const list = listOf(call, 'write');
  if (!list.ok) return list;
  const body = parseBody(columnDefinition, call.body, 'columnDefinition');
  if (!body.ok) return body;
  const column = toNewColumn(body.value);
  if (!column.ok) return column;
  const made = call.store.lists.addColumn(list.value.id, column.value);
  return made.ok ? answerColumn(201, made.value) : made;
}

function patchColumn(call: GraphCall): Outcome {
  const found = columnOf(call, 'write');
  if (!found.ok) return found;
  const changes = parseColumnChanges(call.body, found.value.column);
  if (!changes.ok) return changes;
  const changed = call.store.lists.changeColumn(found.value.list.id, found.value.column.id, changes.value);
  return changed.ok ? answerColumn(200, changed.value) : changed;
}

function deleteColumn(call: GraphCall): Outcome {
  const found = columnOf(call, 'write');
  if (!found.ok) return found;
  const removed = call.store.lists.removeColumn(found.value.list.id, found.value.column.id);
  return removed.ok ? ok({ status: 204 }) : removed;
}
