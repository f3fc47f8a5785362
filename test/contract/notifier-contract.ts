// What is promised of the staff channel, whoever posts there.
import type { Digest, DigestItem, SchoolRow, StaffChannel } from '#workflows/ports.ts';
import { sweepSchool } from '#workflows/sweep-reminders.ts';
import { aCase, anAgreement, aReview } from '#test/builders/casework.ts';
import { inDays, today } from '#test/builders/today.ts';
import { createTwinOutside } from '#test/twins/outside.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { granted } from './records-contract.ts';

export interface NotifierBench {
  readonly staffChannel: StaffChannel;
  /** A school with a staff channel. */
  readonly school: SchoolRow;
  /** A school whose channel is not there. */
  readonly withoutChannel: SchoolRow;
  /** The cards that stand in the channel, oldest first. */
  posts(): Promise<readonly { readonly activityId: string; readonly card: unknown }[]>;
  stop(): Promise<void>;
}

/** The least that any of Microsoft's documents promises for a message. */
const largestCardBytes = 28 * 1024;

const item = (number: number, words = `Review ${number}: due today`): DigestItem => ({
  caseRef: `A${String(number).padStart(2, '0')}-2QX`,
  initials: 'JE',
  words,
  urgent: number % 2 === 0,
});

export function notifierContract(name: string, open: () => Promise<NotifierBench>): void {
  describe(`the staff channel by ${name}`, () => {
    let bench: NotifierBench;
    beforeEach(async () => {
      bench = await open();
    });
    afterEach(() => bench.stop());

    const digest = (changes: Partial<Digest> = {}): Digest => ({
      school: bench.school.name,
      schoolKey: bench.school.key,
      asOf: today,
      reviews: [item(1)],
      consents: [item(2, 'Consent to version 1 not signed')],
      ...changes,
    });
    const post = (changes?: Partial<Digest>) => bench.staffChannel.post(bench.school, digest(changes));

    it('takes a digest as one card, and answers the number of its message', async () => {
      const activityId = granted(await post());
      const posts = await bench.posts();
      expect(posts.map((one) => one.activityId)).toEqual([activityId]);
      const said = JSON.stringify(posts[0]?.card);
      for (const words of [bench.school.name, 'A01-2QX', 'Review 1: due today', 'A02-2QX', 'not signed']) {
        expect(said).toContain(words);
      }
    });

    it('takes the same digest twice for two: saying it once is the ledger’s part', async () => {
      const [first, second] = [granted(await post()), granted(await post())];
      expect(second).not.toBe(first);
      expect((await bench.posts()).map(({ activityId }) => activityId)).toEqual([first, second]);
    });

    it('gives each of several that come together a message of its own', async () => {
      const ids = (await Promise.all([post(), post(), post()])).map(granted);
      expect(new Set(ids).size).toBe(3);
      expect((await bench.posts()).map(({ activityId }) => activityId).toSorted()).toEqual(ids.toSorted());
    });

    it('says in words, with the school’s name, why it cannot be reached, and nothing is posted', async () => {
      const { withoutChannel } = bench;
      const refused = await bench.staffChannel.post(withoutChannel, digest({ school: withoutChannel.name }));
      expect(refused).toMatchObject({ ok: false, error: expect.stringContaining(withoutChannel.name) });
      expect(await bench.posts()).toEqual([]);
      expect(await post()).toMatchObject({ ok: true });
    });

    it('is told of cases by reference and initials, and of no child by name', async () => {
      const outside = createTwinOutside();
      await outside.workspace.schools.create(bench.school);
      const { cases, reviews, agreements } = outside.workspace.school(bench.school.key);
      const theCase = aCase();
      await cases.create(theCase);
      await reviews.create(aReview());
      await agreements.create(anAgreement({ state: 'asked', askedOn: inDays(-7) }));
      const { staffChannel } = bench;
      expect(await sweepSchool({ ...outside, staffChannel }, bench.school)).toMatchObject({ said: 2 });
      const [posted] = await bench.posts();
      const said = JSON.stringify(posted?.card);
      expect(said).toContain(theCase.ref);
      const { pupilName, upn, parentName, reasons, times } = theCase;
      const untold = [...pupilName.split(' '), upn, parentName, ...reasons, theCase.dateOfBirth.toString(), times];
      expect(untold.filter((words) => said.includes(words))).toEqual([]);
    });

    it('takes the longest digest in a card that Teams takes, and says that there is more', async () => {
      const long = 'A line that somebody made as long as lines can be, '.repeat(20);
      const reviews = Array.from({ length: 150 }, (_, place) => item(place, `${place}: ${long}`));
      expect(await post({ reviews, consents: reviews })).toMatchObject({ ok: true });
      const [posted] = await bench.posts();
      const said = JSON.stringify(posted?.card);
      expect(Buffer.byteLength(said)).toBeLessThan(largestCardBytes);
      expect(said).toMatch(/2[89]\d more cases in the tab/);
    });
  });
}
