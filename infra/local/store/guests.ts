// Guests who came after the tenant was set up: invited, or made by sharing with an address that nobody had.
import { randomUUID } from 'node:crypto';
import type { TenantUser } from '../tenant-definition.ts';
import { type Database, text } from './database.ts';

export interface Guests {
  all(): readonly TenantUser[];
  /** Nobody of the tenant may have the address yet: the directory knows. */
  add(mail: string, displayName: string): TenantUser;
}

export function createGuests(db: Database): Guests {
  return {
    all: () =>
      db.all('SELECT guest FROM guests ORDER BY rowid').map((row) => JSON.parse(text(row, 'guest')) as TenantUser),
    add: (mail, displayName) => {
      const guest: TenantUser = { id: randomUUID(), displayName, mail, userType: 'Guest', jobTitle: '' };
      db.run('INSERT INTO guests (mail, guest) VALUES (?, ?)', mail, JSON.stringify(guest));
      return guest;
    },
  };
}
