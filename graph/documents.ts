import { NotShared } from '#workflows/notices/not-shared.ts';
import type { Documents } from '#workflows/ports.ts';
import { z } from 'zod';
import { GraphFailure } from './graph-failure.ts';
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
  const invitation = {
    recipients: readers.map((email) => ({ email })),
    requireSignIn: true,
    sendInvitation: false,
    roles: ['read'],
  };
  const answer = await graph.post(invitePath, invitation).catch((error: unknown) => {
    throw whyNotShared(error) ?? error;
  });
  const isRefused = Invited.parse(answer).value.some(({ error }) => error !== undefined && error !== null);
  if (isRefused) throw new NotShared(noGuest);
}

/** Null for a failure that has nothing to do with the reader. An app may share with guests who are there, and make nobody a guest. */
function whyNotShared(error: unknown): NotShared | null {
  if (!(error instanceof GraphFailure)) return null;
  if (error.status === 403) return new NotShared(noSharing);
  // SharePoint has answered 500 as well where an app shared with an address that is no guest.
  return error.status === 400 || error.status === 500 ? new NotShared(noGuest) : null;
}

const noGuest =
  'It is filed, but Microsoft 365 did not let its reader in, most often because their address is no guest here yet. A Microsoft 365 administrator can invite the address that the register has for the authority: Entra admin centre, Users, “Invite external user”. The notice is then sent by itself within ten minutes.';
const noSharing =
  'It is filed, but SharePoint does not let the app share it. A Microsoft 365 administrator can allow sharing with existing guests: SharePoint admin centre, “Active sites”, the school’s site, “Settings”, “External file sharing”. The notice is then sent by itself within ten minutes.';

/** References are plain; should one not be, SharePoint must still take it as one file's name. */
const fileName = (reference: string): string => reference.replace(/["*:<>?/\\|#%]/g, '-').trim();
