import { describe, expect, it } from 'vitest';
import { definition, sharedSubscriptionBench, timing } from './subscription-bench.ts';

describe('Change notifications of lists', () => {
  const bench = sharedSubscriptionBench();

  describe('a notification', () => {
    it('says that a list has changed, of whichever kind the change was, and not what in it', async () => {
      const list = await bench().aList();
      const made = await bench().subscribe(list.resource);
      const expected = {
        subscriptionId: made.id,
        subscriptionExpirationDateTime: made.expirationDateTime,
        clientState: 'a secret of the app’s own',
        changeType: 'updated',
        resource: list.resource,
        tenantId: definition.tenantId,
        resourceData: { '@odata.type': '#Microsoft.Graph.ListItem' },
      };
      const changes = [
        () =>
          bench()
            .client.api(list.items)
            .post({ fields: { Title: 'Jimmy Example' } }),
        () => bench().client.api(`${list.items}/1/fields`).patch({ Title: 'Jimmy E.' }),
        async () => list.change(1, 'by hand'),
        () => bench().client.api(`${list.items}/1`).delete(),
      ];
      for (const [place, change] of changes.entries()) {
        await change();
        await expect.poll(() => bench().receiver.posts.length).toBe(place + 1);
      }
      await bench().settled();
      expect(bench().receiver.posts).toEqual(Array(4).fill({ path: '/notify', told: [expected] }));
    });

    it('is one for many changes in one moment', async () => {
      const list = await bench().aList();
      await bench().subscribe(list.resource);
      for (let count = 0; count < 20; count += 1) list.add(`Row ${count}`);
      await bench().settled();
      expect(bench().receiver.told()).toHaveLength(1);
    });

    it('shares its POST with those of other lists that go to the same address', async () => {
      const [one, other, elsewhere] = [await bench().aList(), await bench().aList(), await bench().aList()];
      const ids = [(await bench().subscribe(one.resource)).id, (await bench().subscribe(other.resource)).id];
      await bench().subscribe(elsewhere.resource, { notificationUrl: `${bench().receiver.origin}/elsewhere` });
      for (const list of [one, other, elsewhere]) list.add('Row');
      await bench().settled();
      expect(
        bench()
          .receiver.posts.map(({ path, told }) => `${path} ${told.length}`)
          .toSorted(),
      ).toEqual(['/elsewhere 1', '/notify 2']);
      const shared = bench().receiver.posts.find(({ path }) => path === '/notify');
      expect(shared?.told.map(({ subscriptionId }) => subscriptionId)).toEqual(ids);
    });

    it('does not come for a list that was not asked about, nor after the subscription is removed or has run out', async () => {
      const [list, other] = [await bench().aList(), await bench().aList()];
      const { id } = await bench().subscribe(list.resource);
      other.add('Row');
      await bench().client.api(`/subscriptions/${id}`).delete();
      await bench().subscribe(list.resource);
      bench().advance(60 * 60_000);
      list.add('Row');
      await bench().settled();
      expect(bench().receiver.posts).toEqual([]);
    });
  });

  describe('a receiver that fails', () => {
    it('is told again until it takes what it is told', async () => {
      const list = await bench().aList();
      await bench().subscribe(list.resource);
      const answers = [503, 500, 302, 202];
      bench().receiver.mind(() => ({ status: answers[bench().receiver.posts.length - 1] ?? 202 }));
      list.add('Row');
      await bench().settled();
      expect(bench().receiver.posts).toHaveLength(4);
      expect(new Set(bench().receiver.posts.map(({ told }) => JSON.stringify(told))).size).toBe(1);
    });

    it('is told again for four hours, and then no more', async () => {
      const list = await bench().aList();
      await bench().subscribe(list.resource, { expirationDateTime: bench().inMinutes(600) });
      bench().receiver.mind(() => ({ status: 500 }));
      const { givenUp } = bench().tenant.notifications.tally();
      list.add('Row');
      await expect.poll(() => bench().receiver.posts.length).toBeGreaterThan(2);
      bench().advance(4 * 3_600_000);
      await bench().settled();
      expect(bench().tenant.notifications.tally().givenUp).toBe(givenUp + 1);
      const posts = bench().receiver.posts.length;
      bench().receiver.mind(() => ({}));
      list.add('Another row');
      await expect.poll(() => bench().receiver.posts.length).toBe(posts + 1);
    });

    it('is told no more once the subscription is removed', async () => {
      const list = await bench().aList();
      const { id } = await bench().subscribe(list.resource);
      bench().receiver.mind(() => ({ status: 500 }));
      list.add('Row');
      await expect.poll(() => bench().receiver.posts.length).toBeGreaterThan(0);
      await bench().client.api(`/subscriptions/${id}`).delete();
      const posts = bench().receiver.posts.length;
      await bench().settled();
      // One more may have been under way.
      expect(bench().receiver.posts.length - posts).toBeLessThanOrEqual(1);
    });

    it('and is slow is told late, then not at all, and after ten minutes is tried anew', async () => {
      const list = await bench().aList();
      // A receiver of its own: how slow an address is, is remembered.
      await bench().subscribe(list.resource, { notificationUrl: `${bench().receiver.origin}/slow` });
      /** How long it took until the receiver was told; null when it was not. */
      const tell = async (title: string): Promise<number | null> => {
        const before = bench().receiver.posts.length;
        const began = performance.now();
        list.add(title);
        await bench().settled();
        return bench().receiver.posts.length > before ? performance.now() - began : null;
      };
      // One slow answer of ten is a tenth: late. Two of eleven are more than fifteen in a hundred: not at all.
      bench().receiver.mind(() => ({ afterMs: [3, 11].includes(bench().receiver.posts.length) ? 500 : 0 }));
      for (let count = 1; count <= 10; count += 1) await tell(`Row ${count}`);
      expect(bench().receiver.posts).toHaveLength(10);
      expect(await tell('Row 11')).toBeGreaterThan(timing.slowDelayMs);
      expect(await tell('Row 12')).toBeNull();
      expect(bench().tenant.notifications.tally().dropped).toBe(1);
      bench().advance(10 * 60_000);
      expect(await tell('Row 13')).not.toBeNull();
    });
  });

  describe('on demand', () => {
    it('a notification is missed, late or doubled', async () => {
      const list = await bench().aList();
      await bench().subscribe(list.resource);
      bench().tenant.notifications.disturbNext({ kind: 'missed', listId: list.id, times: 2 });
      list.add('One');
      list.add('Two');
      await bench().settled();
      expect(bench().receiver.posts).toEqual([]);
      bench().tenant.notifications.disturbNext({ kind: 'late', times: 1, byMs: 150 });
      const began = performance.now();
      list.add('Three');
      await expect.poll(() => bench().receiver.posts.length).toBe(1);
      expect(performance.now() - began).toBeGreaterThan(150);
      bench().tenant.notifications.disturbNext({ kind: 'doubled', times: 1 });
      list.add('Four');
      await bench().settled();
      expect(bench().receiver.posts).toHaveLength(3);
    });

    it('an event of a subscription’s life goes to the other address', async () => {
      const { id, expirationDateTime } = await bench().subscribe((await bench().aList()).resource);
      expect(bench().tenant.notifications.sendLifecycle(id, 'missed')).toBe(true);
      await bench().settled();
      expect(bench().receiver.posts).toEqual([
        {
          path: '/lifecycle',
          told: [
            {
              subscriptionId: id,
              subscriptionExpirationDateTime: expirationDateTime,
              tenantId: definition.tenantId,
              clientState: 'a secret of the app’s own',
              lifecycleEvent: 'missed',
            },
          ],
        },
      ]);
    });

    it('a subscription has to authorise itself again, and hears nothing until it has', async () => {
      const list = await bench().aList();
      const { id } = await bench().subscribe(list.resource);
      const waysBack = [
        () => bench().client.api(`/subscriptions/${id}/reauthorize`).post(null),
        () =>
          bench()
            .client.api(`/subscriptions/${id}`)
            .patch({ expirationDateTime: bench().inMinutes(60) }),
      ];
      for (const wayBack of waysBack) {
        bench().tenant.notifications.sendLifecycle(id, 'reauthorizationRequired');
        list.add('Unheard');
        await bench().settled();
        expect(
          bench()
            .receiver.told()
            .map(({ lifecycleEvent }) => lifecycleEvent),
        ).toEqual(['reauthorizationRequired']);
        await wayBack();
        list.add('Heard');
        await bench().settled();
        expect(bench().receiver.told()).toHaveLength(2);
        bench().receiver.forget();
      }
    });

    it('a subscription is removed, and is told so', async () => {
      const list = await bench().aList();
      const { id } = await bench().subscribe(list.resource);
      bench().tenant.notifications.sendLifecycle(id, 'subscriptionRemoved');
      list.add('Unheard');
      await bench().settled();
      expect(bench().receiver.told()).toMatchObject([{ subscriptionId: id, lifecycleEvent: 'subscriptionRemoved' }]);
      expect(await bench().standing()).toEqual([]);
      expect(bench().tenant.notifications.sendLifecycle(id, 'missed')).toBe(false);
    });
  });
});
