import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { casePageSchema, problemSchema, sectionPageSchema } from '#tab/contract/answers.ts';
import { sectionKey } from '#workflows/casework/save-section.ts';
import type { Membership } from '#workflows/ports.ts';
import { openApi, sencoMember, teacherMember, type ApiBench } from './api-bench.ts';

let api: ApiBench;
let ref: string;
beforeEach(async () => {
  api = await openApi();
  ref = await api.world.inPreparation();
});
afterEach(() => api.stop());

const pathOf = (kind: string) => `/schools/LARK/cases/${ref}/sections/${kind}`;
const read = async (kind: string, who: Membership = sencoMember) =>
  sectionPageSchema.parse((await api.as(who, pathOf(kind))).body);
const save = (kind: string, body: object, etag: string, who: Membership = sencoMember) =>
  api.as(who, pathOf(kind), { etag, pressId: 'press-1', body });

const contact = { contacts: [{ on: '2026-11-23', by: 'Teasel Oakley' }] };

describe('a part of a case', () => {
  it('opens with what there is to begin from, what belongs in it, and what it lacks', async () => {
    const page = await read('risk');
    expect(page).toMatchObject({ ref, kind: 'risk', title: 'Risk assessment', etag: '', readOnly: null });
    expect(page.schema).toMatchObject({ type: 'object', properties: { risk: expect.anything() } });
    expect(page.findings.length).toBeGreaterThan(0);
    expect(page.findings.every(({ section }) => section === 'risk')).toBe(true);
    expect((await read('purpose')).body).toMatchObject({ reasons: [{ reason: 'Mental health' }] });
  });

  it('is saved, shown as it is then, and named on the case’s page with who wrote it', async () => {
    const { etag } = await read('contacts');
    const answer = await save('contacts', contact, etag);
    expect(answer.status).toBe(200);
    const after = sectionPageSchema.parse(answer.body);
    expect(after.etag).not.toBe('');
    expect(after.body).toMatchObject(contact);
    const page = casePageSchema.parse((await api.as(sencoMember, `/schools/LARK/cases/${ref}`)).body);
    expect(page.sections.find(({ kind }) => kind === 'contacts')?.changed).toEqual({
      by: 'Wren Larkspur',
      on: '2026-11-23',
    });
    expect(api.followed).toEqual(['LARK']);
  });

  it('is kept back when somebody else has written meanwhile', async () => {
    const { etag } = await read('contacts');
    await save('contacts', contact, etag, teacherMember);
    expect((await save('contacts', { contacts: [] }, etag)).status).toBe(409);
    expect((await read('contacts')).body).toMatchObject(contact);
  });

  it('that somebody spoiled by hand is only read, and says which row is to be mended; nothing is written over it', async () => {
    await save('contacts', contact, '');
    const { sections } = api.world.outside.workspace.lists.school('LARK');
    sections.editByHand(sectionKey(ref, 'contacts'), { Body: 'see the file' }, 'Heron Reed');
    await api.world.records.sections.refresh();
    const words =
      'In SharePoint, item 1 of the list “Case sections” cannot be read: Body is not the JSON that the product wrote.';
    expect(await read('contacts')).toMatchObject({
      etag: '',
      readOnly: expect.stringMatching(new RegExp(`^${words} What is written there is kept`)),
    });
    const answer = await save('contacts', { contacts: [] }, '');
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({
      words: `${words} Nothing was written over it.`,
      next: expect.stringContaining('Mend that column'),
    });
    expect(api.world.records.sections.problems()).toHaveLength(1);
  });

  it('is refused to a teacher where those who lead cases write, and said to be so before', async () => {
    const page = await read('risk', teacherMember);
    const answer = await save('risk', {}, page.etag, teacherMember);
    expect(answer.status).toBe(403);
    expect(page.readOnly).toBe(problemSchema.parse(answer.body).words);
    expect((await read('contacts', teacherMember)).readOnly).toBeNull();
    expect(api.followed).toEqual([]);
  });

  it.each<[object, string]>([
    [{ contacts: [{ on: '2026-02-30' }] }, 'contacts.0.on'],
    [{ contacts: [contact.contacts[0], {}] }, 'contacts.1.on'],
    [{ contacts: 'none' }, 'contacts'],
  ])('with %o is refused at the place in it, and nothing is written', async (body, field) => {
    const answer = await save('contacts', body, '');
    expect([answer.status, problemSchema.parse(answer.body).field]).toEqual([422, field]);
    expect((await read('contacts')).etag).toBe('');
  });

  it.each(['nothing', 'constructor', '__proto__', ''])('that is called “%s” is not found', async (kind) => {
    expect((await api.as(sencoMember, pathOf(kind))).status).toBe(404);
    expect((await save(kind, {}, '')).status).toBe(404);
  });

  it('of a case that is not there is not found', async () => {
    expect((await api.as(sencoMember, '/schools/LARK/cases/AAA-AAA/sections/risk')).status).toBe(404);
  });

  it('without a body that can be read is refused', async () => {
    expect(await api.as(sencoMember, pathOf('contacts'), { etag: '', pressId: 'p' })).toMatchObject({
      status: 422,
      body: { field: 'body' },
    });
  });
});
