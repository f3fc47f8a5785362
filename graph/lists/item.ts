import { z } from 'zod';
import type { Cells } from './column.ts';
import { editorCell } from './fields.ts';

const Identity = z.object({ displayName: z.string().nullish() });

const Item = z.object({
  id: z.string(),
  eTag: z.string().optional(),
  '@odata.etag': z.string().optional(),
  fields: z.record(z.string(), z.unknown()).optional(),
  lastModifiedBy: z.object({ application: Identity.nullish(), user: Identity.nullish() }).nullish(),
  deleted: z.unknown().optional(),
});

/** A list item as it was read; `cells` is null when it has been deleted. */
export interface ListItem {
  readonly id: string;
  readonly etag: string;
  readonly cells: Cells | null;
}

/** One listItem of Graph's, asked for with its fields. Throws when it is none. */
export function readListItem(raw: unknown): ListItem {
  const item = Item.parse(raw);
  if (item.deleted !== undefined) return { id: item.id, etag: '', cells: null };
  const by = item.lastModifiedBy;
  return {
    id: item.id,
    etag: z.string().parse(item.eTag ?? item['@odata.etag']),
    cells: { ...item.fields, [editorCell]: by?.application ? null : (by?.user?.displayName ?? null) },
  };
}

/** The number after the comma of `"guid,3"`, which goes up with every change; undefined for an etag of another make. */
export function etagVersion(etag: string): number | undefined {
  const digits = /,(\d+)"?$/.exec(etag)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
