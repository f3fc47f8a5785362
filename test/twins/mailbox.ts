import type { Mail, Mailbox } from '#workflows/ports.ts';

export interface TwinMailbox extends Mailbox {
  sent(): readonly Mail[];
  failNext(error: Error): void;
}

export function createTwinMailbox(): TwinMailbox {
  const sent: Mail[] = [];
  let failure: Error | undefined;
  return {
    async send(mail) {
      const error = failure;
      failure = undefined;
      await Promise.resolve();
      if (error) throw error;
      if (!sent.some(({ key }) => key === mail.key)) sent.push(mail);
    },
    sent: () => [...sent],
    failNext(error) {
      failure = error;
    },
  };
}
