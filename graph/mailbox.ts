import type { Mailbox } from '#workflows/ports.ts';
import type { Graph } from './http.ts';

/** Sends plain text from the trust's shared mailbox. Microsoft 365 takes the mail in; it does not say whether it arrived. */
export function createMailbox(graph: Graph, sharedMailbox: string): Mailbox {
  const takenIn = new Set<string>();
  return {
    async send({ key, to, subject, text }) {
      if (takenIn.has(key)) return;
      await graph.post(`/users/${encodeURIComponent(sharedMailbox)}/sendMail`, {
        message: {
          subject,
          body: { contentType: 'Text', content: text },
          toRecipients: [{ emailAddress: { address: to } }],
        },
        saveToSentItems: true,
      });
      takenIn.add(key);
    },
  };
}
