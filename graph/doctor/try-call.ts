// Permissions are tried with calls that the service must refuse for another reason: a thing that does not exist, a mail without a recipient.
import { GraphFailure } from '../graph-failure.ts';
import type { Graph } from '../http.ts';

/** The status of the answer: 403 for want of a permission, 200 for success. Throws when the answer does not tell. */
export async function statusOf(call: () => Promise<unknown>): Promise<number> {
  try {
    await call();
    return 200;
  } catch (error) {
    if (error instanceof GraphFailure && telling.includes(error.status)) return error.status;
    throw error;
  }
}

const telling = [400, 403, 404, 409, 412, 413, 422];

/** Whether the caller got as far as the thing itself. */
export const isAllowed = async (call: () => Promise<unknown>): Promise<boolean> => (await statusOf(call)) !== 403;

/** Beyond any item that a list can hold. */
const noItem = '2147483647';
const noId = '00000000-0000-0000-0000-000000000000';

/** Each leaves everything as it is, whatever it is answered. */
export const trials = {
  writeItems: (graph: Graph, listPath: string) => () => graph.patch(`${listPath}/items/${noItem}/fields`, {}),
  changeColumns: (graph: Graph, listPath: string) => () => graph.patch(`${listPath}/columns/${noId}`, {}),
  shareFiles: (graph: Graph, driveId: string) => () =>
    graph.post(`/drives/${driveId}/items/${noId}/invite`, {
      recipients: [],
      requireSignIn: true,
      sendInvitation: false,
      roles: ['read'],
    }),
  readGroup:
    (graph: Graph, group: string = noId) =>
    () =>
      graph.get(`/groups/${group}/transitiveMembers`),
  sendMail: (graph: Graph, mailbox: string) => () =>
    graph.post(`/users/${encodeURIComponent(mailbox)}/sendMail`, {
      message: { subject: 'Nobody gets this', body: { contentType: 'Text', content: '' }, toRecipients: [] },
      saveToSentItems: true,
    }),
} as const;
