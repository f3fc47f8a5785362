import { randomUUID } from 'node:crypto';
import { type Database, type Row, text } from './database.ts';

/** Who wants to be told of changes to a list, and where. */
export interface Subscription {
  readonly id: string;
  /** The app that made it; nobody else sees it. */
  readonly appId: string;
  /** The person in whose name it was made; null for the app's own. */
  readonly userId: string | null;
  /** As the app wrote it: sites/{id}/lists/{id}. */
  readonly resource: string;
  readonly listId: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly clientState: string | null;
  readonly latestSupportedTlsVersion: string | null;
  /** ISO, UTC. */
  readonly expiresAt: string;
  /** It was told to authorise itself again, and hears nothing until it has. */
  readonly paused: boolean;
}

/** Subscriptions whose time has not run out; the others are as good as gone. */
export interface Subscriptions {
  ofApp(appId: string): readonly Subscription[];
  ofList(listId: string): readonly Subscription[];
  get(id: string): Subscription | undefined;
  create(subscription: Omit<Subscription, 'id' | 'paused'>): Subscription;
  change(id: string, changes: Partial<Pick<Subscription, 'expiresAt' | 'paused'>>): Subscription | undefined;
  remove(id: string): void;
  /** As after a fault of Microsoft's own: none is left. */
  forgetAll(): void;
}

interface Needs {
  readonly db: Database;
  readonly now: () => Date;
}

export function createSubscriptions({ db, now }: Needs): Subscriptions {
  const live = (rows: readonly Row[]): readonly Subscription[] => {
    const moment = now().getTime();
    return rows
      .map((row) => JSON.parse(text(row, 'subscription')) as Subscription)
      .filter(({ expiresAt }) => Date.parse(expiresAt) > moment);
  };
  const get = (id: string): Subscription | undefined =>
    live(db.all('SELECT subscription FROM subscriptions WHERE id = ?', id))[0];
  return {
    ofApp: (appId) => live(db.all('SELECT subscription FROM subscriptions WHERE app_id = ? ORDER BY rowid', appId)),
    ofList: (listId) => live(db.all('SELECT subscription FROM subscriptions WHERE list_id = ? ORDER BY rowid', listId)),
    get,
    create: (wanted) => {
      const made: Subscription = { ...wanted, id: randomUUID(), paused: false };
      db.run(
        'INSERT INTO subscriptions (id, app_id, list_id, subscription) VALUES (?, ?, ?, ?)',
        made.id,
        made.appId,
        made.listId,
        JSON.stringify(made),
      );
      return made;
    },
    change: (id, changes) => {
      const before = get(id);
      if (before === undefined) return undefined;
      const after: Subscription = { ...before, ...changes };
      db.run('UPDATE subscriptions SET subscription = ? WHERE id = ?', JSON.stringify(after), id);
      return after;
    },
    remove: (id) => db.run('DELETE FROM subscriptions WHERE id = ?', id),
    forgetAll: () => db.run('DELETE FROM subscriptions'),
  };
}
