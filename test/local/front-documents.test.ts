import { Document, ExternalHyperlink, Packer, Paragraph, TextRun } from 'docx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutUnsafeLinks } from '#local/sharepoint/docx-html.ts';
import {
  type FrontTenant,
  governor,
  officer,
  openPage,
  senco,
  sharePointHost,
  siteId,
  startFront,
} from './front-tenant.ts';

let front: FrontTenant;

afterAll(async () => await front.tenant.stop());

describe('a document', () => {
  const path = '/sites/rowanfield/Shared Documents/Notices/K7M-2QX.docx';

  beforeAll(async () => {
    front = await startFront();
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph('Notice <K7M-2QX>'),
            new Paragraph({
              children: [new ExternalHyperlink({ link: 'javascript:alert(1)', children: [new TextRun('press')] })],
            }),
          ],
        },
      ],
    });
    const { store } = front.tenant;
    const drive = store.drives.ofSite(siteId(front, '/sites/rowanfield'));
    if (drive === undefined) throw new Error('The site has no library.');
    const bytes = new Uint8Array(await Packer.toBuffer(document));
    const saved = store.drives.save(drive.id, 'Notices/K7M-2QX.docx', bytes, { actor: { userId: senco.id } });
    if (!saved.ok) throw new Error(saved.error.message);
    store.sharing.invite(saved.value.item.id, { emails: [officer.mail], role: 'read' });
  });

  test('opens as a page, also for a guest who was invited to it alone', async () => {
    const asOfficer = await openPage(front, officer, path);
    const folder = await openPage(front, officer, '/sites/rowanfield/Shared Documents/Notices');
    const start = await openPage(front, officer, '/');
    expect(asOfficer.text).toContain('Notice &lt;K7M-2QX&gt;');
    expect(folder.status).toBe(403);
    expect(start.text).toContain('K7M-2QX.docx');
  });

  test('may not be opened, nor known of, by anyone else', async () => {
    const [there, notThere] = await Promise.all([
      openPage(front, governor, path),
      openPage(front, governor, `${path}x`),
    ]);
    expect([there.status, there.text]).toEqual([403, notThere.text]);
  });

  test('can be downloaded', async () => {
    const answer = await fetch(`${front.tenant.origin}/${sharePointHost}${path}?download=1`, {
      headers: { cookie: `local_person=${senco.id}` },
    });
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  });

  test('brings no link that could run anything', async () => {
    const { text } = await openPage(front, senco, path);
    expect(text).toContain('press');
    expect(text).not.toContain('javascript:');
    const words = { type: 'run' };
    const cleaned = withoutUnsafeLinks({
      type: 'paragraph',
      children: [{ type: 'hyperlink', href: 'javascript:alert(1)', children: [words] }],
    });
    expect(cleaned).toEqual({ type: 'paragraph', children: [words] });
  });
});
