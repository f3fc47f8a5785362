// Lets the app die at any of its writes, and starts it again.
import type { AuthorityId } from '#domain/school.ts';
import type { Outside, Records } from '#workflows/ports.ts';

/** What a test sees when the process has gone. */
export class Died extends Error {
  override readonly name = 'Died';
}

export interface Mortal {
  readonly outside: Outside;
  /** How many writes were begun: list rows, documents, mails and posts alike. */
  readonly writes: () => number;
}

export interface Death {
  /** The write at which the process dies, counted from 1; later than the last means never. */
  readonly at: number;
  /** Whether Microsoft 365 still carries that write out. */
  readonly carriedOut: boolean;
}

/** The same outside for a process that dies at one of its writes. After its death nothing it does has any effect. */
export function mortal(outside: Outside, { at, carriedOut }: Death): Mortal {
  let begun = 0;
  let dead = false;
  async function write<T>(effect: () => Promise<T>): Promise<T> {
    if (dead) throw new Died('The process had died before this write.');
    begun += 1;
    if (begun !== at) return effect();
    dead = true;
    if (carriedOut) await effect();
    throw new Died(`The process died at write ${at}.`);
  }
  const mortalRecords = <T>(records: Records<T>): Records<T> => ({
    ...records,
    create: (value) => write(() => records.create(value)),
    change: (row, changes) => write(() => records.change(row, changes)),
    changeAsSeen: (row, changes) => write(() => records.changeAsSeen(row, changes)),
    remove: (row) => write(() => records.remove(row)),
  });
  const { workspace, documents, mailbox, staffChannel } = outside;
  return {
    writes: () => begun,
    outside: {
      ...outside,
      workspace: {
        schools: mortalRecords(workspace.schools),
        authorities: mortalRecords(workspace.authorities),
        lostForms: mortalRecords(workspace.lostForms),
        lastRead: (sitePath) => workspace.lastRead(sitePath),
        school: (key) => {
          const { cases, agreements, reviews, notices, chronology, sections, inbox, reminders, sweeps } =
            workspace.school(key);
          return {
            cases: mortalRecords(cases),
            agreements: mortalRecords(agreements),
            reviews: mortalRecords(reviews),
            notices: mortalRecords(notices),
            chronology: mortalRecords(chronology),
            sections: mortalRecords(sections),
            inbox: mortalRecords(inbox),
            reminders: mortalRecords(reminders),
            sweeps: mortalRecords(sweeps),
          };
        },
        governors: (key) => {
          const { view, reports } = workspace.governors(key);
          return { view: mortalRecords(view), reports: mortalRecords(reports) };
        },
        authorityNotices: (key: AuthorityId) => mortalRecords(workspace.authorityNotices(key)),
      },
      documents: { file: (...given) => write(() => documents.file(...given)) },
      mailbox: { send: (mail) => write(() => mailbox.send(mail)) },
      staffChannel: { post: (...given) => write(() => staffChannel.post(...given)) },
    },
  };
}

/** The same instance of the app, in a later run. */
export const startedAgain = (outside: Outside): Outside => ({
  ...outside,
  instance: { ...outside.instance, run: 'run-2' },
});
