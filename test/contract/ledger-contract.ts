// What is promised of the list of reminders, whoever keeps it: with it, several instances that come and go say each reminder once.
import { aCase, anAgreement, aReview } from '#test/builders/casework.ts';
import { aSchool } from '#test/builders/schools.ts';
import { inDays } from '#test/builders/today.ts';
import { err } from '#domain/result.ts';
import { createTwinClock, type TwinClock } from '#test/twins/clock.ts';
import { createTwinLog } from '#test/twins/log.ts';
import { createTwinStaffChannel, type TwinStaffChannel } from '#test/twins/staff-channel.ts';
import type { StaffChannel } from '#workflows/ports.ts';
import { sweepSchool, type SweepOutcome, type SweptLists } from '#workflows/sweep-reminders.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { granted } from './records-contract.ts';

export interface LedgerBench {
  readonly here: SweptLists;
  /** The same lists, as a second instance of the app sees them. */
  readonly elsewhere: SweptLists;
  stop(): Promise<void>;
}

/** Takes the card, or does not, and gives no answer either way. */
const silent: StaffChannel = { post: () => Promise.reject(new Error('Teams answered 502')) };

export function ledgerContract(name: string, open: () => Promise<LedgerBench>): void {
  describe(`the ledger of reminders kept by ${name}`, () => {
    let bench: LedgerBench;
    let clock: TwinClock;
    let channel: TwinStaffChannel;
    const school = aSchool();

    // A morning on which one review is due, and one consent has not been signed.
    beforeEach(async () => {
      bench = await open();
      clock = createTwinClock();
      channel = createTwinStaffChannel();
      granted(await bench.here.cases.create(aCase()));
      granted(await bench.here.reviews.create(aReview()));
      granted(await bench.here.agreements.create(anAgreement({ state: 'asked', askedOn: inDays(-7) })));
      await catchUp(bench.elsewhere);
    });

    afterEach(() => bench.stop());

    async function catchUp({ cases, reviews, agreements, reminders }: SweptLists): Promise<void> {
      for (const list of [cases, reviews, agreements, reminders]) await list.refresh();
    }

    /** One look of an instance, `name/run`, at what is to be said. */
    function sweep(lists: SweptLists, instance = 'app/run-1', staffChannel: StaffChannel = channel) {
      const [name = '', run = ''] = instance.split('/');
      const { log } = createTwinLog();
      const workspace = { school: () => lists, lastRead: () => null };
      return sweepSchool({ workspace, staffChannel, clock, log, instance: { name, run } }, school);
    }

    /** The same lists for an instance that hears of nothing new in the ledger. */
    const deaf = (lists: SweptLists): SweptLists => ({
      ...lists,
      reminders: { ...lists.reminders, refresh: () => Promise.resolve() },
    });
    const ledger = (lists: SweptLists = bench.here) => lists.reminders.all().map(({ value }) => value);
    const saidBy = (...outcomes: readonly SweepOutcome[]): number => outcomes.reduce((sum, { said }) => sum + said, 0);
    const lines = (): readonly string[] =>
      channel.posts().flatMap(({ digest }) => [...digest.reviews, ...digest.consents].map(({ words }) => words));
    const spoken = [expect.stringMatching(/^Consent to version 1 not signed/), expect.stringMatching(/^Review 1/)];

    /** An instance that claims both reminders and is never heard of again. */
    async function dieClaiming(lists: SweptLists, instance: string): Promise<void> {
      await expect(sweep(lists, instance, silent)).rejects.toThrow('502');
      expect(ledger(lists)).toMatchObject([{ state: 'claimed' }, { state: 'claimed' }]);
    }

    it('has each reminder claimed before it is said, and settled with its message', async () => {
      let claims: unknown;
      const watched: StaffChannel = {
        async post(...given) {
          await bench.elsewhere.reminders.refresh();
          claims = ledger(bench.elsewhere).map(({ state, claimedBy, activityId }) => [state, claimedBy, activityId]);
          return channel.post(...given);
        },
      };
      expect(await sweep(bench.here, 'app/run-1', watched)).toMatchObject({ said: 2, failed: 0 });
      expect(claims).toEqual(Array(2).fill(['claimed', 'app/run-1', null]));
      const [post] = channel.posts();
      const settled = { state: 'posted', attempts: 1, activityId: post?.activityId, claimedAt: clock.now() };
      expect(ledger()).toMatchObject([settled, settled]);
      expect(lines().toSorted()).toEqual(spoken);
    });

    it('lets nobody say a reminder again: not this instance, not another, not one that starts', async () => {
      await sweep(bench.here);
      clock.advance({ hours: 1 });
      expect(await sweep(bench.here)).toMatchObject({ said: 0, failed: 0, words: 'Nothing new to say.' });
      expect(await sweep(deaf(bench.elsewhere), 'other/run-1')).toMatchObject({ said: 0, failed: 0 });
      expect(await sweep(bench.elsewhere, 'app/run-2')).toMatchObject({ said: 0, failed: 0 });
      expect(lines()).toHaveLength(2);
    });

    it('gives each reminder to one of two instances that look at the same moment', async () => {
      const both = await Promise.all([sweep(bench.here), sweep(bench.elsewhere, 'other/run-1')]);
      expect(saidBy(...both)).toBe(2);
      expect(lines().toSorted()).toEqual(spoken);
      await bench.here.reminders.refresh();
      expect(ledger()).toMatchObject([
        { state: 'posted', attempts: 1 },
        { state: 'posted', attempts: 1 },
      ]);
    });

    it('keeps nothing of a post that was refused, so that the next look says it, whoever looks', async () => {
      channel.unreachable(school.key, 'The staff channel is gone.');
      expect(await sweep(bench.here)).toMatchObject({ said: 0, failed: 2, words: 'The staff channel is gone.' });
      expect(ledger()).toEqual([]);
      channel.unreachable(school.key, null);
      await bench.elsewhere.reminders.refresh();
      expect(await sweep(bench.elsewhere, 'other/run-1')).toMatchObject({ said: 2 });
      expect(ledger(bench.elsewhere)).toMatchObject([{ attempts: 1 }, { attempts: 1 }]);
    });

    it('gives the claims of an instance’s earlier run to its next at once', async () => {
      await dieClaiming(bench.elsewhere, 'app/run-1');
      expect(await sweep(bench.here, 'app/run-2')).toMatchObject({ said: 2 });
      const settled = { state: 'posted', attempts: 2, claimedBy: 'app/run-2' };
      expect(ledger()).toMatchObject([settled, settled]);
      expect(lines().toSorted()).toEqual(spoken);
    });

    it('gives them to it although it hears of them only when it claims', async () => {
      await dieClaiming(bench.elsewhere, 'app/run-1');
      expect(await sweep(deaf(bench.here), 'app/run-2')).toMatchObject({ said: 2, open: 0 });
      expect(lines().toSorted()).toEqual(spoken);
    });

    it('leaves the claims of another instance alone for ten minutes', async () => {
      await dieClaiming(bench.elsewhere, 'other/run-1');
      clock.advance({ minutes: 9, seconds: 59 });
      expect(await sweep(bench.here)).toMatchObject({ said: 0, failed: 0, open: 2 });
      clock.advance({ seconds: 1 });
      expect(await sweep(bench.here)).toMatchObject({ said: 2, open: 0 });
      expect(lines().toSorted()).toEqual(spoken);
    });

    it.each([
      ['another', 'gone/run-1'],
      ['the one', 'app/run-1'],
      ['the other', 'other/run-1'],
    ])('gives a dead claim of %s to one of two instances that take it over at the same moment', async (_, of) => {
      await dieClaiming(bench.elsewhere, of);
      clock.advance({ minutes: 10 });
      const both = await Promise.all([sweep(bench.here), sweep(bench.elsewhere, 'other/run-1')]);
      expect(saidBy(...both)).toBe(2);
      expect(lines().toSorted()).toEqual(spoken);
      await bench.here.reminders.refresh();
      expect(ledger()).toMatchObject([
        { state: 'posted', attempts: 2 },
        { state: 'posted', attempts: 2 },
      ]);
    });

    it('keeps what another instance took over while Teams was long in refusing it', async () => {
      let overtaking: unknown;
      const slow: StaffChannel = {
        async post() {
          clock.advance({ minutes: 10 });
          overtaking = await sweep(bench.elsewhere, 'other/run-1');
          return err('Teams asked us to slow down.');
        },
      };
      expect(await sweep(bench.here, 'app/run-1', slow)).toMatchObject({ said: 0, failed: 2 });
      expect(overtaking).toMatchObject({ said: 2 });
      await bench.here.reminders.refresh();
      const settled = { state: 'posted', attempts: 2, claimedBy: 'other/run-1' };
      expect(ledger()).toMatchObject([settled, settled]);
      expect(await sweep(bench.here)).toMatchObject({ said: 0, failed: 0, open: 0 });
      expect(lines().toSorted()).toEqual(spoken);
    });

    it('lets nobody say what took so long to claim that others may have said it', async () => {
      const { reminders } = bench.here;
      const slow: SweptLists = {
        ...bench.here,
        reminders: {
          ...reminders,
          create: async (row) => {
            const created = await reminders.create(row);
            clock.advance({ minutes: 10 });
            return created;
          },
        },
      };
      expect(await sweep(slow)).toMatchObject({ said: 0, failed: 2, words: expect.stringContaining('too slow') });
      expect(lines()).toEqual([]);
      expect(await sweep(bench.elsewhere, 'other/run-1')).toMatchObject({ said: 2 });
    });

    it('is asked about what holds now, not about what an instance remembers', async () => {
      const [asked] = bench.elsewhere.agreements.all();
      if (!asked) throw new Error('No consent was asked for.');
      granted(await bench.elsewhere.agreements.change(asked, { state: 'signed', answeredOn: inDays(0) }));
      expect(await sweep(bench.here)).toMatchObject({ said: 1 });
      expect(lines()).toEqual([spoken[1]]);
    });

    it('takes no claim over that was settled in the last moment', async () => {
      const heard: StaffChannel = {
        async post(...given) {
          // The other instance has seen the claims, and sees nothing more.
          await bench.elsewhere.reminders.refresh();
          return channel.post(...given);
        },
      };
      expect(await sweep(bench.here, 'app/run-1', heard)).toMatchObject({ said: 2 });
      clock.advance({ minutes: 10 });
      expect(ledger(bench.elsewhere)).toMatchObject([{ state: 'claimed' }, { state: 'claimed' }]);
      expect(await sweep(deaf(bench.elsewhere), 'other/run-1')).toMatchObject({ said: 0 });
      expect(lines()).toHaveLength(2);
    });

    it('remembers a try without a clear answer when the next is refused', async () => {
      await dieClaiming(bench.here, 'app/run-1');
      channel.unreachable(school.key, 'Teams asked us to slow down.');
      expect(await sweep(bench.here, 'app/run-2')).toMatchObject({ said: 0, failed: 2 });
      expect(ledger()).toMatchObject([{ attempts: 1 }, { attempts: 1 }]);
      await dieClaiming(bench.here, 'app/run-3');
      channel.unreachable(school.key, null);
      expect(await sweep(bench.here, 'app/run-4')).toMatchObject({ said: 0 });
      expect(ledger().map(({ state }) => state)).toEqual(['unknown', 'unknown']);
    });

    it('shows a person a dead claim of what holds no longer', async () => {
      await dieClaiming(bench.here, 'app/run-1');
      const [asked] = bench.here.agreements.all();
      if (!asked) throw new Error('No consent was asked for.');
      granted(await bench.here.agreements.change(asked, { state: 'signed', answeredOn: inDays(0) }));
      expect(await sweep(bench.here, 'app/run-2')).toMatchObject({ said: 1 });
      expect(
        ledger()
          .map(({ state }) => state)
          .toSorted(),
      ).toEqual(['posted', 'unknown']);
    });

    it('leaves to a person what was tried twice without a clear answer', async () => {
      await dieClaiming(bench.here, 'app/run-1');
      await dieClaiming(bench.here, 'app/run-2');
      expect(ledger()).toMatchObject([{ attempts: 2 }, { attempts: 2 }]);
      expect(await sweep(bench.here, 'app/run-3')).toMatchObject({ said: 0, failed: 0 });
      expect(ledger().map(({ state }) => state)).toEqual(['unknown', 'unknown']);
      clock.advance({ hours: 3 });
      await bench.elsewhere.reminders.refresh();
      expect(await sweep(bench.elsewhere, 'other/run-1')).toMatchObject({ said: 0, failed: 0 });
      expect(lines()).toEqual([]);
    });
  });
}
