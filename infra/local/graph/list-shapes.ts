// Sites, lists and items as Graph writes them.
import { identitySet, lookupIds } from './identities.ts';
import type { Store } from '../store/store.ts';
import type { Item, List, Site } from '../store/types.ts';
import { graphUrl } from './call.ts';
import type { FieldsWanted } from './query-options.ts';

type Json = Readonly<Record<string, unknown>>;

export function siteShape(site: Site): Json {
  return {
    createdDateTime: site.createdAt,
    id: site.id,
    lastModifiedDateTime: site.createdAt,
    name: site.path.slice(site.path.lastIndexOf('/') + 1),
    webUrl: site.webUrl,
    displayName: site.displayName,
  };
}

export function listShape(list: List): Json {
  return {
    createdDateTime: list.createdAt,
    description: list.description,
    displayName: list.displayName,
    id: list.id,
    lastModifiedDateTime: list.modifiedAt,
    name: list.name,
    parentReference: { siteId: list.siteId },
    webUrl: list.webUrl,
    list: { contentTypesEnabled: false, hidden: false, template: list.template },
  };
}

export const itemContentType = { id: '0x0100', name: 'Item' } as const;

export function itemShape(store: Store, list: List, item: Item, fields: FieldsWanted): Json {
  return {
    '@odata.etag': item.etag,
    createdDateTime: item.createdAt,
    eTag: item.etag,
    id: String(item.id),
    lastModifiedDateTime: item.modifiedAt,
    webUrl: `${list.webUrl}/${item.id}_.000`,
    createdBy: identitySet(store, item.createdBy),
    lastModifiedBy: identitySet(store, item.modifiedBy),
    parentReference: { id: list.id, siteId: list.siteId },
    contentType: itemContentType,
    ...(fields === null
      ? {}
      : {
          'fields@odata.context': itemContext(list, '/fields/$entity'),
          fields: fieldsShape(store, list, item, fields),
        }),
  };
}

export function fieldsShape(store: Store, list: List, item: Item, wanted: 'all' | readonly string[]): Json {
  const title = item.fields['Title'] ?? null;
  const all: Json = {
    ...item.fields,
    ...(title === null ? {} : { LinkTitle: title, LinkTitleNoMenu: title }),
    id: String(item.id),
    ContentType: itemContentType.name,
    Modified: item.modifiedAt,
    Created: item.createdAt,
    ...lookupIds(store, list.siteId, item.createdBy, 'Author'),
    ...lookupIds(store, list.siteId, item.modifiedBy, 'Editor'),
    _UIVersionString: `${item.version}.0`,
    Attachments: false,
    Edit: '',
    ItemChildCount: '0',
    FolderChildCount: '0',
    _ComplianceFlags: '',
  };
  const chosen =
    wanted === 'all'
      ? all
      : Object.fromEntries(wanted.filter((name) => Object.hasOwn(all, name)).map((name) => [name, all[name]]));
  return { '@odata.etag': item.etag, ...chosen };
}

export function deletedItemShape(list: List, id: number): Json {
  return {
    id: String(id),
    parentReference: { siteId: list.siteId },
    contentType: itemContentType,
    deleted: { state: 'deleted' },
  };
}

export function itemContext(list: List, ending: string): string {
  return `${graphUrl}/$metadata#sites('${encodeURIComponent(list.siteId)}')/lists('${list.id}')/items${ending}`;
}
