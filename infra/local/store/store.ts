// Everything the tenant remembers, behind one record. Writes are committed when a function returns; events follow the commit.
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { TenantDefinition } from '../tenant-definition.ts';
import { type Calendars, createCalendars } from './calendars.ts';
import { type Conversations, createConversations } from './conversations.ts';
import { type Database, openDatabase, text } from './database.ts';
import { createDirectory, type Directory } from './directory.ts';
import { createDrives, type Drives } from './drives.ts';
import { createGuests } from './guests.ts';
import { createItems, type Items } from './items.ts';
import { createLists, type Lists } from './lists.ts';
import { createMail, type Mail } from './mail.ts';
import { createSharing, type Sharing } from './sharing.ts';
import { createSiteGrants, type SiteGrants } from './site-grants.ts';
import { createSites, type Sites } from './sites.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions.ts';
import type { TenantEvents } from './types.ts';

/** Small texts that outlive a restart. */
export interface Meta {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
}

export interface Store {
  readonly definition: TenantDefinition;
  readonly now: () => Date;
  readonly events: EventEmitter<TenantEvents>;
  readonly meta: Meta;
  readonly directory: Directory;
  readonly sites: Sites;
  readonly siteGrants: SiteGrants;
  readonly lists: Lists;
  readonly items: Items;
  readonly drives: Drives;
  readonly sharing: Sharing;
  readonly mail: Mail;
  readonly calendars: Calendars;
  readonly conversations: Conversations;
  readonly subscriptions: Subscriptions;
  /** Differs between two data files, so that a delta token of one is unknown to the other. */
  readonly epoch: string;
  close(): void;
}

export interface StoreOptions {
  readonly definition: TenantDefinition;
  /** A path, or `:memory:`. */
  readonly dataFile: string;
  readonly now: () => Date;
  /** Throw away what the file holds. */
  readonly fresh?: boolean;
}

export function openStore({ definition, dataFile, now, fresh = false }: StoreOptions): Store {
  const db = openDatabase(dataFile, fresh);
  const { sharePointHost } = definition;
  const events = new EventEmitter<TenantEvents>();
  const meta = createMeta(db);
  const directory = createDirectory(definition, createGuests(db));
  const sites = createSites(db, definition, now);
  const siteGrants = createSiteGrants(db);
  const lists = createLists({ db, sites, sharePointHost, now });
  const items = createItems({ db, lists, events, now });
  const drives = createDrives({ db, lists, sites, events, now });
  const sharing = createSharing({ db, directory, drives, sharePointHost, now });
  const mail = createMail({ db, events, now });
  const calendars = createCalendars(db);
  const conversations = createConversations({ db, events, now });
  const subscriptions = createSubscriptions({ db, now });
  const epoch = meta.get('epoch') ?? randomUUID();
  meta.set('epoch', epoch);
  const close = (): void => db.close();
  return {
    definition,
    now,
    events,
    meta,
    directory,
    sites,
    siteGrants,
    lists,
    items,
    drives,
    sharing,
    mail,
    calendars,
    conversations,
    subscriptions,
    epoch,
    close,
  };
}

function createMeta(db: Database): Meta {
  return {
    get: (key) => {
      const row = db.one('SELECT value FROM meta WHERE key = ?', key);
      return row === undefined ? undefined : text(row, 'value');
    },
    set: (key, value) =>
      db.run(
        'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        key,
        value,
      ),
  };
}
