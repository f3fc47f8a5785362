import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { type Database, type Row, text } from './database.ts';
import type { MailMessage, TenantEvents } from './types.ts';

export interface Mail {
  /** Puts the message into the sender's sent items and every recipient's inbox. */
  send(message: Omit<MailMessage, 'id' | 'sentAt'>): MailMessage;
  /** Newest first. */
  inboxOf(address: string): readonly MailMessage[];
  /** Newest first. */
  sentBy(address: string): readonly MailMessage[];
}

interface Needs {
  readonly db: Database;
  readonly events: EventEmitter<TenantEvents>;
  readonly now: () => Date;
}

export function createMail({ db, events, now }: Needs): Mail {
  const read = (rows: Row[]): MailMessage[] => rows.map((row) => JSON.parse(text(row, 'message')) as MailMessage);
  return {
    send: (message) => {
      const sent: MailMessage = { ...message, id: randomUUID(), sentAt: now().toISOString() };
      db.transaction(() => {
        db.run(
          'INSERT INTO mail (id, number, sender, message) VALUES (?, (SELECT coalesce(max(number), 0) + 1 FROM mail), ?, ?)',
          sent.id,
          sent.from,
          JSON.stringify(sent),
        );
        for (const address of [...sent.to, ...sent.cc]) {
          db.run(
            'INSERT INTO mail_recipients (mail_id, address) VALUES (?, ?) ON CONFLICT DO NOTHING',
            sent.id,
            address,
          );
        }
      });
      events.emit('mailSent', sent);
      return sent;
    },
    inboxOf: (address) =>
      read(
        db.all(
          'SELECT message FROM mail JOIN mail_recipients ON mail_id = mail.id WHERE address = ? ORDER BY number DESC',
          address,
        ),
      ),
    sentBy: (address) => read(db.all('SELECT message FROM mail WHERE sender = ? ORDER BY number DESC', address)),
  };
}
