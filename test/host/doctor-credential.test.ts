import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoTenant } from '#local/demo/tenant.ts';
import type { TenantApp } from '#local/tenant-definition.ts';
import { aCertificate, type TestCertificate } from '#test/support/certificates.ts';
import { aVisit, brief, contains, runDoctor, wrong } from './support/doctors-visit.ts';

const dayMs = 24 * 60 * 60 * 1000;
const daysFromNow = (days: number): Date => new Date(Date.now() + days * dayMs);
const [fresh, another] = [aCertificate(), aCertificate()];
const soon = aCertificate({ until: new Date(daysFromNow(12).getTime() + dayMs / 2) });
const ended = aCertificate({ until: daysFromNow(-1) });

describe('the doctor, of what the app signs in with', () => {
  const { open, trust, there } = aVisit();
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ptt-doctor-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const openWith = (changes: Partial<TenantApp>): Promise<void> =>
    open({ apps: demoTenant.apps.map((app) => ({ ...app, ...changes })) });
  const signingInWith = ({ both }: TestCertificate) => {
    const file = path.join(folder, 'app.pem');
    writeFileSync(file, both);
    return there({ PTT_CLIENT_SECRET: '', PTT_CLIENT_CERTIFICATE: file });
  };

  it('says until when the certificate is good, and that all is well with it, the bot too', async () => {
    await openWith({ secrets: [], certificates: [fresh.certificate] });
    const { code, said } = await runDoctor(signingInWith(fresh));
    expect(code).toBe(0);
    expect(said).toMatch(/^OK +Sign-in: .* and its certificate\.$/m);
    expect(said).toMatch(/^OK +Certificate: Good until Fri 31 Dec 2049\.$/m);
    expect(said).toMatch(/^OK +Bot: The bot can sign in to the Bot Connector\.$/m);
  });

  it('warns 30 days before the certificate ends', async () => {
    await openWith({ certificates: [soon.certificate] });
    const found = await wrong(signingInWith(soon));
    expect(found.map(brief)).toEqual([
      {
        check: 'certificate',
        about: null,
        standing: 'to mend',
        words: expect.stringMatching(/^It ends on \w{3} \d+ \w{3} \d{4}, in 12 days\.$/),
        who: 'whoever runs the app',
      },
    ]);
    expect(found[0]?.todo).toContain('set PTT_CLIENT_CERTIFICATE to its file');
  });

  const refused = ['sign-in', 'The certificate is not one of this app’s, or has ended.', 'Microsoft 365 administrator'];

  it.each([
    ['has ended', ended, ended, [['certificate', contains('It ended on '), 'whoever runs the app'], refused]],
    ['is not one of the app’s', another, fresh, [refused]],
  ])('names a certificate that %s', async (_what, kept, registered, said) => {
    await openWith({ secrets: [], certificates: [registered.certificate] });
    const found = await wrong(signingInWith(kept));
    expect(found.map(({ check, words, who }) => [check, words, who])).toEqual([
      ...said,
      ['the rest', contains('before the app can sign in'), 'whoever runs the app'],
    ]);
  });

  it('names a secret whose time is up', async () => {
    const [app] = demoTenant.apps;
    await openWith({
      secrets: (app?.secrets ?? []).map((secret) => ({ ...secret, expiresOn: '2026-01-01T00:00:00Z' })),
    });
    const [first] = await wrong(there());
    expect(first).toMatchObject({
      check: 'sign-in',
      words: 'The client secret has expired.',
      who: 'Microsoft 365 administrator',
      todo: contains('set PTT_CLIENT_SECRET to its value'),
    });
  });

  it('says before anything else that there is nothing to sign in with', async () => {
    await open();
    const { code, complained } = await runDoctor(there({ PTT_CLIENT_SECRET: '' }));
    expect([code, complained]).toEqual([1, contains('PTT_CLIENT_SECRET: is not set, nor is PTT_CLIENT_CERTIFICATE')]);
  });

  it.each([
    ['that nobody has consented to the app', 'invalid_grant', 65001, 'Nobody has consented', 'Grant admin consent'],
    ['that the clock is off', 'invalid_client', 700024, 'By Entra’s clock', 'this computer’s clock'],
  ])('knows %s', async (_what, error, number, words, todo) => {
    await open();
    const answer = { error, error_description: '…', error_codes: [number] };
    const send: typeof fetch = () => Promise.resolve(Response.json(answer, { status: 400 }));
    const [first] = await wrong(() => ({ ...trust().surroundings(), fetch: send }));
    expect(first).toMatchObject({ check: 'sign-in', words: contains(words), todo: contains(todo) });
  });
});
