import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Receiver } from './a-receiver.ts';
import { app, appClient, aTenant, larkfield, readerApp } from './a-tenant.ts';
import { definition, otherApp, sharedSubscriptionBench } from './subscription-bench.ts';

describe('Subscriptions to changes of lists', () => {
  const bench = sharedSubscriptionBench();

  describe('a subscription', () => {
    it('stands once both addresses have said their tokens back, and answers as Graph writes it', async () => {
      const { resource } = await bench().aList();
      const made = await bench().subscribe(resource, { latestSupportedTlsVersion: 'v1_2' });
      expect(made).toEqual({
        '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#subscriptions/$entity',
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        resource,
        applicationId: app.clientId,
        changeType: 'updated',
        clientState: 'a secret of the app’s own',
        notificationUrl: `${bench().receiver.origin}/notify`,
        notificationQueryOptions: null,
        lifecycleNotificationUrl: `${bench().receiver.origin}/lifecycle`,
        expirationDateTime: bench().inMinutes(60),
        creatorId: app.clientId,
        includeResourceData: null,
        latestSupportedTlsVersion: 'v1_2',
        encryptionCertificate: null,
        encryptionCertificateId: null,
        notificationUrlAppId: null,
      });
      expect(
        bench()
          .receiver.handshakes.map(({ path }) => path)
          .toSorted(),
      ).toEqual(['/lifecycle', '/notify']);
      expect(bench().receiver.handshakes.map(({ type }) => type)).toEqual(Array(2).fill('text/plain; charset=utf-8'));
      // A token with blanks in it shows whether the receiver has decoded it.
      expect(bench().receiver.handshakes[0]?.token).toMatch(
        /^Validation: Testing client application reachability .+ Request-Id/,
      );
    });

    it('is read, renewed and removed by the app that made it, and its client state is never read again', async () => {
      const made = await bench().subscribe((await bench().aList()).resource);
      expect(await bench().standing()).toEqual([expect.objectContaining({ id: made.id, clientState: null })]);
      expect(await bench().client.api(`/subscriptions/${made.id}`).get()).toMatchObject({
        id: made.id,
        clientState: null,
      });
      const expirationDateTime = bench().inMinutes(42_300);
      expect(await bench().client.api(`/subscriptions/${made.id}`).patch({ expirationDateTime })).toMatchObject({
        id: made.id,
        expirationDateTime,
      });
      await bench().client.api(`/subscriptions/${made.id}`).delete();
      expect(await bench().standing()).toEqual([]);
      await expect(bench().client.api(`/subscriptions/${made.id}`).delete()).rejects.toMatchObject({
        statusCode: 404,
        code: 'ResourceNotFound',
      });
    });

    it('is nothing to another app', async () => {
      const { id } = await bench().subscribe((await bench().aList()).resource);
      const other = await appClient(bench().tenant, otherApp);
      expect((await other.api('/subscriptions').get()).value).toEqual([]);
      const one = other.api(`/subscriptions/${id}`);
      await expect(one.get()).rejects.toMatchObject({ statusCode: 404 });
      await expect(one.patch({ expirationDateTime: bench().inMinutes(5) })).rejects.toMatchObject({ statusCode: 404 });
      await expect(one.delete()).rejects.toMatchObject({ statusCode: 404 });
      await expect(other.api(`/subscriptions/${id}/reauthorize`).post(null)).rejects.toMatchObject({ statusCode: 404 });
      expect(await bench().standing()).toHaveLength(1);
    });

    it('asks for Sites.ReadWrite.All', async () => {
      const { resource } = await bench().aList();
      const reader = await appClient(bench().tenant, readerApp);
      await expect(bench().subscribe(resource, {}, reader)).rejects.toMatchObject({
        statusCode: 403,
        code: 'accessDenied',
      });
      expect(bench().receiver.handshakes).toEqual([]);
    });

    it('may stand twice for one list, as it may with lists of SharePoint', async () => {
      const { resource } = await bench().aList();
      await bench().subscribe(resource);
      await bench().subscribe(resource);
      expect(await bench().standing()).toHaveLength(2);
    });

    it('outlasts a restart, and not its time', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'ptt-subscriptions-'));
      const options = { definition, now: bench().now, dataFile: join(folder, 'tenant.sqlite') };
      const first = await aTenant(options);
      const before = await appClient(first);
      const { id, parentReference } = await before.api(`${larkfield}/lists`).post({ displayName: 'Kept' });
      const resource = `sites/${parentReference.siteId}/lists/${id}`;
      const made = await bench().subscribe(resource, { expirationDateTime: bench().inMinutes(30) }, before);
      await first.stop();
      const second = await aTenant(options);
      const after = await appClient(second);
      expect((await after.api('/subscriptions').get()).value).toMatchObject([{ id: made.id, resource }]);
      bench().advance(30 * 60_000);
      expect((await after.api('/subscriptions').get()).value).toEqual([]);
      await expect(
        after.api(`/subscriptions/${made.id}`).patch({ expirationDateTime: bench().inMinutes(30) }),
      ).rejects.toMatchObject({ statusCode: 404 });
      await second.stop();
      rmSync(folder, { recursive: true });
    });
  });

  describe('what is refused', () => {
    it.each<[string, () => Readonly<Record<string, unknown>>, object]>([
      [
        'a change type that lists do not have',
        () => ({ changeType: 'created' }),
        { statusCode: 400, code: 'InvalidRequest', message: "Invalid 'changeType' attribute: 'created'." },
      ],
      ['two change types', () => ({ changeType: 'created,updated' }), { statusCode: 400 }],
      [
        'more than 42,300 minutes',
        () => ({ expirationDateTime: bench().inMinutes(42_301) }),
        {
          statusCode: 400,
          code: 'ExtensionError',
          message: 'Subscription expiration can only be 42300 minutes in the future.',
        },
      ],
      ['a time that has passed', () => ({ expirationDateTime: bench().inMinutes(-1) }), { statusCode: 400 }],
      ['a time without its zone', () => ({ expirationDateTime: '2026-11-24T09:00:00' }), { statusCode: 400 }],
      [
        'no time',
        () => ({ expirationDateTime: undefined }),
        { statusCode: 400, message: 'expirationDateTime is a required property for subscription creation' },
      ],
      ['a client state of 129 characters', () => ({ clientState: 'x'.repeat(129) }), { statusCode: 400 }],
      [
        'an address without TLS elsewhere',
        () => ({ notificationUrl: 'http://timetables.example/notify' }),
        { statusCode: 400, message: expect.stringMatching(/HTTPS/) },
      ],
      [
        'a list that is not there',
        () => ({ resource: 'sites/a,b,c/lists/d' }),
        { statusCode: 404, code: 'itemNotFound' },
      ],
      [
        'a drive',
        () => ({ resource: 'me/drive/root' }),
        { statusCode: 501, message: expect.stringMatching(/me\/drive\/root/) },
      ],
      [
        'resource data in the notification',
        () => ({ includeResourceData: true }),
        { statusCode: 501, message: expect.stringMatching(/includeResourceData/) },
      ],
    ])('%s', async (_what, changes, refusal) => {
      const { resource } = await bench().aList();
      await expect(bench().subscribe(resource, changes())).rejects.toMatchObject(refusal);
      expect([await bench().standing(), bench().receiver.handshakes]).toEqual([[], []]);
    });

    it('takes as much of either as it says', async () => {
      const { resource } = await bench().aList();
      const most = { expirationDateTime: bench().inMinutes(42_300), clientState: 'x'.repeat(128) };
      expect(await bench().subscribe(resource, most)).toMatchObject(most);
    });

    const handshake = 'Subscription validation request';
    it.each<[string, Parameters<Receiver['mind']>[0], string]>([
      [
        'says that it is broken',
        () => ({ status: 500 }),
        `${handshake} failed. HTTP status code is '500'. Notification endpoint must respond with 200 OK to validation request.`,
      ],
      [
        'does not decode the token',
        () => ({ body: encodeURIComponent }),
        `${handshake} failed. Response must exactly match validationToken query parameter.`,
      ],
      [
        'answers with a page',
        () => ({ type: 'text/html' }),
        `${handshake} failed. Response must exactly match validationToken query parameter.`,
      ],
      ['answers too late', () => ({ afterMs: 1200 }), `${handshake} timed out.`],
      [
        'is sent elsewhere',
        () => ({ status: 302 }),
        `${handshake} failed. HTTP status code is '302'. Notification endpoint must respond with 200 OK to validation request.`,
      ],
      [
        'knows only one of its two addresses',
        (path) => (path === '/lifecycle' ? { status: 404 } : {}),
        `${handshake} failed. HTTP status code is '404'. Notification endpoint must respond with 200 OK to validation request.`,
      ],
    ])('a receiver that %s', async (_what, manner, message) => {
      const { resource } = await bench().aList();
      bench().receiver.mind(manner);
      await expect(bench().subscribe(resource)).rejects.toMatchObject({
        statusCode: 400,
        code: 'ValidationError',
        message,
      });
      expect(await bench().standing()).toEqual([]);
    });

    it('a receiver that is not there, or on another computer', async () => {
      const { resource } = await bench().aList();
      for (const url of ['http://127.0.0.1:9/notify', 'https://timetables.example/notify'])
        await expect(bench().subscribe(resource, { notificationUrl: url })).rejects.toMatchObject({
          code: 'ValidationError',
        });
      expect(await bench().standing()).toEqual([]);
    });
  });
});
