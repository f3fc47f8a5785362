import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Check } from '#graph/doctor/check.ts';
import { readableLists } from '#graph/doctor/rows.ts';
import { listsBySite } from '#graph/lists/schema.ts';
import { connect, openOutside, type Surroundings } from '#host/compose.ts';
import { demoTenant, sharedMailbox } from '#local/demo/tenant.ts';
import { movedClock } from '#local/moved-clock.ts';
import { localSurroundings } from '#local/surroundings.ts';
import { startTenant } from '#local/tenant.ts';
import { aVisit, brief, contains, runDoctor, wrong } from './support/doctors-visit.ts';

describe('the doctor', () => {
  const { open, trust, there } = aVisit();

  describe('in a trust where all is well', () => {
    it('says so, with a line for each look, and what the looking cost', async () => {
      await open();
      const { code, said, complained } = await runDoctor(there());
      expect([code, complained]).toEqual([0, '']);
      const lines = said.split('\n');
      expect(lines.slice(0, -1).filter((line) => !line.startsWith('OK  '))).toEqual([]);
      expect(lines.at(-1)).toBe(`All is well (${lines.length - 1} looks).`);
      for (const look of [
        /^OK +Sign-in: /m,
        /^OK +Clock: Within \d+ s of Microsoft’s\.$/m,
        /^OK +Permissions: The token carries .* No call of the app’s needs Files\.ReadWrite\.All\.$/m,
        /^OK +Permission Sites\.ReadWrite\.All on \/sites\/part-time-timetables: Tried/m,
        /^OK +Register on \/sites\/part-time-timetables: Schools: 1\. Authorities: 1\.$/m,
        /^OK +Role headteacher: 3 people in the group\.$/m,
        /^OK +Team of Larkfield Primary School: 6 members can be read\.$/m,
        /^OK +Bot in the Team of Larkfield Primary School: It is in the staff channel\.$/m,
        /^OK +Lists of \/sites\/larkfield: All 9 lists stand, with every column\.$/m,
        /^OK +Library of \/sites\/larkfield: /m,
        /^OK +Rows of \/sites\/notices-derbyshire: /m,
        /^OK +Mail from /m,
        /^OK +Change notifications: Not used/m,
      ])
        expect(said).toMatch(look);
      // What holds for the whole tenant is tried once.
      expect(said.match(/Permission Sites\.ReadWrite\.All on/g)).toHaveLength(1);
      expect(said.match(/Permission sharing on/g)).toHaveLength(1);
      const [, requests, units] = /Looking took (\d+) requests and (\d+) resource units/.exec(said) ?? [];
      expect(Number(requests)).toBe(trust().tenant.requests.count() - tokens());
      expect(Number(units)).toBe(trust().tenant.requests.resourceUnits());
    });

    const tokens = (): number =>
      Object.entries(trust().tenant.requests.byRoute())
        .filter(([route]) => route.endsWith('/oauth2/v2.0/token'))
        .reduce((sum, [, count]) => sum + count, 0);

    it('changes nothing: no row, column, file or mail is there that was not there before', async () => {
      await open();
      const { store } = trust().tenant;
      const everything = () =>
        store.sites.all().map((site) => ({
          lists: store.lists.of(site.id).map((list) => ({ ...list, columns: store.lists.columns(list.id) })),
          files: store.drives.children(store.drives.root(store.drives.ofSite(site.id)?.id ?? '')?.id ?? ''),
        }));
      const before = [everything(), store.items.latestSequence(), store.mail.sentBy(sharedMailbox)];
      await runDoctor(there());
      expect([everything(), store.items.latestSequence(), store.mail.sentBy(sharedMailbox)]).toEqual(before);
    });
  });

  it('spares reading every row where the app keeps what it last read, and leaves that as it is', async () => {
    await open();
    const folder = mkdtempSync(path.join(tmpdir(), 'ptt-doctor-'));
    const snapshot = path.join(folder, 'snapshot.sqlite');
    const kept = () =>
      new DatabaseSync(snapshot, { readOnly: true }).prepare('SELECT * FROM lists ORDER BY path').all();
    const spent = async (settings: Readonly<Record<string, string>>) => {
      trust().tenant.requests.reset();
      expect((await runDoctor(there(settings))).code).toBe(0);
      return trust().tenant.requests.resourceUnits();
    };
    try {
      const surroundings = trust().surroundings({ PTT_SNAPSHOT: snapshot });
      (await openOutside(surroundings, connect(surroundings))).close();
      const before = kept();
      expect(before).toHaveLength(15);
      const without = await spent({});
      expect(await spent({ PTT_SNAPSHOT: snapshot })).toBe(without - 15);
      expect(kept()).toEqual(before);
      expect(await spent({ PTT_SNAPSHOT: path.join(folder, 'none.sqlite') })).toBe(without);
      expect(existsSync(path.join(folder, 'none.sqlite'))).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  describe('at the sign-in', () => {
    it.each([
      [{ PTT_CLIENT_SECRET: 'wrong' }, 'The client secret is not one of this app’s.'],
      [{ PTT_CLIENT_ID: '11111111-1111-4111-8111-111111111111' }, 'does not know the app 11111111-'],
      [{ PTT_TENANT_ID: '11111111-1111-4111-8111-111111111111' }, 'There is no tenant 11111111-'],
    ])('with %o says what is wrong, and that the rest could not be looked at', async (settings, words) => {
      await open();
      expect((await wrong(there(settings))).map(brief)).toEqual([
        { check: 'sign-in', about: null, standing: 'to mend', words: contains(words), who: 'whoever runs the app' },
        expect.objectContaining({ check: 'the rest', standing: 'not looked at' }),
      ]);
    });

    it('prints for a failure what is wrong, who can mend it, and the setting; never the secret', async () => {
      await open();
      const { code, said } = await runDoctor(there({ PTT_CLIENT_SECRET: 'hunter2' }));
      expect(code).toBe(2);
      expect(said).toMatch(
        /^TO MEND {3}Sign-in: The client secret .*\n {10}Who: {3}whoever runs the app\n {10}To do: Set PTT_CLIENT_SECRET/m,
      );
      expect(said).toMatch(/^3 looks: 1 to mend, 1 could not be looked at\.$/m);
      expect(said).not.toContain('hunter2');
    });

    const answering =
      (answer: () => Response): (() => Surroundings) =>
      () => ({ ...trust().surroundings(), fetch: () => Promise.resolve(answer()) });
    const refusing = (code: number) => () =>
      Response.json({ error: 'invalid_client', error_description: '…', error_codes: [code] }, { status: 401 });
    const failing =
      (code: string): (() => Surroundings) =>
      () => ({
        ...trust().surroundings(),
        fetch: () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code }) })),
      });

    it.each<[string, () => () => Surroundings, string, Check['who']]>([
      ['a code that is not known here', () => answering(refusing(123)), 'AADSTS123', 'Microsoft 365 administrator'],
      ['no network', () => failing('ENOTFOUND'), 'there is no network', 'whoever runs the app'],
      ['a shut port', () => failing('ECONNREFUSED'), 'cannot be reached (ECONNREFUSED)', 'whoever runs the app'],
      [
        'a filter that opens connections',
        () => failing('SELF_SIGNED_CERT_IN_CHAIN'),
        'is not trusted',
        'whoever runs the app',
      ],
      [
        'a filter that answers itself',
        () => answering(() => new Response('<h1>Blocked</h1>', { headers: { 'content-type': 'text/html' } })),
        'Something other than Entra answers',
        'whoever runs the app',
      ],
    ])('knows %s', async (_what, surroundings, words, who) => {
      await open();
      const [first] = await wrong(surroundings());
      expect(first && brief(first)).toEqual({
        check: 'sign-in',
        about: null,
        standing: 'to mend',
        words: contains(words),
        who,
      });
    });

    it('does not blame anybody for a fault of Entra’s own', async () => {
      await open();
      const busy = () => new Response('<h1>503</h1>', { status: 503, headers: { 'content-type': 'text/html' } });
      expect(await wrong(answering(busy))).toEqual(
        expect.arrayContaining([expect.objectContaining({ check: 'sign-in', standing: 'not looked at' })]),
      );
    });
  });

  it.each([
    [10 * 60_000, '10 minutes ahead of'],
    [-90_000, '90 seconds behind'],
  ])('finds a clock that is off by %d ms', async (milliseconds, words) => {
    await open();
    expect((await wrong(() => ({ ...trust().surroundings(), clock: movedClock(milliseconds) }))).map(brief)).toEqual([
      { check: 'clock', about: null, standing: 'to mend', words: contains(words), who: 'whoever runs the app' },
    ]);
  });
});

describe('the doctor before there is anything to look at', () => {
  it('reads every list that the app has', () => {
    const titles = (lists: readonly { readonly title: string }[]) => lists.map(({ title }) => title);
    for (const [kind, lists] of Object.entries(listsBySite))
      expect(titles(readableLists[kind as keyof typeof listsBySite])).toEqual(titles(lists));
  });

  const notSet = (): Surroundings => {
    throw new Error('These settings are missing.');
  };

  it('says in one sentence what is missing, as JSON where that is asked for', async () => {
    expect(await runDoctor(notSet)).toEqual({
      code: 1,
      said: '',
      complained: 'Nothing was done. These settings are missing.',
    });
    const { code, said, complained } = await runDoctor(notSet, '--json');
    expect([code, complained]).toEqual([1, '']);
    expect(JSON.parse(said)).toEqual({ error: 'These settings are missing.', checks: [] });
  });

  it('says in a tenant that is quite new what comes first', async () => {
    const tenant = await startTenant({ definition: demoTenant, dataFile: ':memory:' });
    try {
      const found = await wrong(() => localSurroundings(tenant.origin, { PTT_LOG_LEVEL: 'silent' }));
      expect(found.map(({ check, words, todo }) => [check, words, todo])).toEqual([
        ['lists', 'The lists “Schools”, “Authorities” and “Form inbox” are not there.', 'npm run ptt -- provision'],
        ['register', 'The list of schools is not there, so no school is known.', 'npm run ptt -- provision'],
      ]);
    } finally {
      await tenant.stop();
    }
  });
});
