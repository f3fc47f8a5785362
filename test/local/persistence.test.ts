import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appToken, aTenant, casesList, channelId, graphClient, head, larkfield, officer } from './a-tenant.ts';

describe('A tenant that is stopped and started again', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ptt-tenant-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('remembers items, files, mail, messages, tokens and where each reader stood', async () => {
    const dataFile = join(folder, 'kept.sqlite');
    const first = await aTenant({ dataFile });
    const token = await appToken(first);
    const client = graphClient(first, token);
    await casesList(client);
    const items = `${larkfield}/lists/Cases/items`;
    const made = await client.api(items).post({ fields: { CaseRef: 'PTT-1', Title: 'kept' } });
    const delta: string = (await client.api(`${items}/delta`).get())['@odata.deltaLink'];
    const drive = await client.api(`${larkfield}/drive`).get();
    const file = await client.api(`/drives/${drive.id}/root:/a/b.txt:/content`).put('bytes');
    first.store.sharing.invite(file.id, { emails: [officer.mail], role: 'read' });
    first.store.mail.send({
      from: head.mail,
      to: [officer.mail],
      cc: [],
      subject: 's',
      contentType: 'text',
      content: 'c',
    });
    const message = first.store.conversations.add(channelId, { type: 'message', text: 'hello' });
    await first.stop();

    const second = await aTenant({ dataFile });
    const again = graphClient(second, token);
    const item = await again.api(`${items}/${made.id}`).expand('fields').get();
    expect(item).toMatchObject({ eTag: made.eTag, fields: { Title: 'kept' } });
    expect(await again.api(delta).get()).toMatchObject({ value: [] });
    await expect(again.api(items).post({ fields: { CaseRef: 'PTT-1' } })).rejects.toThrow(/duplicate values/);
    expect((await again.api(items).post({ fields: { CaseRef: 'PTT-2' } })).id).toBe('2');
    expect(Buffer.from(second.store.drives.content(file.id) ?? []).toString()).toBe('bytes');
    expect(second.store.sharing.fileRole(officer.id, file.id)).toBe('read');
    expect(second.store.mail.inboxOf(officer.mail)).toHaveLength(1);
    expect(second.store.conversations.list(channelId)).toEqual([message]);
    expect(Number(second.store.conversations.newId())).toBeGreaterThan(Number(message.id));
    await second.stop();
  });

  it('begins anew when asked to, and then knows none of the old readers’ places', async () => {
    const dataFile = join(folder, 'fresh.sqlite');
    const first = await aTenant({ dataFile });
    const client = graphClient(first, await appToken(first));
    await casesList(client);
    const delta: string = (await client.api(`${larkfield}/lists/Cases/items/delta`).get())['@odata.deltaLink'];
    await first.stop();

    const second = await aTenant({ dataFile, fresh: true });
    const again = graphClient(second, await appToken(second));
    expect((await again.api(`${larkfield}/lists`).get()).value).toHaveLength(1);
    await casesList(again);
    const token = delta.split('token=')[1] ?? '';
    const resync = again.api(`${larkfield}/lists/Cases/items/delta`).query({ token }).get();
    await expect(resync).rejects.toMatchObject({ statusCode: 410 });
    await second.stop();
  });

  it('numbers messages so that a page can ask for what is new, edits and deletions among it', async () => {
    const tenant = await aTenant();
    const { conversations } = tenant.store;
    const id = conversations.newId();
    const root = conversations.add(`${channelId};messageid=${id}`, { text: 'root' }, { id });
    const reply = conversations.add(`${channelId};messageid=${id}`, { text: 'reply' });
    const seen = conversations.latestSequence();
    conversations.update(root.conversationId, root.id, { text: 'edited' });
    conversations.remove(reply.conversationId, reply.id);
    expect(
      conversations.since(seen).map(({ id: changed, deleted, activity }) => [changed, deleted, activity['text']]),
    ).toEqual([
      [root.id, false, 'edited'],
      [reply.id, true, undefined],
    ]);
    expect(conversations.listChannel(channelId).map(({ activity }) => activity['text'])).toEqual(['edited']);
    expect(conversations.update(reply.conversationId, reply.id, {})).toBeUndefined();
    await tenant.stop();
  });
});
