// Messages of channels and chats: Bot Framework activities kept whole, numbered so that a page can ask what is new.
import type { EventEmitter } from 'node:events';
import { type Database, integer, type Row, text } from './database.ts';
import type { ActivityBody, StoredActivity, TenantEvents } from './types.ts';

export interface Conversations {
  /** An id as Teams makes them, milliseconds as text, higher than any before. */
  newId(): string;
  /** Keeps the activity under a new id (or the one given) and sets the activity's own `id` to it. */
  add(conversationId: string, activity: ActivityBody, options?: { readonly id?: string }): StoredActivity;
  update(conversationId: string, activityId: string, activity: ActivityBody): StoredActivity | undefined;
  remove(conversationId: string, activityId: string): StoredActivity | undefined;
  get(conversationId: string, activityId: string): StoredActivity | undefined;
  /** Oldest first, without the deleted. */
  list(conversationId: string): readonly StoredActivity[];
  /** A channel with all its threads (`channelId;messageid=...`), oldest first, without the deleted. */
  listChannel(channelId: string): readonly StoredActivity[];
  /** Everything added, changed or deleted after a sequence number, in that order. */
  since(sequence: number): readonly StoredActivity[];
  latestSequence(): number;
}

interface Needs {
  readonly db: Database;
  readonly events: EventEmitter<TenantEvents>;
  readonly now: () => Date;
}

const nextSequence = '(SELECT coalesce(max(sequence), 0) + 1 FROM activities)';

export function createConversations({ db, events, now }: Needs): Conversations {
  let lastId = integer(db.one('SELECT coalesce(max(CAST(id AS INTEGER)), 0) AS last FROM activities') ?? {}, 'last');
  const newId = (): string => {
    lastId = Math.max(lastId + 1, now().getTime());
    return String(lastId);
  };
  const get = (conversationId: string, id: string): StoredActivity | undefined => {
    const row = db.one(
      'SELECT * FROM activities WHERE conversation_id = ? AND id = ? AND deleted = 0',
      conversationId,
      id,
    );
    return row === undefined ? undefined : toActivity(row);
  };
  const announce = (conversationId: string, id: string): StoredActivity => {
    const row = db.one('SELECT * FROM activities WHERE conversation_id = ? AND id = ?', conversationId, id);
    if (row === undefined) throw new Error('An activity that was just written is not there.');
    const stored = toActivity(row);
    events.emit('activityChanged', stored);
    return stored;
  };
  return {
    newId,
    add: (conversationId, activity, options = {}) => {
      const id = options.id ?? newId();
      const at = now().toISOString();
      db.run(
        `INSERT INTO activities (conversation_id, id, sequence, channel_id, sent_at, changed_at, activity) VALUES (?, ?, ${nextSequence}, ?, ?, ?, ?)`,
        conversationId,
        id,
        conversationId.split(';')[0] ?? conversationId,
        at,
        at,
        JSON.stringify({ ...activity, id }),
      );
      return announce(conversationId, id);
    },
    update: (conversationId, id, activity) => {
      if (get(conversationId, id) === undefined) return undefined;
      db.run(
        `UPDATE activities SET activity = ?, changed_at = ?, sequence = ${nextSequence} WHERE conversation_id = ? AND id = ?`,
        JSON.stringify({ ...activity, id }),
        now().toISOString(),
        conversationId,
        id,
      );
      return announce(conversationId, id);
    },
    remove: (conversationId, id) => {
      if (get(conversationId, id) === undefined) return undefined;
      db.run(
        `UPDATE activities SET deleted = 1, activity = '{}', changed_at = ?, sequence = ${nextSequence} WHERE conversation_id = ? AND id = ?`,
        now().toISOString(),
        conversationId,
        id,
      );
      return announce(conversationId, id);
    },
    get,
    list: (conversationId) =>
      db
        .all(
          'SELECT * FROM activities WHERE conversation_id = ? AND deleted = 0 ORDER BY CAST(id AS INTEGER)',
          conversationId,
        )
        .map(toActivity),
    listChannel: (channelId) =>
      db
        .all('SELECT * FROM activities WHERE channel_id = ? AND deleted = 0 ORDER BY CAST(id AS INTEGER)', channelId)
        .map(toActivity),
    since: (sequence) =>
      db.all('SELECT * FROM activities WHERE sequence > ? ORDER BY sequence', sequence).map(toActivity),
    latestSequence: () =>
      integer(db.one('SELECT coalesce(max(sequence), 0) AS latest FROM activities') ?? {}, 'latest'),
  };
}

function toActivity(row: Row): StoredActivity {
  return {
    sequence: integer(row, 'sequence'),
    id: text(row, 'id'),
    conversationId: text(row, 'conversation_id'),
    sentAt: text(row, 'sent_at'),
    changedAt: text(row, 'changed_at'),
    deleted: integer(row, 'deleted') === 1,
    activity: JSON.parse(text(row, 'activity')) as ActivityBody,
  };
}
