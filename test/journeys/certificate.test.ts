// The whole product signed in with a certificate, in a tenant where the app has no secret at all.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '#local/demo/people.ts';
import { demoTenant } from '#local/demo/tenant.ts';
import { boardSchema } from '#tab/contract/answers.ts';
import { aCertificate } from '#test/support/certificates.ts';
import { openTrust, type Trust } from './a-trust.ts';
import { messagesSchema } from './cards.ts';

const staffMessages = `conversations/${encodeURIComponent('19:lark-staff@thread.tacv2')}/messages`;

let folder: string;
let trust: Trust;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ptt-certificate-'));
  const file = path.join(folder, 'app.pem');
  const { both, certificate } = aCertificate();
  writeFileSync(file, both);
  trust = await openTrust({
    definition: { apps: demoTenant.apps.map((app) => ({ ...app, secrets: [], certificates: [certificate] })) },
    settings: { PTT_CLIENT_SECRET: '', PTT_CLIENT_CERTIFICATE: file },
  });
}, 60_000);
afterAll(async () => {
  await trust.stop();
  rmSync(folder, { recursive: true });
});

const messages = async () => messagesSchema.parse(await trust.teams(people.larkSenco, staffMessages)).messages;

describe('signed in with a certificate', () => {
  it('the app reads the lists', async () => {
    expect(boardSchema.parse((await trust.api(people.larkSenco, '/schools/LARK/cases')).body).rows).toEqual([]);
  });

  it('the bot answers in its channel', async () => {
    const before = (await messages()).length;
    await trust.teams(people.larkSenco, staffMessages, { text: '@PTT help', rootId: null });
    const [asked, answered, ...more] = (await messages()).slice(before);
    expect(asked).toMatchObject({ text: expect.stringContaining('help'), from: { bot: false } });
    expect(answered).toMatchObject({ cards: [expect.anything()], from: { bot: true } });
    expect(more).toEqual([]);
  });
});
