import type { Mail, Mailbox } from '#workflows/ports.ts';

export interface TwinMailbox extends Mailbox {
  sent(): readonly Mail[];
  failNext(error: Error): void;
  /** The same mailbox for another run of the app, which does not know what this one has sent. */
  ofAnotherRun(): Mailbox;
}

export function createTwinMailbox(): TwinMailbox {
  const sent: Mail[] = [];
  let failure: Error | undefined;
  const ofARun = (): Mailbox => {
    const takenIn = new Set<string>();
    return {
      async send(mail) {
        const error = failure;
        failure = undefined;
        await Promise.resolve();
        if (error) throw error;
        if (takenIn.has(mail.key)) return;
        takenIn.add(mail.key);
        sent.push(mail);
      },
    };
  };
  return {
    ...ofARun(),
    ofAnotherRun: ofARun,
    sent: () => [...sent],
    failNext(error) {
      failure = error;
    },
  };
}
