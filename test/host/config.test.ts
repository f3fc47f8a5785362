import { describe, expect, it } from 'vitest';
import { readConfig } from '#host/config.ts';

const group = '00000000-0000-4000-8000-000000008001';
const good = {
  PTT_TENANT_ID: '11111111-2222-4333-8444-555555555555',
  PTT_CLIENT_ID: '00000000-0000-4000-8000-000000009001',
  PTT_CLIENT_SECRET: 'kept-elsewhere',
  PTT_SHAREPOINT_HOST: 'contoso.sharepoint.com',
  PTT_HUB_SITE: '/sites/part-time-timetables',
  PTT_SHARED_MAILBOX: 'timetables@contoso.example',
  PTT_ROLE_GROUPS: `headteacher=${group}; senco = ${group}`,
};

const refusal = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
    return 'it was accepted';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

describe('the settings', () => {
  it('are read with sensible values for what may be left out', () => {
    expect(readConfig(good)).toMatchObject({
      tenantId: good.PTT_TENANT_ID,
      teamsAppId: good.PTT_CLIENT_ID,
      roleGroups: { headteacher: group, senco: group },
      pollSeconds: 60,
      listen: '127.0.0.1',
      port: 3979,
      logLevel: 'info',
    });
    expect(readConfig(good).instance).not.toBe('');
  });

  it.each([
    ['https://timetables.contoso.com/', 'https://timetables.contoso.com'],
    ['https://contoso.com/timetables/', 'https://contoso.com/timetables'],
    ['http://127.0.0.1:3978', 'http://127.0.0.1:3978'],
  ])('take %s as where the app is reached from outside', (given, read) => {
    expect(readConfig({ ...good, PTT_PUBLIC_ADDRESS: given }).publicAddress).toBe(read);
    expect(readConfig(good).publicAddress).toBeNull();
  });

  it('that are all missing are all named at once', () => {
    const words = refusal({});
    expect(words).toMatch(/^These settings are missing or wrong \(environment variables\):\n/);
    for (const name of Object.keys(good)) expect(words).toContain(`  ${name}: is not set`);
  });

  it('say beside the others what is wrong with what the app signs in with', () => {
    expect(refusal({ ...good, PTT_CLIENT_CERTIFICATE: '/nowhere/app.pem', PORT: 'x' })).toMatch(
      /\n {2}PORT: .*\n {2}PTT_CLIENT_SECRET: is set, and so is PTT_CLIENT_CERTIFICATE/,
    );
    const { PTT_CLIENT_SECRET: _left, ...others } = good;
    expect(refusal({ ...others, PTT_CLIENT_CERTIFICATE: '/nowhere/app.pem' })).toContain(
      '  PTT_CLIENT_CERTIFICATE: /nowhere/app.pem is not there',
    );
  });

  it.each<[string, string, RegExp]>([
    ['PTT_TENANT_ID', 'contoso', /PTT_TENANT_ID: .*GUID/i],
    ['PTT_SHAREPOINT_HOST', 'https://contoso.sharepoint.com/', /must look like contoso\.sharepoint\.com/],
    ['PTT_HUB_SITE', 'part-time-timetables', /must look like \/sites\/part-time-timetables/],
    ['PTT_SHARED_MAILBOX', 'timetables', /PTT_SHARED_MAILBOX: /],
    ['PTT_ROLE_GROUPS', `governor=${group}`, new RegExp(`“governor=${group}” is not role=group-id`)],
    [
      'PTT_ROLE_GROUPS',
      'senco=SENCOs',
      /“senco=SENCOs” is not role=group-id, with a role of headteacher, senco, dsl, attendance, trust/,
    ],
    ['PTT_POLL_SECONDS', 'often', /PTT_POLL_SECONDS: /],
    ['PTT_POLL_SECONDS', '0', /PTT_POLL_SECONDS: /],
    ['PTT_LOG_LEVEL', 'loud', /PTT_LOG_LEVEL: /],
    ['PTT_PUBLIC_ADDRESS', 'timetables.contoso.com', /PTT_PUBLIC_ADDRESS: must look like https:\/\//],
    ['PTT_PUBLIC_ADDRESS', 'http://timetables.contoso.com', /PTT_PUBLIC_ADDRESS: must look like https:\/\//],
    ['PTT_PUBLIC_ADDRESS', 'https://timetables.contoso.com/?a=b', /PTT_PUBLIC_ADDRESS: must look like https:\/\//],
    ['PORT', '70000', /PORT: /],
    ['PORT', 'http', /PORT: /],
  ])('%s as “%s” is refused', (name, value, words) => {
    expect(refusal({ ...good, [name]: value })).toMatch(words);
  });

  it('never say a secret aloud', () => {
    expect(refusal({ ...good, PORT: 'x' })).not.toContain(good.PTT_CLIENT_SECRET);
  });
});
