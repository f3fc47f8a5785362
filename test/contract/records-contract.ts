import type { Case, Review } from '#domain/case.ts';
import { date } from '#domain/dates.ts';
import type { Result } from '#domain/result.ts';
import type { WrittenCells } from '#graph/lists/column.ts';
import type { Records, Row } from '#workflows/ports.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCase, aReview } from './rows.ts';

export interface RecordsBench {
  readonly cases: Records<Case>;
  /** The same list, as a second instance of the app sees it. */
  readonly casesElsewhere: Records<Case>;
  readonly reviews: Records<Review>;
  /** What a person does in SharePoint to the case with this reference. */
  editByHand(ref: string, cells: WrittenCells): Promise<void>;
  deleteByHand(ref: string): Promise<void>;
  stop(): Promise<void>;
}

export function granted<T, E>(result: Result<T, E>): T {
  if (result.ok) return result.value;
  throw new Error(`Refused: ${JSON.stringify(result.error)}`);
}

function refused<T, E>(result: Result<T, E>): E {
  if (!result.ok) return result.error;
  throw new Error('Granted, but a refusal was expected.');
}

/** What every implementation of Records promises. */
export function recordsContract(name: string, open: () => Promise<RecordsBench>): void {
  describe(`a list kept by ${name}`, () => {
    let bench: RecordsBench;
    let row: Row<Case>;

    beforeEach(async () => {
      bench = await open();
      row = granted(await bench.cases.create(aCase()));
      await bench.casesElsewhere.refresh();
    });

    afterEach(() => bench.stop());

    it('gives a row back as it was written', async () => {
      expect(row.value).toEqual(aCase());
      expect(bench.casesElsewhere.byKey('K7M-2QX')).toEqual(row);
      expect(bench.casesElsewhere.all()).toEqual([row]);
      expect(bench.cases.byKey('NO-CASE')).toBeUndefined();
    });

    it('keeps a day as the same day on both sides of each clock change', async () => {
      const dates = { startsOn: date('2026-03-28'), endsOn: date('2026-03-29'), nextReviewOn: date('2026-03-30') };
      const autumn = { openedOn: date('2026-10-24'), signedOffOn: date('2026-10-25'), endedOn: date('2026-10-26') };
      const second = aCase({ ref: 'B2C-3D4', sourceKey: 'notification:2', ...dates, ...autumn });
      await bench.cases.create(second);
      await bench.casesElsewhere.refresh();
      expect(bench.casesElsewhere.byKey('B2C-3D4')?.value).toEqual(second);
    });

    it('keeps what is empty empty', async () => {
      const bare = aCase({ ref: 'B2C-3D4', sourceKey: '2', upn: '', groups: [], objectives: '', nextReviewOn: null });
      await bench.cases.create(bare);
      await bench.casesElsewhere.refresh();
      expect(bench.casesElsewhere.byKey('B2C-3D4')?.value).toEqual(bare);
    });

    it('answers a second row with the same key by showing the first', async () => {
      const again = aCase({ sourceKey: 'notification:2', pupilName: 'Somebody Else' });
      expect(refused(await bench.cases.create(again))).toEqual({ kind: 'already there', existing: row });
      expect(refused(await bench.casesElsewhere.create(again))).toEqual({ kind: 'already there', existing: row });
      expect(bench.cases.all()).toHaveLength(1);
    });

    it('makes one case of one form response, whatever reference the second is given', async () => {
      const second = await bench.cases.create(aCase({ ref: 'B2C-3D4' }));
      expect(refused(second)).toEqual({ kind: 'already there', existing: row });
    });

    it('takes a key in small letters for the same key', async () => {
      const second = await bench.cases.create(aCase({ ref: 'k7m-2qx', sourceKey: 'notification:2' }));
      expect(refused(second).existing).toEqual(row);
      expect(bench.cases.byKey('k7m-2qx')).toEqual(row);
    });

    it('lets one of two who create the same row at the same moment have it', async () => {
      const ours = { ref: 'B2C-3D4', sourceKey: 'notification:2' };
      const results = await Promise.all([
        bench.cases.create(aCase({ ...ours, openedBy: 'the first' })),
        bench.casesElsewhere.create(aCase({ ...ours, openedBy: 'the second' })),
      ]);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      await bench.cases.refresh();
      expect(bench.cases.all()).toHaveLength(2);
    });

    it('writes a change and gives the row a new etag', async () => {
      const changed = granted(await bench.cases.change(row, { status: 'active', signedOffOn: date('2026-10-16') }));
      expect(changed.value).toEqual(aCase({ status: 'active', signedOffOn: date('2026-10-16') }));
      expect(changed.etag).not.toBe(row.etag);
      expect(bench.cases.byKey('K7M-2QX')).toEqual(changed);
      await bench.casesElsewhere.refresh();
      expect(bench.casesElsewhere.byKey('K7M-2QX')).toEqual(changed);
    });

    it('clears a column', async () => {
      const changed = granted(await bench.cases.change(row, { nextReviewOn: null, groups: [] }));
      expect(changed.value).toEqual(aCase({ nextReviewOn: null, groups: [] }));
    });

    it('leaves a row alone when a change changes nothing', async () => {
      expect(granted(await bench.cases.change(row, { status: 'agreed' }))).toEqual(row);
      await bench.casesElsewhere.refresh();
      expect(bench.casesElsewhere.byKey('K7M-2QX')?.etag).toBe(row.etag);
    });

    it('merges the changes of two people to different columns', async () => {
      granted(await bench.casesElsewhere.change(row, { hoursInSchool: 12.5 }));
      const merged = granted(await bench.cases.change(row, { status: 'active' }));
      expect(merged.value).toEqual(aCase({ hoursInSchool: 12.5, status: 'active' }));
    });

    it('refuses the second of two changes to the same column, and shows both', async () => {
      const theirs = granted(await bench.casesElsewhere.change(row, { hoursInSchool: 12.5, status: 'active' }));
      const result = await bench.cases.change(row, { hoursInSchool: 15, objectives: 'Something new' });
      expect(refused(result)).toEqual({ kind: 'changed meanwhile', theirs, columns: ['Hours a week in school'] });
      expect(bench.cases.byKey('K7M-2QX')).toEqual(theirs);
    });

    it('does not mind when two people make the same change', async () => {
      const theirs = granted(await bench.casesElsewhere.change(row, { hoursInSchool: 15 }));
      expect(granted(await bench.cases.change(row, { hoursInSchool: 15 }))).toEqual(theirs);
    });

    it('shows what somebody typed into SharePoint after the next refresh', async () => {
      await bench.editByHand('K7M-2QX', { HoursInSchool: 20, NextReview: '2026-12-04T12:00:00Z' });
      await bench.cases.refresh();
      expect(bench.cases.byKey('K7M-2QX')?.value).toEqual(
        aCase({ hoursInSchool: 20, nextReviewOn: date('2026-12-04') }),
      );
    });

    it('shows a row that no longer fits as one to be mended, and hides no other', async () => {
      const other = granted(await bench.cases.create(aCase({ ref: 'B2C-3D4', sourceKey: 'notification:2' })));
      await bench.editByHand('K7M-2QX', { Reasons: 'Mental health; Bad behaviour' });
      await bench.cases.refresh();
      expect(bench.cases.all()).toEqual([other]);
      expect(bench.cases.problems()).toEqual([
        {
          list: 'Cases',
          id: row.id,
          column: 'Reasons',
          words: expect.stringContaining('“Bad behaviour” is not one of'),
        },
      ]);
    });

    it('takes a mended row back', async () => {
      await bench.editByHand('K7M-2QX', { StartsOn: null });
      await bench.cases.refresh();
      expect(bench.cases.problems()).toMatchObject([{ column: 'Start date', words: 'is empty' }]);
      await bench.editByHand('K7M-2QX', { StartsOn: '2026-10-20T12:00:00Z' });
      await bench.cases.refresh();
      expect(bench.cases.problems()).toEqual([]);
      expect(bench.cases.byKey('K7M-2QX')?.value.startsOn).toEqual(date('2026-10-20'));
    });

    it('does not write over a row that a person has to mend', async () => {
      await bench.editByHand('K7M-2QX', { StartsOn: null });
      const result = await bench.cases.change(row, { status: 'active' });
      expect(refused(result)).toEqual({ kind: 'changed meanwhile', theirs: null, columns: ['Start date'] });
      await bench.casesElsewhere.refresh();
      const problem = { list: 'Cases', id: row.id, column: 'Start date', words: 'is empty' };
      expect(bench.casesElsewhere.problemAt('K7M-2QX')).toEqual(problem);
      const refusal = { name: 'NeedsMending', problem };
      await expect(bench.casesElsewhere.create(aCase({ sourceKey: 'other' }))).rejects.toMatchObject(refusal);
    });

    it('gives what two claim in the same words to one of them', async () => {
      const claim = { objectives: 'Claimed.' };
      const both = await Promise.all([
        bench.cases.changeAsSeen(row, claim),
        bench.casesElsewhere.changeAsSeen(row, { ...claim, hoursInSchool: 11 }),
      ]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('claims no row in which anything was changed since it was read', async () => {
      const theirs = granted(await bench.casesElsewhere.change(row, { hoursInSchool: 11 }));
      const refusal = refused(await bench.cases.changeAsSeen(row, { objectives: 'Claimed.' }));
      expect(refusal).toEqual({ kind: 'changed meanwhile', theirs, columns: [] });
      const claimed = granted(await bench.cases.changeAsSeen(theirs, { objectives: 'Claimed.' }));
      expect(claimed.value).toEqual({ ...theirs.value, objectives: 'Claimed.' });
      await bench.deleteByHand('K7M-2QX');
      expect(refused(await bench.cases.changeAsSeen(claimed, { objectives: '' }))).toMatchObject({ theirs: null });
    });

    it('forgets a row that was removed, and does not mind removing it again', async () => {
      await bench.cases.remove(row);
      await bench.casesElsewhere.remove(row);
      expect(bench.cases.all()).toEqual([]);
      await bench.casesElsewhere.refresh();
      expect(bench.casesElsewhere.byKey('K7M-2QX')).toBeUndefined();
    });

    it('does not remove a row that was changed since it was read', async () => {
      const theirs = granted(await bench.casesElsewhere.change(row, { objectives: 'Theirs.' }));
      expect(refused(await bench.cases.remove(row))).toEqual({ kind: 'changed meanwhile', theirs, columns: [] });
      expect(bench.cases.all()).toEqual([theirs]);
      await bench.editByHand('K7M-2QX', { StartsOn: null });
      expect(refused(await bench.cases.remove(theirs))).toMatchObject({ theirs: null });
    });

    it('refuses a change to a row that somebody deleted', async () => {
      await bench.deleteByHand('K7M-2QX');
      const result = await bench.cases.change(row, { status: 'active' });
      expect(refused(result)).toEqual({ kind: 'changed meanwhile', theirs: null, columns: [] });
      expect(bench.cases.all()).toEqual([]);
    });

    it('finds the rows of a case', async () => {
      const first = granted(await bench.reviews.create(aReview()));
      const second = granted(await bench.reviews.create(aReview({ key: 'K7M-2QX/2', number: 2 })));
      await bench.reviews.create(aReview({ key: 'B2C-3D4/1', caseRef: 'B2C-3D4' }));
      expect(bench.reviews.ofCase('K7M-2QX')).toEqual([first, second]);
      await bench.reviews.remove(first);
      expect(bench.reviews.ofCase('K7M-2QX')).toEqual([second]);
      expect(bench.reviews.ofCase('NO-CASE')).toEqual([]);
    });

    it('will not make a row that it could not give back', async () => {
      await expect(bench.cases.create(aCase({ ref: 'B2C-3D4', sourceKey: '' }))).rejects.toThrow('Source is empty');
    });

    it('will not write more into a line than SharePoint takes', async () => {
      const long = 'x'.repeat(256);
      await expect(bench.cases.change(row, { pupilName: long })).rejects.toThrow('Pupil holds 255 characters at most');
      expect(granted(await bench.cases.change(row, { objectives: long })).value.objectives).toBe(long);
    });
  });
}
