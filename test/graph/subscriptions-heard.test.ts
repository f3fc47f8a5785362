// What follows from a notification, from the tenant's own sending to the reading of the list.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { soon } from '#graph/subscriptions/soon.ts';
import { granted } from '../contract/records-contract.ts';
import { aSchool } from '../contract/rows.ts';
import { type NotifiedApp, standing, startNotifiedApp } from './support/notified-app.ts';
import { openTenantBench, type TenantBench } from './support/tenant-bench.ts';

const delta = '/sites/{site}/lists/{list}/items/delta';

describe('an app that is told of changes', () => {
  let bench: TenantBench;
  let app: NotifiedApp;
  let momentMs = 50;

  beforeAll(async () => {
    bench = await openTenantBench();
  });
  afterAll(() => bench.stop());

  const begin = async (): Promise<void> => {
    bench.tenant.store.subscriptions.forgetAll();
    app = await startNotifiedApp({ tenant: bench.tenant, graph: bench.anotherGraph(), momentMs });
    await app.notifications.look();
    await expect.poll(() => app.read.length, { timeout: 5000 }).toBe(3);
    app.read.length = 0;
    bench.tenant.requests.reset();
  };
  beforeEach(async () => {
    momentMs = 50;
    await begin();
  });
  afterEach(async () => {
    await app.stop();
    bench.empty();
  });

  const list = (title: string) => {
    const found = app.workspace.lists().find((one) => one.title === title);
    const subscription = standing(bench.tenant).find(({ resource }) => `/${resource}` === found?.listPath);
    if (!found || !subscription) throw new Error(`There is no subscription to ${title}.`);
    return { ...found, subscription, listId: subscription.listId };
  };
  const byHand = (title: string, key: string): void => {
    const path = app.workspace.lists().find((one) => one.title === title)?.listPath ?? '';
    const listId = path.slice(path.lastIndexOf('/') + 1);
    const written = bench.tenant.store.items.create(listId, { Title: key }, { actor: {} });
    if (!written.ok) throw new Error(written.error.message);
  };
  const quiet = async (): Promise<void> => {
    await expect.poll(() => bench.tenant.notifications.pending(), { timeout: 5000 }).toBe(0);
    // Longer than the moment within which tellings share a reading.
    await new Promise((resolve) => setTimeout(resolve, momentMs * 3));
  };
  const notification = (title: string, changes: object = {}) => {
    const { id, clientState, resource } = list(title).subscription;
    return { subscriptionId: id, clientState, resource, changeType: 'updated', ...changes };
  };

  it('reads the list that was told of, and no other', async () => {
    byHand('Form inbox', 'one');
    await expect.poll(() => app.workspace.lostForms.problems().length).toBe(1);
    await quiet();
    expect(app.read).toEqual(['Form inbox']);
    expect(bench.tenant.requests.byRoute()).toEqual({ [`GET ${delta}`]: 1 });
  });

  it('reads it once for ten notifications within a second', async () => {
    await app.stop();
    momentMs = 1000;
    await begin();
    for (let count = 0; count < 10; count += 1) {
      expect(app.notifications.take({ value: [notification('Form inbox')] })).toBe('accepted');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await expect.poll(() => app.read.length, { timeout: 5000 }).toBe(1);
    await quiet();
    expect(bench.tenant.requests.byRoute()).toEqual({ [`GET ${delta}`]: 1 });
  });

  it('takes several lists out of one notification, and a doubled one for what it is', async () => {
    bench.tenant.notifications.disturbNext({ kind: 'doubled', listId: list('Form inbox').listId, times: 1 });
    byHand('Form inbox', 'one');
    byHand('Schools', 'LARK');
    await quiet();
    expect(new Set(app.read)).toEqual(new Set(['Form inbox', 'Schools']));
    expect(app.workspace.lostForms.problems()).toHaveLength(1);
  });

  it('opens a school that somebody else wrote into the register', async () => {
    const other = await startNotifiedApp({ tenant: bench.tenant, graph: bench.anotherGraph() });
    granted(await other.workspace.schools.create(aSchool()));
    await expect.poll(() => openSchools(), { timeout: 10_000 }).toBe(1);
    await other.stop();
  });
  const openSchools = (): number => app.workspace.lists().filter(({ title }) => title === 'Cases').length;

  it('hears of a list that was told of before Graph had said the subscription’s id', () => {
    const early = notification('Schools', { subscriptionId: '00000000-0000-4000-8000-00000000dead' });
    expect(app.notifications.take({ value: [early] })).toBe('accepted');
  });

  describe('and is lied to', () => {
    it.each<[string, string, () => unknown]>([
      [
        'with a wrong client state',
        'wrong client state',
        () => ({ value: [notification('Schools', { clientState: 'guessed' })] }),
      ],
      [
        'with no client state',
        'wrong client state',
        () => ({ value: [notification('Schools', { clientState: undefined })] }),
      ],
      [
        'about a list that it does not have',
        'unknown subscription',
        () => ({ value: [notification('Schools', { subscriptionId: 'x', resource: 'sites/a,b,c/lists/d' })] }),
      ],
      ['with nothing in it', 'unreadable', () => ({ value: [] })],
      ['in another form', 'unreadable', () => 'Jimmy Example'],
    ])('%s refuses, says so once, and reads nothing', async (_how, reason, body) => {
      for (let count = 0; count < 5; count += 1) expect(app.notifications.take(body())).toBe('refused');
      await quiet();
      expect(app.log.entries('notification refused')).toEqual([{ event: 'notification refused', facts: { reason } }]);
      expect(app.read).toEqual([]);
    });

    it('believes the truth that comes with a lie', async () => {
      const lie = notification('Schools', { clientState: 'guessed' });
      expect(app.notifications.take({ value: [lie, notification('Form inbox')] })).toBe('accepted');
      await quiet();
      expect(app.read).toEqual(['Form inbox']);
    });
  });

  describe('of what happens to a subscription', () => {
    const renewals = (): number => bench.tenant.requests.count('PATCH', '/subscriptions/{subscription}');
    const send = (title: string, event: 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed'): void => {
      expect(bench.tenant.notifications.sendLifecycle(list(title).subscription.id, event)).toBe(true);
    };

    it('renews it when it has to authorise itself again, and reads what it may have missed', async () => {
      send('Form inbox', 'reauthorizationRequired');
      // The tenant tells of no change until the subscription is authorised.
      byHand('Form inbox', 'unheard');
      await expect.poll(() => app.workspace.lostForms.problems().length, { timeout: 5000 }).toBe(1);
      expect(renewals()).toBe(1);
      byHand('Form inbox', 'heard');
      await expect.poll(() => app.workspace.lostForms.problems().length, { timeout: 5000 }).toBe(2);
    });

    it('makes it anew where the renewal shows that it is gone', async () => {
      const { subscription } = list('Form inbox');
      send('Form inbox', 'reauthorizationRequired');
      bench.tenant.store.subscriptions.remove(subscription.id);
      await expect.poll(() => standing(bench.tenant).length, { timeout: 5000 }).toBe(3);
      expect(list('Form inbox').subscription.id).not.toBe(subscription.id);
      expect(renewals()).toBe(1);
      await expect.poll(() => app.read).toEqual(['Form inbox']);
    });

    it('makes it anew when it was removed, and reads what it may have missed', async () => {
      const { subscription } = list('Form inbox');
      send('Form inbox', 'subscriptionRemoved');
      byHand('Form inbox', 'unheard');
      await expect.poll(() => app.workspace.lostForms.problems().length, { timeout: 5000 }).toBe(1);
      expect(list('Form inbox').subscription.id).not.toBe(subscription.id);
      expect(standing(bench.tenant)).toHaveLength(3);
    });

    it('reads the list when Microsoft says that something was missed', async () => {
      bench.tenant.notifications.disturbNext({ kind: 'missed', times: 1 });
      byHand('Form inbox', 'unheard');
      await quiet();
      expect(app.read).toEqual([]);
      send('Form inbox', 'missed');
      await expect.poll(() => app.workspace.lostForms.problems().length, { timeout: 5000 }).toBe(1);
      expect(renewals()).toBe(0);
    });

    it('tries again later when the renewal does not go through', async () => {
      bench.tenant.faults.failNext({ method: 'PATCH', path: /\/subscriptions\//, status: 500, times: 1 });
      send('Form inbox', 'reauthorizationRequired');
      await expect.poll(() => app.log.entries('subscription failed'), { timeout: 5000 }).toHaveLength(1);
      expect(list('Form inbox').subscription.paused).toBe(true);
      await app.notifications.look();
      expect(list('Form inbox').subscription.paused).toBe(false);
      await expect.poll(() => app.read).toEqual(['Form inbox']);
    });
  });

  it('finds by asking what it was not told of', async () => {
    bench.tenant.notifications.disturbNext({ kind: 'missed', times: 1 });
    byHand('Form inbox', 'unheard');
    await app.workspace.refreshAll();
    expect(app.workspace.lostForms.problems()).toHaveLength(1);
    expect(app.read).toEqual([]);
  });
});

describe('what is to be done soon', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is done once a moment for each key, however often it is asked for', async () => {
    const done: string[] = [];
    const reading = soon(1000, (key) => Promise.resolve(void done.push(key)));
    for (let ms = 0; ms < 2500; ms += 100) {
      reading.ask('a');
      if (ms === 500) reading.ask('b');
      await vi.advanceTimersByTimeAsync(100);
    }
    // Asked for at 0, 1000 or a little later, and 2000: the moment is not put off by asking again.
    expect(done).toEqual(['a', 'b', 'a']);
  });

  it('is not begun after the stop, which waits for what is under way', async () => {
    let finish: () => void = () => undefined;
    const done: string[] = [];
    const reading = soon(1000, async (key) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      done.push(key);
    });
    reading.ask('a');
    await vi.advanceTimersByTimeAsync(1000);
    reading.ask('b');
    let stopped = false;
    const stopping = reading.stop().then(() => {
      stopped = true;
    });
    await vi.advanceTimersByTimeAsync(5000);
    expect([done, stopped]).toEqual([[], false]);
    finish();
    await stopping;
    expect(done).toEqual(['a']);
  });
});
