import { describe, expect, it } from 'vitest';
import { senco } from '#test/builders/people.ts';
import { hollinBank } from '#test/builders/schools.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aNewCase, aWorld, must } from '#test/builders/world.ts';
import { beginPreparing } from '#workflows/casework/begin-preparing.ts';
import { openCase } from '#workflows/casework/open-case.ts';
import { housekeeping } from '#workflows/housekeeping.ts';
import type { StaffChannel } from '#workflows/ports.ts';
import { err } from '#domain/result.ts';
import { morningRound } from '#workflows/morning-round.ts';
import { publishGovernorsView } from '#workflows/publish-governors-view.ts';
import { mortal } from './crash.ts';
import { never } from './lives.ts';

describe('the morning round', () => {
  it('leaves one row a day that says when reminders were last looked after', async () => {
    const { outside, records, active } = await aWorld();
    await active();
    await morningRound(outside);
    outside.clock.advance({ hours: 3 });
    await morningRound(outside);
    expect(records.sweeps.all().map((row) => row.value)).toMatchObject([
      { key: '2026-11-23', asOf: today, said: 0, failed: 0, words: 'Nothing new to say.' },
    ]);
    expect(records.sweeps.all()[0]?.value.finishedAt.toString()).toBe('2026-11-23T10:30:00Z');
  });

  it('keeps what was said in the morning when a later run has nothing to add', async () => {
    const { outside, records, active } = await aWorld();
    await active();
    outside.clock.advance({ days: 14 });
    await morningRound(outside);
    await morningRound(outside);
    expect(records.sweeps.all().map((row) => row.value)).toMatchObject([{ said: 1, words: '1 reminder posted.' }]);
  });

  it('keeps a failure in the row of the day, whoever wrote it first, until a run has seen everything said', async () => {
    const { outside, records, active } = await aWorld();
    await active();
    outside.clock.advance({ days: 14 });
    const kept = () => records.sweeps.all().map(({ value: { said, failed, words } }) => ({ said, failed, words }));
    const { workspace, staffChannel } = outside;
    const elsewhere = workspace.elsewhere('LARK');
    const other = {
      ...outside,
      instance: { name: 'other', run: 'run-1' },
      workspace: { ...workspace, school: () => elsewhere },
    };
    // While Teams thinks about the first card, the other instance makes its round and finds the reminder claimed.
    const slow: StaffChannel = {
      async post() {
        expect(await morningRound(other)).toBe(false);
        return err('Teams asked us to slow down.');
      },
    };
    expect(await morningRound({ ...outside, staffChannel: slow })).toBe(false);
    expect(kept()).toEqual([{ said: 0, failed: 1, words: 'Teams asked us to slow down.' }]);
    const silent: StaffChannel = { post: () => Promise.reject(new Error('Teams answered 502')) };
    expect(await morningRound({ ...outside, staffChannel: silent })).toBe(false);
    expect(await morningRound(other)).toBe(false);
    await records.sweeps.refresh();
    expect(kept()).toMatchObject([{ failed: 1 }]);
    outside.clock.advance({ minutes: 10 });
    expect(await morningRound({ ...outside, staffChannel })).toBe(true);
    expect(kept()).toEqual([{ said: 1, failed: 0, words: '1 reminder posted.' }]);
  });

  it('notices what somebody did by hand in SharePoint: a case set to active gets its first review', async () => {
    const { outside, records, agreed, file } = await aWorld();
    const ref = await agreed();
    outside.workspace.lists.school('LARK').cases.editByHand(ref, { CaseStatus: 'active' }, 'Wren Larkspur');
    await records.cases.refresh();
    await morningRound(outside);
    expect(file(ref).reviews).toMatchObject([{ number: 1, dueOn: inDays(14) }]);
  });

  it('is not stopped by a row that somebody broke by hand: the other cases are still looked after', async () => {
    const { outside, records, active } = await aWorld();
    const broken = await active();
    const other = await active({ upn: 'Z000000000002', pupilName: 'Ada Sample' });
    const { agreements } = outside.workspace.lists.school('LARK');
    agreements.editByHand(`${broken}/parent/v1`, { AskedOn: null }, 'Wren Larkspur');
    await records.agreements.refresh();
    expect(records.agreements.problems()).toMatchObject([{ list: 'Agreements', column: 'Asked on' }]);
    outside.clock.advance({ days: 14 });
    expect(await morningRound(outside)).toBe(false);
    expect(
      outside.staffChannel
        .posts()[0]
        ?.digest.reviews.map(({ caseRef }) => caseRef)
        .toSorted(),
    ).toEqual([broken, other].toSorted());
    expect(outside.logged('case settling failed')).toMatchObject([{ facts: { caseRef: broken } }]);
    expect(records.sweeps.all()[0]?.value).toMatchObject({
      said: 2,
      failed: 1,
      words: expect.stringContaining('1 case could not be looked after'),
    });
  });

  it('writes nothing when all is in order', async () => {
    const { outside, records, active } = await aWorld();
    await active();
    await morningRound(outside);
    const [before] = records.cases.all();
    records.cases.failNextWrite(new Error('a case was written'));
    records.chronology.failNextWrite(new Error('the chronology was written'));
    expect(await morningRound(outside)).toBe(true);
    expect(records.cases.all()[0]).toEqual(before);
  });
});

describe('housekeeping', () => {
  it('finishes what a command left out after its decisive write, without waiting for the morning', async () => {
    const { outside, school, records, target, file } = await aWorld();
    const { value } = must(await openCase(outside, school, senco, aNewCase(), 'considering'));
    records.agreements.failNextWrite(new Error('Microsoft 365 is away'));
    must(await beginPreparing(outside, target(value.ref)));
    expect(file(value.ref)).toMatchObject({ case: { status: 'preparing' }, agreements: [], notices: [] });
    await housekeeping(outside);
    expect(file(value.ref)).toMatchObject({
      agreements: [{ version: 1, state: 'asked' }],
      notices: [{ kind: 'notification', state: 'sent' }],
    });
  });

  it('writes nothing when all is in order', async () => {
    const { outside, active } = await aWorld();
    await active();
    const first = mortal(outside, never);
    await housekeeping(first.outside);
    expect(first.writes()).toBeGreaterThan(0);
    const second = mortal(outside, never);
    await housekeeping(second.outside);
    expect(second.writes()).toBe(0);
  });

  it('does for the other schools what it cannot do for one', async () => {
    const { outside, inPreparation, file } = await aWorld();
    const ref = await inPreparation();
    const broken = hollinBank({ key: 'ABBEY', authority: 'derby-city' });
    await outside.workspace.schools.create(broken);
    const { workspace } = outside;
    const governors: typeof workspace.governors = (key) => {
      if (key === 'LARK') return workspace.governors(key);
      throw new Error('The lists of the governors are not open.');
    };
    const schools = { ...workspace.schools, all: () => workspace.schools.all().toReversed() };
    await housekeeping({ ...outside, workspace: { ...workspace, schools, governors } });
    expect(file(ref).notices).toMatchObject([{ state: 'sent' }]);
    expect(workspace.governors('LARK').reports.all()).toHaveLength(1);
    expect(outside.logged('housekeeping failed')).toEqual([
      { event: 'housekeeping failed', facts: { school: 'ABBEY', error: 'Error' } },
    ]);
  });
});

describe('the governors’ view', () => {
  it('is one anonymous row a case and an edition with the figures', async () => {
    const { outside, school, active, inPreparation } = await aWorld();
    await active();
    await inPreparation({ upn: 'Z000000000002' });
    await publishGovernorsView(outside, school);
    const { view, reports } = outside.workspace.governors('LARK');
    expect(view.all().map((row) => row.value)).toEqual([
      {
        key: 'Case 1',
        weeksSoFar: 0,
        shareOfWeek: 'a quarter to a half',
        reviewsUpToDate: true,
        stage: 'within its dates',
      },
    ]);
    expect(reports.all().map((row) => row.value)).toMatchObject([{ key: '2026-11-23', pupils: 1, averageWeeks: 0 }]);
  });

  it('is written only where it differs', async () => {
    const { outside, school, active } = await aWorld();
    await active();
    await publishGovernorsView(outside, school);
    const { view, reports } = outside.workspace.governors('LARK');
    const before = [...view.all(), ...reports.all()];
    view.failNextWrite(new Error('the view was written'));
    reports.failNextWrite(new Error('a report was written'));
    outside.clock.advance({ hours: 1 });
    await publishGovernorsView(outside, school);
    expect([...view.all(), ...reports.all()]).toEqual(before);
    expect(outside.logged('governors view published')).toHaveLength(1);
  });

  it('gets a new edition on the day on which a figure changes, and keeps the earlier ones', async () => {
    const { outside, school, active } = await aWorld();
    await active();
    await publishGovernorsView(outside, school);
    outside.clock.advance({ days: 1 });
    await publishGovernorsView(outside, school);
    const { reports, view } = outside.workspace.governors('LARK');
    expect(reports.all().map((row) => [row.value.key, row.value.longestWeeks])).toEqual([
      ['2026-11-23', 0],
      ['2026-11-24', 1],
    ]);
    expect(view.all().map((row) => row.value.weeksSoFar)).toEqual([1]);
  });

  it('loses the row of a case that ended, without telling which it was', async () => {
    const { outside, school, records, active } = await aWorld();
    const first = await active({ startsOn: inDays(-20) });
    await active({ upn: 'Z000000000002', startsOn: inDays(-6) });
    await publishGovernorsView(outside, school);
    const row = records.cases.byKey(first);
    if (row) await records.cases.change(row, { status: 'closed', endedOn: today });
    await publishGovernorsView(outside, school);
    expect(
      outside.workspace
        .governors('LARK')
        .view.all()
        .map((one) => [one.value.key, one.value.weeksSoFar]),
    ).toEqual([['Case 1', 1]]);
  });
});
