import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTenantSettings } from './settings.ts';

const guid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const complete: Readonly<Record<string, string>> = {
  PTT_TENANT_ID: guid(1),
  PTT_CLIENT_ID: guid(2),
  PTT_CLIENT_SECRET: 'a secret of the tests',
  PTT_SHAREPOINT_HOST: 'contoso.sharepoint.com',
  PTT_SHARED_MAILBOX: 'timetables@contoso.example',
  PTT_ROLE_GROUPS: `senco=${guid(3)};trust=${guid(4)}`,
  PTT_TEST_HAND_ID: guid(5),
  PTT_TEST_HAND_SECRET: 'another secret of the tests',
  PTT_TEST_SITE: '/sites/contract-tests',
  PTT_TEST_TEAM: guid(6),
  PTT_TEST_CHANNEL: '19:tests@thread.tacv2',
  PTT_TEST_SERVICE_URL: 'https://smba.trafficmanager.net/emea/',
  PTT_TEST_SENCO: guid(7),
  PTT_TEST_SENCO_NAME: 'Wren Larkspur',
  PTT_TEST_TRUST_OFFICER: guid(8),
  PTT_TEST_READER: 'hazel.rainbow@derbyshire.example',
};

describe('the settings file of a real tenant', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ptt-settings-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function read(settings: Readonly<Record<string, string>>) {
    const file = path.join(folder, 'tenant.env');
    const lines = Object.entries(settings).map(([name, value]) => `${name}="${value}"`);
    writeFileSync(file, lines.join('\n'));
    return readTenantSettings(file);
  }
  function wrong(settings: Readonly<Record<string, string>>): string {
    try {
      read(settings);
    } catch (error) {
      return String(error);
    }
    throw new Error('The settings were taken.');
  }

  it('holds the app as its environment would, another registration, and what the tests need', () => {
    const { app, hand, inbox, loopback, team } = read(complete);
    expect(app).toMatchObject({ clientId: guid(2), credential: { secret: 'a secret of the tests' } });
    expect(hand).toMatchObject({ clientId: guid(5), credential: { secret: 'another secret of the tests' } });
    expect(team).toEqual({
      id: guid(6),
      channelId: '19:tests@thread.tacv2',
      serviceUrl: complete['PTT_TEST_SERVICE_URL'],
    });
    expect([inbox, loopback]).toEqual([null, null]);
  });

  it('that is not there is named, with what to do', () => {
    expect(() => readTenantSettings(path.join(folder, 'nowhere.env'))).toThrow(
      /nowhere\.env, which is not there\. Write the file, or unset PTT_REAL_TENANT; docs\/testing-against-a-real-tenant\.md/,
    );
    expect(() => readTenantSettings(folder)).toThrow('which cannot be read (EISDIR)');
  });

  it.each(Object.keys(complete))('says so when %s is missing, and is not taken', (name) => {
    const { [name]: _, ...rest } = complete;
    const words = wrong(rest);
    expect(words).toMatch(new RegExp(`^Error: .*tenant\\.env, which PTT_REAL_TENANT names, cannot be used; docs/`));
    expect(words.split('\n').slice(1)).toEqual([expect.stringMatching(new RegExp(`^  ${name}: is not set`))]);
  });

  it('says of every setting at once what is wrong, and quotes no secret', () => {
    const words = wrong({
      ...complete,
      PTT_TENANT_ID: 'contoso',
      PTT_TEST_SITE: 'contract-tests',
      PTT_TEST_CHANNEL: 'General',
      PTT_TEST_LOOPBACK: 'http://elsewhere.example:80',
    });
    for (const name of ['PTT_TENANT_ID', 'PTT_TEST_SITE', 'PTT_TEST_CHANNEL', 'PTT_TEST_LOOPBACK']) {
      expect(words).toContain(`\n  ${name}: `);
    }
    expect(words).not.toContain('secret of the tests');
  });
});
