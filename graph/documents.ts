import type { Documents } from '#workflows/ports.ts';
import { z } from 'zod';
import type { Graph } from './http.ts';
import { renderNotice } from './notice-document.ts';
import type { Sites } from './sites.ts';

const folder = 'Part-time timetables';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const File = z.object({ id: z.string(), webUrl: z.string() });
const Invited = z.object({ value: z.array(z.object({ error: z.unknown().optional() })) });

/** Files notices in the document library of a school's site and shares each with its readers, who have to sign in. */
export function createDocuments(graph: Graph, sites: Sites): Documents {
  const drives = new Map<string, Promise<string>>();

  async function askForDrive(sitePath: string): Promise<string> {
    const answer = await graph.get(`/sites/${await sites.idOf(sitePath)}/drive`);
    return z.object({ id: z.string() }).parse(answer).id;
  }

  function driveOf(sitePath: string): Promise<string> {
    const asked = drives.get(sitePath) ?? askForDrive(sitePath);
    drives.set(sitePath, asked);
    asked.catch(() => drives.delete(sitePath));
    return asked;
  }

  return {
    async file(school, document, readers) {
      const drive = `/drives/${await driveOf(school.sitePath)}`;
      const path = [folder, `${fileName(document.reference)}.docx`].map(encodeURIComponent).join('/');
      const file = File.parse(await graph.put(`${drive}/root:/${path}:/content`, await renderNotice(document), docx));
      if (readers.length > 0) await share(graph, `${drive}/items/${file.id}/invite`, readers);
      return file.webUrl;
    },
  };
}

async function share(graph: Graph, invitePath: string, readers: readonly string[]): Promise<void> {
  const answer = await graph.post(invitePath, {
    recipients: readers.map((email) => ({ email })),
    requireSignIn: true,
    sendInvitation: false,
    roles: ['read'],
  });
  const refused = Invited.parse(answer).value.filter(({ error }) => error !== undefined && error !== null).length;
  if (refused > 0) {
    throw new Error(
      `A notice could not be shared with ${refused} of ${readers.length} readers: each must have an account or be a guest of this tenant.`,
    );
  }
}

/** References are plain; should one not be, SharePoint must still take it as one file's name. */
const fileName = (reference: string): string => reference.replace(/["*:<>?/\\|#%]/g, '-').trim();
