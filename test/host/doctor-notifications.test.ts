import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPages } from '#graph/pages.ts';
import { makeSubscription, removeSubscription } from '#graph/subscriptions/calls.ts';
import { notificationAddress } from '#graph/subscriptions/address.ts';
import { runCommand } from '#host/command-line.ts';
import { connect, systemClock } from '#host/compose.ts';
import { notificationsRoute } from '#host/notifications-route.ts';
import { movedClock } from '#local/moved-clock.ts';
import { z } from 'zod';
import { makeTrustFile, type OpenTrust, type TrustFile } from '../graph/support/a-trust.ts';

describe('the doctor where the app is to be told of changes', () => {
  let file: TrustFile;
  let trust: OpenTrust;
  let server: Server | undefined;
  let publicAddress: string;

  beforeAll(async () => {
    file = await makeTrustFile();
  });
  beforeEach(async () => {
    trust = await file.open();
  });
  afterEach(async () => {
    await trust.tenant.stop();
    server?.closeAllConnections();
    server?.close();
    server = undefined;
  });
  afterAll(() => file.remove());

  async function listen(answer: RequestListener): Promise<void> {
    const here = createServer(answer);
    server = here;
    await new Promise<void>((resolve) => here.listen(0, '127.0.0.1', resolve));
    publicAddress = `http://127.0.0.1:${(here.address() as AddressInfo).port}`;
  }
  const theApp = (): RequestListener => express().use(notificationsRoute(() => 'accepted'));

  async function looks(clock = systemClock): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
    const said: string[] = [];
    const terminal = {
      say: (line: string) => void said.push(line),
      complain: () => undefined,
      progress: () => undefined,
    };
    const code = await runCommand(
      ['doctor'],
      () => ({ ...trust.surroundings({ PTT_PUBLIC_ADDRESS: publicAddress }), clock }),
      terminal,
    );
    return { code, lines: said.filter((line) => line.includes('Change notifications')) };
  }

  /** A subscription for every list of the trust, as the app makes them. */
  async function subscribe(): Promise<() => Promise<void>> {
    const { graph } = connect(trust.surroundings());
    const lists = trust.tenant.store.sites.all().flatMap((site) => trust.tenant.store.lists.of(site.id));
    const address = notificationAddress(publicAddress);
    for (const { id, siteId } of lists.filter(({ template }) => template === 'genericList'))
      await makeSubscription(graph, {
        listPath: `/sites/${siteId}/lists/${id}`,
        address,
        clientState: 'of the tests',
        now: Date.now(),
      });
    const [first] = await readPages(graph, '/subscriptions', z.object({ id: z.string() }));
    return () => removeSubscription(graph, first?.id ?? '');
  }

  it('tries the address as Microsoft 365 does, and finds every list listened to', async () => {
    await listen(theApp());
    const removeOne = await subscribe();
    expect(await looks()).toEqual({
      code: 0,
      lines: [
        `OK        Change notifications ${publicAddress}/graph/notifications: It answers as Microsoft 365 asks.`,
        'OK        Change notifications: All 15 lists have theirs.',
      ],
    });
    await removeOne();
    expect((await looks()).lines[1]).toBe(
      'TO MEND   Change notifications: 1 of 15 lists has none: what changes there is seen only when the app asks.',
    );
  });

  it('does not count on a subscription that has run out', async () => {
    await listen(theApp());
    await subscribe();
    const { lines } = await looks(movedClock(21 * 86_400_000));
    expect(lines[1]).toMatch(/^TO MEND {3}Change notifications: 15 of 15 lists have none/);
  });

  it('finds that something else answers there', async () => {
    await listen((_request, answer) => answer.writeHead(200).end('Welcome to nginx'));
    const { code, lines } = await looks();
    expect(code).toBe(2);
    expect(lines[0]).toMatch(
      /^TO MEND {3}Change notifications \S+: Something other than the app answers there \(status 200\)\.$/,
    );
    expect(lines[1]).toMatch(/^TO MEND {3}Change notifications: 15 of 15 lists have none/);
  });

  it('does not say that nobody can reach an address which this computer cannot reach', async () => {
    await listen(theApp());
    server?.close();
    const { code, lines } = await looks();
    expect(code).toBe(2);
    expect(lines[0]).toMatch(
      /^NOT SEEN {2}Change notifications \S+: From this computer nothing answers there \(ECONNREFUSED\)/,
    );
  });
});
