import { createDocuments } from '#graph/documents.ts';
import { createMailbox } from '#graph/mailbox.ts';
import { createSites } from '#graph/sites.ts';
import { people } from '#local/demo/people.ts';
import { sharedMailbox, sharePointHost } from '#local/demo/tenant.ts';
import { NotShared } from '#workflows/notices/not-shared.ts';
import mammoth from 'mammoth';
import { beforeEach, describe, expect, it } from 'vitest';
import { aNotice, documentsContract, mailboxContract } from '../contract/outside-contracts.ts';
import { aSchool } from '../contract/rows.ts';
import { sharedTenantBench, type TenantBench } from './support/tenant-bench.ts';

const shared = sharedTenantBench();
const officer = people.derbyshireOfficer;
const school = aSchool();

/** The file of a reference in Larkfield's library. */
function fileIn({ tenant }: TenantBench, reference: string) {
  const { drives, sites } = tenant.store;
  const site = sites.byPath(school.sitePath);
  const drive = site && drives.ofSite(site.id);
  return drive && drives.byPath(drive.id, `Part-time timetables/${reference}.docx`);
}

documentsContract('Microsoft Graph', () => {
  const bench = shared();
  return Promise.resolve({
    documents: createDocuments(bench.graph, bench.sites),
    school,
    reader: officer.mail,
    reference: aNotice.reference,
    standing: (reference) => {
      const file = fileIn(bench, reference);
      const folder = file?.parentId ? bench.tenant.store.drives.children(file.parentId) : [];
      const readers = file ? bench.tenant.store.sharing.permissions(file.id).flatMap(({ userIds }) => userIds) : [];
      const mails = new Set(readers.map((id) => bench.tenant.store.directory.user(id)?.mail ?? id));
      return Promise.resolve({ count: folder.length, readers: [...mails] });
    },
    stop: () => Promise.resolve(),
  });
});

mailboxContract('the shared mailbox', () => {
  const bench = shared();
  const inbox = () => bench.tenant.store.mail.inboxOf(officer.mail);
  return Promise.resolve({
    mailbox: createMailbox(bench.graph, sharedMailbox),
    to: officer.mail,
    arrived: () =>
      Promise.resolve(
        inbox()
          .filter((mail) => mail.from === sharedMailbox && mail.contentType === 'text')
          .map(({ subject, content }) => ({ subject, text: content })),
      ),
    stop: () => Promise.resolve(),
  });
});

describe('a notice in the school’s library', () => {
  let bench: TenantBench;

  beforeEach(() => {
    bench = shared();
  });

  const documents = () => createDocuments(bench.graph, bench.sites);

  it('is a Word document that says all there is to say', async () => {
    await documents().file(school, aNotice, []);
    const file = fileIn(bench, aNotice.reference);
    const bytes = file && bench.tenant.store.drives.content(file.id);
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes ?? []) });
    expect(value).toContain('<h1>Part-time timetable: notification</h1>');
    expect(value).toContain('Reference K7M-2QX notification 1');
    expect(value).toMatch(/<td><p><strong>Pupil<\/strong><\/p><\/td><td><p>Jimmy Example<\/p><\/td>/);
    expect(value).toContain('<p>Monday to Friday</p><p>9:00 to 11:00</p>');
  });

  it('lets the officer read it, and nobody who was not named', async () => {
    await documents().file(school, aNotice, [officer.mail]);
    const file = fileIn(bench, aNotice.reference);
    const role = (id: string) => bench.tenant.store.sharing.fileRole(id, file?.id ?? '');
    expect(role(officer.id)).toBe('read');
    expect(role(people.derbyCityOfficer.id)).toBeNull();
    expect(role(people.larkGovernor.id)).toBeNull();
  });

  it.each([
    ['nobody here', 'nobody@elsewhere.example', null, /Invite external user/],
    ['a guest, where SharePoint shares nothing', officer.mail, 403, /External file sharing/],
    ['nobody here, where SharePoint fails for it', officer.mail, 500, /Invite external user/],
  ])(
    'that cannot be shared because its reader is %s says what to do, and names nobody',
    async (_, reader, status, todo) => {
      if (status !== null) bench.tenant.faults.failNext({ method: 'POST', path: /\/invite$/, status, times: 1 });
      const failure: unknown = await documents()
        .file(school, aNotice, [reader])
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(NotShared);
      expect(failure).toMatchObject({ words: expect.stringMatching(todo) });
      expect(String(failure)).not.toContain(reader);
      expect(fileIn(bench, aNotice.reference)).toBeDefined();
    },
  );

  it('is another matter when Microsoft 365 is too busy to share it', async () => {
    bench.tenant.faults.failNext({ method: 'POST', path: /\/invite$/, status: 504, times: 1 });
    const failure: unknown = await documents()
      .file(school, aNotice, [officer.mail])
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'GraphFailure', status: 504 });
  });

  it('is not taken for shared when only some of its readers were let in', async () => {
    const filing = documents().file(school, aNotice, [officer.mail, 'nobody@elsewhere.example']);
    await expect(filing).rejects.toBeInstanceOf(NotShared);
  });

  it('asks for the site and its library once', async () => {
    const filed = createDocuments(bench.graph, createSites(bench.graph, sharePointHost));
    await filed.file(school, aNotice, []);
    await filed.file(school, { ...aNotice, reference: 'K7M-2QX update 2' }, []);
    expect(Object.entries(bench.tenant.requests.byRoute()).filter(([route]) => route.startsWith('GET'))).toEqual([
      ['GET /sites/{site}', 1],
      ['GET /sites/{site}/drive', 1],
    ]);
  });
});
