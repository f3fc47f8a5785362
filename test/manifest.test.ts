import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildManifest, buildPackage, validate } from '#manifest/package.ts';
import { readSettings } from '#manifest/settings.ts';

const settings = {
  teamsAppId: '5b1f6c0e-90d1-4a5b-8f0e-2f6a3c1d7e01',
  clientId: '0d4c7a1e-3b52-4f6d-9a27-6e1b8c5f2a02',
  host: 'ptt.rowantree.example',
};

async function theManifest() {
  const manifest = await buildManifest(settings);
  if (!manifest.ok) throw new Error(manifest.error.join('\n'));
  return manifest.value;
}

async function thePackage() {
  const built = await buildPackage(settings);
  if (!built.ok) throw new Error(built.error.join('\n'));
  return unzipSync(built.value);
}

describe('the manifest of the Teams app', () => {
  it('fits Microsoft’s schema and names this installation throughout', async () => {
    const manifest = await theManifest();
    expect(manifest).toMatchObject({
      manifestVersion: '1.25',
      id: settings.teamsAppId,
      validDomains: [settings.host],
      webApplicationInfo: { id: settings.clientId, resource: `api://${settings.host}/botid-${settings.clientId}` },
      bots: [{ botId: settings.clientId, scopes: ['team', 'personal'] }],
      supportsChannelFeatures: 'tier1',
    });
    expect(JSON.stringify(manifest)).not.toContain('${{');
  });

  it('shows the tab from the app’s own host, to a person and in a channel', async () => {
    expect(await theManifest()).toMatchObject({
      staticTabs: [
        { contentUrl: 'https://ptt.rowantree.example/tab/', scopes: ['personal'] },
        { entityId: 'conversations' },
      ],
      configurableTabs: [
        { configurationUrl: expect.stringMatching(/^https:\/\/ptt\.rowantree\.example\/tab\//), scopes: ['team'] },
      ],
    });
  });

  it('offers the commands that people ask most', async () => {
    const commands = z
      .object({
        bots: z.tuple([
          z.object({ commandLists: z.tuple([z.object({ commands: z.array(z.object({ title: z.string() })) })]) }),
        ]),
      })
      .parse(await theManifest()).bots[0].commandLists[0].commands;
    expect(commands.map(({ title }) => title)).toEqual(['review due', 'unsigned consents', 'parked', 'help']);
  });

  it.each([
    ['a name that is too long', { name: { short: 'Part-time Timetables for every school in England', full: 'x' } }],
    ['a field that nobody knows', { colour: 'teal' }],
    ['an id that is no GUID', { id: 'ptt' }],
    ['no description', { description: undefined }],
  ])('is refused with %s', async (_what, change) => {
    const checked = await validate({ ...(await theManifest()), ...change });
    expect(checked.ok).toBe(false);
  });
});

describe('the settings of the manifest', () => {
  it('come from arguments, or else from the environment', () => {
    const read = readSettings(['--host', settings.host], {
      PTT_TEAMS_APP_ID: settings.teamsAppId,
      PTT_CLIENT_ID: settings.clientId,
      PTT_HOST: 'elsewhere.example',
    });
    expect(read).toEqual({ ok: true, value: settings });
  });

  it('are all named when they are all missing, each with what it is', () => {
    expect(readSettings([], {})).toEqual({
      ok: false,
      error: [
        '--teams-app-id (or PTT_TEAMS_APP_ID) is missing: the id of the Teams app, any GUID that stays the same from version to version.',
        '--client-id (or PTT_CLIENT_ID) is missing: the client id of the app’s registration in Entra.',
        '--host (or PTT_HOST) is missing: the host name the app is reached at.',
      ],
    });
  });

  it.each(['https://ptt.example.org', 'ptt.example.org/tab', 'ptt.example.org:8443', 'localhost', 'ptt..example'])(
    'refuse %s as a host, and say how to write one',
    (host) => {
      const read = readSettings(
        ['--host', host, '--client-id', settings.clientId, '--teams-app-id', settings.teamsAppId],
        {},
      );
      expect(read).toEqual({
        ok: false,
        error: [expect.stringContaining(`is “${host}”, which is not a host name: write it without`)],
      });
    },
  );

  it('refuse an id that is no GUID, and an option that nobody knows', () => {
    const wrongId = readSettings(['--client-id', '123'], {
      PTT_TEAMS_APP_ID: settings.teamsAppId,
      PTT_HOST: settings.host,
    });
    expect(wrongId).toEqual({ ok: false, error: [expect.stringContaining('is “123”, which is not a GUID')] });
    expect(readSettings(['--hots', 'x'], {})).toEqual({ ok: false, error: [expect.stringContaining('--hots')] });
  });
});

describe('the package for Teams', () => {
  it('holds the manifest and the two icons it names, and nothing else', async () => {
    const files = await thePackage();
    expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png']);
    const { icons } = z
      .object({ icons: z.object({ color: z.string(), outline: z.string() }) })
      .parse(JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())));
    expect(icons).toEqual({ color: 'color.png', outline: 'outline.png' });
  });

  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('has %s as a PNG of %i pixels a side', async (name, size) => {
    const png = Buffer.from((await thePackage())[name] ?? []);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  });

  it('is the same to the byte when it is made again', async () => {
    expect(await buildPackage(settings)).toEqual(await buildPackage(settings));
  });
});
