// What every implementation of the smaller ports promises.
import type { Documents, Mailbox, NoticeDocument, People, SchoolRow } from '#workflows/ports.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

type Stop = () => Promise<void>;

export interface PeopleBench {
  readonly people: People;
  /** Someone in one school's Team and in the group of SENCOs. */
  readonly senco: { readonly id: string; readonly name: string; readonly school: string };
  /** Someone in the trust's group. */
  readonly trustOfficer: { readonly id: string };
  /** Someone in no school's Team and no group. */
  readonly stranger: { readonly id: string };
  readonly allSchools: readonly string[];
  readonly stop: Stop;
}

export function peopleContract(name: string, open: () => Promise<PeopleBench>): void {
  describe(`who people are, by ${name}`, () => {
    let bench: PeopleBench;
    beforeEach(async () => {
      bench = await open();
    });
    afterEach(() => bench.stop());

    it('a SENCO belongs to her school and plays her part there', async () => {
      const { id, name: hers, school } = bench.senco;
      expect(await bench.people.whoIs(id)).toEqual({ id, name: hers, roles: ['senco'], schools: [school] });
    });

    it('a trust officer belongs to every school', async () => {
      const found = await bench.people.whoIs(bench.trustOfficer.id);
      expect(found.roles).toEqual(['trust']);
      expect(found.schools.toSorted()).toEqual(bench.allSchools.toSorted());
    });

    it('a stranger belongs nowhere', async () => {
      expect(await bench.people.whoIs(bench.stranger.id)).toMatchObject({ roles: [], schools: [] });
    });
  });
}

export interface DocumentsBench {
  readonly documents: Documents;
  readonly school: SchoolRow;
  /** A mail address that a document can be shared with. */
  readonly reader: string;
  /** A reference under which nothing is filed yet. */
  readonly reference: string;
  /** How many documents of this reference stand in the library, and who may read the one. */
  standing(reference: string): Promise<{ readonly count: number; readonly readers: readonly string[] }>;
  readonly stop: Stop;
}

export const aNotice: NoticeDocument = {
  reference: 'K7M-2QX notification 1',
  title: 'Part-time timetable: notification',
  facts: [
    { term: 'Pupil', description: 'Jimmy Example' },
    { term: 'Times in school', description: 'Monday to Friday\n9:00 to 11:00' },
  ],
};

export function documentsContract(name: string, open: () => Promise<DocumentsBench>): void {
  describe(`documents filed by ${name}`, () => {
    let bench: DocumentsBench;
    let notice: NoticeDocument;
    beforeEach(async () => {
      bench = await open();
      notice = { ...aNotice, reference: bench.reference };
    });
    afterEach(() => bench.stop());

    it('have an address that asks for sign-in and says nothing of the pupil', async () => {
      const address = await bench.documents.file(bench.school, notice, [bench.reader]);
      expect(address).toMatch(/^https:\/\//);
      expect(decodeURIComponent(address)).not.toMatch(/Jimmy|Example/);
      expect(await bench.standing(notice.reference)).toEqual({ count: 1, readers: [bench.reader] });
    });

    it('stand in the same place when they are filed again', async () => {
      const first = await bench.documents.file(bench.school, notice, [bench.reader]);
      const second = await bench.documents.file(bench.school, { ...notice, title: 'Corrected' }, [bench.reader]);
      expect(second).toBe(first);
      expect(await bench.standing(notice.reference)).toEqual({ count: 1, readers: [bench.reader] });
    });
  });
}

export interface MailboxBench {
  readonly mailbox: Mailbox;
  /** A person's address. */
  readonly to: string;
  /** What has arrived there. */
  arrived(): Promise<readonly { readonly subject: string; readonly text: string }[]>;
  readonly stop: Stop;
}

const aMail = {
  key: 'K7M-2QX/notice/notification',
  subject: 'A new notice',
  text: 'Read it at https://documents.example/1 <b>',
} as const;

export function mailboxContract(name: string, open: () => Promise<MailboxBench>): void {
  describe(`mail sent by ${name}`, () => {
    let bench: MailboxBench;
    beforeEach(async () => {
      bench = await open();
    });
    afterEach(() => bench.stop());

    it('arrives as plain text', async () => {
      await bench.mailbox.send({ ...aMail, to: bench.to });
      expect(await bench.arrived()).toEqual([{ subject: aMail.subject, text: aMail.text }]);
    });

    it('arrives once, however often what follows it fails and all is tried again', async () => {
      const [again, another] = ['A notice sent again', 'Another notice'];
      await bench.mailbox.send({ ...aMail, to: bench.to, subject: again });
      await bench.mailbox.send({ ...aMail, to: bench.to, subject: again });
      await bench.mailbox.send({ ...aMail, key: 'K7M-2QX/notice/closure', to: bench.to, subject: another });
      // An inbox may still hold what came before.
      const subjects = (await bench.arrived()).map(({ subject }) => subject).filter((one) => one !== aMail.subject);
      expect(subjects.toSorted()).toEqual([again, another]);
    });
  });
}
