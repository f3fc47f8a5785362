// What is promised to whoever reads a list: reading costs nothing, and a refresh brings what others have done.
import type { Review } from '#domain/case.ts';
import { date } from '#domain/dates.ts';
import { inParallel } from '#graph/in-parallel.ts';
import type { WrittenCells } from '#graph/lists/column.ts';
import type { Records } from '#workflows/ports.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { granted } from './records-contract.ts';
import { aReview } from './rows.ts';

export interface MirrorBench {
  readonly here: Records<Review>;
  /** The same list, as a second instance of the app sees it. */
  readonly elsewhere: Records<Review>;
  /** One more instance, which has just read everything. */
  another(): Promise<Records<Review>>;
  /** What a person does in SharePoint to the review with this key. */
  addByHand(key: string, cells: WrittenCells): Promise<void>;
  editByHand(key: string, cells: WrittenCells): Promise<void>;
  deleteByHand(key: string): Promise<void>;
  stop(): Promise<void>;
}

/** More than Graph gives in one page. */
const many = 210;

const numbered = (number: number): Review => aReview({ key: `K7M-2QX/${number}`, number });

/** All that a review has to have in SharePoint. */
const plain: WrittenCells = { CaseRef: 'K7M-2QX', ReviewNumber: 9, DueOn: '2026-12-04T12:00:00Z' };

export function mirrorContract(name: string, open: () => Promise<MirrorBench>): void {
  describe(`what others do to a list kept by ${name}`, () => {
    let bench: MirrorBench;
    let here: Records<Review>;
    let elsewhere: Records<Review>;

    beforeEach(async () => {
      bench = await open();
      ({ here, elsewhere } = bench);
      for (const number of [1, 2, 3]) granted(await elsewhere.create(numbered(number)));
      await here.refresh();
    });

    afterEach(() => bench.stop());

    const numbers = (records: Records<Review> = here) => records.all().map(({ value }) => value.number);
    const rowOf = (records: Records<Review>, key: string) => {
      const row = records.byKey(key);
      if (!row) throw new Error(`${key} is not seen.`);
      return row;
    };

    it('is seen after a refresh, and not before', async () => {
      const before = here.all();
      granted(await elsewhere.create(numbered(4)));
      granted(await elsewhere.change(rowOf(elsewhere, 'K7M-2QX/1'), { parentWords: 'He sleeps better.' }));
      await elsewhere.remove(rowOf(elsewhere, 'K7M-2QX/2'));
      expect(here.all()).toEqual(before);
      await here.refresh();
      expect(numbers()).toEqual([1, 3, 4]);
      expect(here.byKey('K7M-2QX/1')?.value.parentWords).toBe('He sleeps better.');
    });

    it('is seen whether an app or a person did it', async () => {
      await bench.addByHand('K7M-2QX/9', plain);
      await bench.editByHand('K7M-2QX/1', { DueOn: '2026-12-11T12:00:00Z' });
      await bench.deleteByHand('K7M-2QX/2');
      await here.refresh();
      expect(numbers()).toEqual([1, 3, 9]);
      expect(here.byKey('K7M-2QX/9')?.value).toEqual(
        aReview({ key: 'K7M-2QX/9', number: 9, dueOn: date('2026-12-04') }),
      );
      expect(here.byKey('K7M-2QX/1')?.value.dueOn).toEqual(date('2026-12-11'));
    });

    it('is seen once and as it was left, however often a row was changed in between', async () => {
      for (const pupilWords of ['First.', 'Second.', 'Third.']) {
        granted(await elsewhere.change(rowOf(elsewhere, 'K7M-2QX/1'), { pupilWords }));
      }
      await bench.editByHand('K7M-2QX/1', { SchoolWords: 'Last.' });
      await here.refresh();
      expect(numbers()).toEqual([1, 2, 3]);
      expect(here.byKey('K7M-2QX/1')?.value).toMatchObject({ pupilWords: 'Third.', schoolWords: 'Last.' });
    });

    it('leaves no trace when a row came and went in between', async () => {
      await elsewhere.remove(granted(await elsewhere.create(numbered(4))));
      await here.refresh();
      expect(numbers()).toEqual([1, 2, 3]);
      expect(here.byKey('K7M-2QX/4')).toBeUndefined();
    });

    it('is in the order in which rows were made, however many there are and whoever saw which first', async () => {
      const early = granted(await here.create(numbered(4)));
      const more = Array.from({ length: many }, (_, place) => numbered(place + 5));
      const made = await inParallel(more, 6, (review) => elsewhere.create(review));
      expect(made.filter(({ status }) => status === 'rejected')).toEqual([]);
      granted(await elsewhere.change(early, { pupilWords: 'Seen late.' }));
      await elsewhere.remove(rowOf(elsewhere, 'K7M-2QX/100'));
      await here.refresh();
      expect(here.all()).toHaveLength(4 + many - 1);
      expect(here.all()).toEqual(here.all().toSorted((a, b) => Number(a.id) - Number(b.id)));
      expect(elsewhere.all()).toEqual(here.all());
      expect((await bench.another()).all()).toEqual(here.all());
    });

    it('is the same for an instance that begins now as for one that followed along', async () => {
      await bench.editByHand('K7M-2QX/3', { PupilWords: 'By hand.' });
      await here.refresh();
      await elsewhere.remove(rowOf(elsewhere, 'K7M-2QX/1'));
      await bench.editByHand('K7M-2QX/2', { DueOn: null });
      granted(await elsewhere.create(numbered(4)));
      await here.refresh();
      const fresh = await bench.another();
      expect(fresh.all()).toEqual(here.all());
      expect(fresh.problems()).toEqual(here.problems());
      expect(numbers(fresh)).toEqual([3, 4]);
    });

    it('makes a new row of one that was deleted and made again under its key', async () => {
      const first = rowOf(here, 'K7M-2QX/2');
      await bench.deleteByHand('K7M-2QX/2');
      await bench.addByHand('K7M-2QX/2', { ...plain, ReviewNumber: 2 });
      await here.refresh();
      const second = rowOf(here, 'K7M-2QX/2');
      expect(second.id).not.toBe(first.id);
      expect(second.value.dueOn).toEqual(date('2026-12-04'));
      expect(here.ofCase('K7M-2QX')).toHaveLength(3);
      expect(await here.change(first, { pupilWords: 'Too late.' })).toMatchObject({ error: { theirs: null } });
    });

    it('follows two rows that exchange their keys', async () => {
      const [one, two] = [rowOf(here, 'K7M-2QX/1').id, rowOf(here, 'K7M-2QX/2').id];
      await bench.editByHand('K7M-2QX/1', { Title: 'aside' });
      await bench.editByHand('K7M-2QX/2', { Title: 'K7M-2QX/1' });
      await bench.editByHand('aside', { Title: 'K7M-2QX/2' });
      await here.refresh();
      expect([rowOf(here, 'K7M-2QX/1').id, rowOf(here, 'K7M-2QX/2').id]).toEqual([two, one]);
      expect(here.byKey('aside')).toBeUndefined();
    });

    it('follows a row to another case', async () => {
      await bench.editByHand('K7M-2QX/2', { CaseRef: 'B2C-3D4' });
      await here.refresh();
      expect(here.ofCase('K7M-2QX').map(({ value }) => value.number)).toEqual([1, 3]);
      expect(here.ofCase('B2C-3D4').map(({ value }) => value.number)).toEqual([2]);
    });

    it('is set apart where it cannot be read, until somebody mends or deletes it', async () => {
      await bench.addByHand('K7M-2QX/9', { ...plain, DueOn: null });
      await bench.editByHand('K7M-2QX/1', { ReviewNumber: null });
      await here.refresh();
      await here.refresh();
      expect(numbers()).toEqual([2, 3]);
      expect(here.byKey('K7M-2QX/9')).toBeUndefined();
      expect(here.problems().map(({ column }) => column)).toHaveLength(2);
      expect(new Set(here.problems().map(({ column }) => column))).toEqual(new Set(['Due on', 'Number']));
      await bench.deleteByHand('K7M-2QX/9');
      await bench.editByHand('K7M-2QX/1', { ReviewNumber: 1 });
      await here.refresh();
      expect(here.problems()).toEqual([]);
      expect(numbers()).toEqual([1, 2, 3]);
    });

    it('is seen by everybody who asks after it, also while a reading is under way', async () => {
      const first = here.refresh();
      granted(await elsewhere.create(numbered(4)));
      const second = here.refresh();
      await bench.deleteByHand('K7M-2QX/1');
      const third = here.refresh();
      await Promise.all([first, second, third]);
      expect(numbers()).toEqual([2, 3, 4]);
    });

    it('does not undo what was written here while it was being read', async () => {
      await bench.editByHand('K7M-2QX/2', { PupilWords: 'By hand.' });
      const reading = here.refresh();
      const changed = granted(await here.change(rowOf(here, 'K7M-2QX/1'), { pupilWords: 'Here.' }));
      const made = granted(await here.create(numbered(4)));
      await reading;
      expect(here.byKey('K7M-2QX/1')).toEqual(changed);
      expect(here.byKey('K7M-2QX/4')).toEqual(made);
      await here.refresh();
      expect(here.byKey('K7M-2QX/1')).toEqual(changed);
      expect(numbers()).toEqual([1, 2, 3, 4]);
    });

    it('is nothing at all where a refresh brings nothing: the rows are the very same', async () => {
      const before = here.all();
      await here.refresh();
      for (const [place, row] of here.all().entries()) expect(row).toBe(before[place]);
      expect(here.all()).toHaveLength(3);
    });
  });
}
