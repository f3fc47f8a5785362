import { ok } from '#domain/result.ts';
import { invalidRequest, itemNotFound, notKnown } from '../store/problem.ts';
import type { DriveItem } from '../store/types.ts';
import { type GraphCall, graphUrl, type Outcome, type Route } from './call.ts';
import { downloadUrl } from './download.ts';
import { driveItemShape, driveShape } from './drive-shapes.ts';
import { driveItemOf, driveOf, siteOf } from './resolve.ts';

const conflictBehaviour = '@microsoft.graph.conflictBehavior';

export const driveRoutes: readonly Route[] = [
  { method: 'GET', pattern: '/sites/{site}/drive', needs: 'read files', units: 1, handle: getSiteDrive },
  { method: 'GET', pattern: '/sites/{site}/drives', needs: 'read files', units: 2, handle: getSiteDrives },
  { method: 'GET', pattern: '/drives/{drive}', needs: 'read files', units: 1, handle: getDrive },
  {
    method: 'PUT',
    pattern: '/drives/{drive}/root:/{path*}:/content',
    needs: 'write files',
    units: 2,
    options: [conflictBehaviour],
    body: 'bytes',
    handle: putContent,
  },
  {
    method: 'GET',
    pattern: '/drives/{drive}/root:/{path*}:/content',
    needs: 'read files',
    units: 1,
    handle: getContent,
  },
  {
    method: 'GET',
    pattern: '/drives/{drive}/root:/{path*}:/children',
    needs: 'read files',
    units: 2,
    handle: getChildren,
  },
  { method: 'GET', pattern: '/drives/{drive}/root:/{path*}', needs: 'read files', units: 1, handle: getItem },
  { method: 'GET', pattern: '/drives/{drive}/root/children', needs: 'read files', units: 2, handle: getChildren },
  { method: 'GET', pattern: '/drives/{drive}/items/{item}', needs: 'read files', units: 1, handle: getItem },
  { method: 'DELETE', pattern: '/drives/{drive}/items/{item}', needs: 'write files', units: 2, handle: deleteItem },
  { method: 'GET', pattern: '/drives/{drive}/items/{item}/content', needs: 'read files', units: 1, handle: getContent },
  {
    method: 'GET',
    pattern: '/drives/{drive}/items/{item}/children',
    needs: 'read files',
    units: 2,
    handle: getChildren,
  },
];

const itemContext = `${graphUrl}/$metadata#driveItems/$entity`;

function getSiteDrive(call: GraphCall): Outcome {
  const site = siteOf(call, 'read');
  if (!site.ok) return site;
  const drive = call.store.drives.ofSite(site.value.id);
  if (drive === undefined) return itemNotFound('The specified drive was not found');
  return ok({ status: 200, body: { '@odata.context': `${graphUrl}/$metadata#drives/$entity`, ...driveShape(drive) } });
}

function getSiteDrives(call: GraphCall): Outcome {
  const site = siteOf(call, 'read');
  if (!site.ok) return site;
  const drive = call.store.drives.ofSite(site.value.id);
  const value = drive === undefined ? [] : [driveShape(drive)];
  return ok({ status: 200, body: { '@odata.context': `${graphUrl}/$metadata#drives`, value } });
}

function getDrive(call: GraphCall): Outcome {
  const drive = driveOf(call, 'read');
  if (!drive.ok) return drive;
  return ok({
    status: 200,
    body: { '@odata.context': `${graphUrl}/$metadata#drives/$entity`, ...driveShape(drive.value) },
  });
}

async function fileBody(call: GraphCall, item: DriveItem): Promise<Readonly<Record<string, unknown>>> {
  const shape = { '@odata.context': itemContext, ...driveItemShape(call.store, item) };
  return item.kind === 'folder'
    ? shape
    : { ...shape, '@microsoft.graph.downloadUrl': await downloadUrl(call.context, item) };
}

async function putContent(call: GraphCall): Promise<Outcome> {
  const drive = driveOf(call, 'write');
  if (!drive.ok) return drive;
  const { body } = call;
  if (!(body instanceof Uint8Array)) return invalidRequest('The request has no content.');
  const onConflict = call.options.get(conflictBehaviour) ?? 'replace';
  if (onConflict !== 'replace' && onConflict !== 'fail') return notKnown(`the conflict behaviour '${onConflict}'`);
  const ifMatch = call.header('if-match');
  const saved = call.store.drives.save(drive.value.id, call.params['path'] ?? '', body, {
    actor: call.actor,
    replace: onConflict === 'replace',
    ...(ifMatch === undefined ? {} : { ifMatch }),
  });
  if (!saved.ok) return saved;
  return ok({ status: saved.value.created ? 201 : 200, body: await fileBody(call, saved.value.item) });
}

async function getItem(call: GraphCall): Promise<Outcome> {
  const item = driveItemOf(call, 'read');
  return item.ok ? ok({ status: 200, body: await fileBody(call, item.value) }) : item;
}

async function getContent(call: GraphCall): Promise<Outcome> {
  const item = driveItemOf(call, 'read');
  if (!item.ok) return item;
  if (item.value.kind === 'folder') return invalidRequest('A folder has no content.');
  return ok({ status: 302, headers: { Location: await downloadUrl(call.context, item.value) } });
}

function getChildren(call: GraphCall): Outcome {
  const folder = driveItemOf(call, 'read');
  if (!folder.ok) return folder;
  const value = call.store.drives.children(folder.value.id).map((item) => driveItemShape(call.store, item));
  return ok({ status: 200, body: { '@odata.context': `${graphUrl}/$metadata#driveItems`, value } });
}

function deleteItem(call: GraphCall): Outcome {
  const item = driveItemOf(call, 'write');
  if (!item.ok) return item;
  const ifMatch = call.header('if-match');
  const removed = call.store.drives.remove(item.value, ifMatch === undefined ? {} : { ifMatch });
  return removed.ok ? ok({ status: 204 }) : removed;
}
