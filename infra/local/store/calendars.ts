// Calendars: one for each mailbox, its events kept whole. Times are instants; what an event says of its time zone stands in it.
import { type Database, type Row, text } from './database.ts';

export interface CalendarEvent {
  readonly id: string;
  /** The address of the person or shared mailbox whose calendar it is. */
  readonly mailbox: string;
  readonly transactionId: string | null;
  readonly subject: string;
  readonly contentType: 'text' | 'html';
  readonly content: string;
  /** ISO, UTC; the end itself belongs to the event no more. */
  readonly beginsAt: string;
  readonly endsAt: string;
  /** As the app named it. */
  readonly startZone: string;
  readonly endZone: string;
  readonly isAllDay: boolean;
  readonly location: string;
  readonly attendees: readonly CalendarAttendee[];
  readonly createdAt: string;
  readonly changedAt: string;
  /** Goes up with every change. */
  readonly version: number;
}

export interface CalendarAttendee {
  readonly address: string;
  readonly name: string;
  readonly type: 'required' | 'optional' | 'resource';
}

export interface Calendars {
  /** By their beginning. */
  of(mailbox: string): readonly CalendarEvent[];
  /** Those of which something lies in between, by their beginning. */
  between(mailbox: string, beginsAt: string, endsAt: string): readonly CalendarEvent[];
  get(mailbox: string, id: string): CalendarEvent | undefined;
  byTransaction(mailbox: string, transactionId: string): CalendarEvent | undefined;
  /** In place of the event with the same id, if there is one. */
  keep(event: CalendarEvent): void;
  remove(mailbox: string, id: string): void;
}

export function createCalendars(db: Database): Calendars {
  const read = (rows: readonly Row[]): readonly CalendarEvent[] =>
    rows.map((row) => JSON.parse(text(row, 'event')) as CalendarEvent);
  return {
    of: (mailbox) =>
      read(db.all('SELECT event FROM calendar_events WHERE mailbox = ? ORDER BY begins_at, rowid', mailbox)),
    between: (mailbox, beginsAt, endsAt) =>
      read(
        db.all(
          'SELECT event FROM calendar_events WHERE mailbox = ? AND begins_at < ? AND ends_at > ? ORDER BY begins_at, rowid',
          mailbox,
          endsAt,
          beginsAt,
        ),
      ),
    get: (mailbox, id) =>
      read(db.all('SELECT event FROM calendar_events WHERE mailbox = ? AND id = ?', mailbox, id))[0],
    byTransaction: (mailbox, transactionId) =>
      read(
        db.all('SELECT event FROM calendar_events WHERE mailbox = ? AND transaction_id = ?', mailbox, transactionId),
      )[0],
    keep: (event) =>
      db.run(
        `INSERT INTO calendar_events (id, mailbox, transaction_id, begins_at, ends_at, event) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET begins_at = excluded.begins_at, ends_at = excluded.ends_at, event = excluded.event`,
        event.id,
        event.mailbox,
        event.transactionId,
        event.beginsAt,
        event.endsAt,
        JSON.stringify(event),
      ),
    remove: (mailbox, id) => db.run('DELETE FROM calendar_events WHERE mailbox = ? AND id = ?', mailbox, id),
  };
}
