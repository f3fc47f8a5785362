import { describe, expect, it } from 'vitest';
import { today } from '#test/builders/today.ts';
import { aWorld, must, type World } from '#test/builders/world.ts';
import { endCase } from '#workflows/casework/end-case.ts';
import { noteAcknowledgements } from '#workflows/notices/note-acknowledgements.ts';
import { NotShared } from '#workflows/notices/not-shared.ts';
import { sendNotices } from '#workflows/notices/send-notices.ts';

const pupil = { pupilName: 'Jimmy Example', upn: 'P000000000001', parentName: 'Jo Example' };

async function anOwedNotice(): Promise<World & { readonly ref: string; readonly notice: () => unknown }> {
  const world = await aWorld();
  const ref = await world.agreed(pupil);
  return { ...world, ref, notice: () => world.file(ref).notices[0] };
}

const away = (): Promise<never> => Promise.reject(new Error('Microsoft 365 is away'));

/** The same outside, where some of the writes to the list of notices fail. */
function withNotices({ outside, records }: World, failing: Partial<World['records']['notices']>): World['outside'] {
  const workspace = {
    ...outside.workspace,
    school: () => ({ ...records, notices: { ...records.notices, ...failing } }),
  };
  return { ...outside, workspace };
}

/** Claimed and mailed by a run that could then not write down that it was sent. */
async function aNoticeCutShort(): ReturnType<typeof anOwedNotice> {
  const world = await anOwedNotice();
  expect(await sendNotices(withNotices(world, { change: away }), world.school)).toBe(1);
  expect(world.outside.mailbox.sent()).toHaveLength(1);
  return world;
}

/** Of the app, with a memory of its own: it does not know what this one has mailed. */
const anotherInstance = ({ mailbox }: World['outside']) => ({
  instance: { name: 'other', run: 'run-9' },
  mailbox: mailbox.ofAnotherRun(),
});

describe('a notice to the authority', () => {
  it('is filed where the officer may read it, put in the authority’s list, announced by mail and marked sent', async () => {
    const { outside, school, ref, file } = await anOwedNotice();
    expect(await sendNotices(outside, school)).toBe(0);
    const [filed] = outside.documents.files();
    expect(filed).toMatchObject({
      readers: ['hazel.rainbow@derbyshire.example'],
      document: { reference: `${ref}-notification` },
    });
    expect(
      outside.workspace
        .authorityNotices('derbyshire')
        .all()
        .map((row) => row.value),
    ).toMatchObject([
      {
        key: `${ref}-notification`,
        school: 'Larkfield Primary School',
        kind: 'notification',
        link: filed?.address,
        acknowledged: false,
      },
    ]);
    expect(outside.mailbox.sent()).toHaveLength(1);
    expect(file(ref).notices).toMatchObject([{ state: 'sent', sentOn: today, link: filed?.address, claimedBy: null }]);
    expect(file(ref).chronology.at(-1)?.words).toBe('The authority was sent the notification.');
  });

  it('names the pupil in the document and nowhere else', async () => {
    const { outside, school, ref } = await anOwedNotice();
    await sendNotices(outside, school);
    const [filed] = outside.documents.files();
    expect(filed?.document.facts).toContainEqual({ term: 'Pupil', description: 'Jimmy Example' });
    const elsewhere = JSON.stringify([
      outside.mailbox.sent(),
      outside.workspace.authorityNotices('derbyshire').all(),
      filed?.address,
      filed?.document.reference,
      outside.logged(),
    ]);
    expect(
      ['Jimmy', 'Example', 'JE', 'P000000000001', 'Mental health', 'SEN', '2017'].filter((text) =>
        elsewhere.includes(text),
      ),
    ).toEqual([]);
    expect(outside.mailbox.sent()[0]).toMatchObject({
      to: 'hazel.rainbow@derbyshire.example',
      subject: `Part-time timetable notification ${ref}-notification`,
    });
    expect(outside.mailbox.sent()[0]?.text).toContain(filed?.address);
  });

  it('says what was agreed at the time, and for an end only when and why', async () => {
    const { outside, school, ref, target, file } = await anOwedNotice();
    await sendNotices(outside, school);
    must(await endCase(outside, target(ref), { action: 'withdraw', on: today, details: '' }));
    await sendNotices(outside, school);
    const terms = outside.documents.files().map(({ document }) => document.facts.map(({ term }) => term));
    expect(terms[0]).toEqual(expect.arrayContaining(['Reasons', 'Times in school', 'Parent’s agreement']));
    expect(terms[1]).toEqual(expect.arrayContaining(['Ended on', 'Why']));
    expect(terms[1]).not.toContain('Reasons');
    expect(file(ref).notices.map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('is sent once, however often one looks', async () => {
    const { outside, school } = await anOwedNotice();
    await sendNotices(outside, school);
    await sendNotices(outside, school);
    expect(outside.mailbox.sent()).toHaveLength(1);
    expect(outside.documents.files()).toHaveLength(1);
  });

  it('waits while the school’s authority is not in the register', async () => {
    const { outside, school, notice } = await anOwedNotice();
    expect(await sendNotices(outside, { ...school, authority: 'derby-city' })).toBe(0);
    expect(notice()).toMatchObject({ state: 'owed' });
  });
});

describe('a notice that fails on its way', () => {
  it.each(['documents', 'mailbox'] as const)('at the %s stays owed, and the next look sends it', async (place) => {
    const { outside, school, notice } = await anOwedNotice();
    outside[place].failNext(new Error('Microsoft 365 is away'));
    expect(await sendNotices(outside, school)).toBe(1);
    expect(notice()).toMatchObject({ state: 'owed', claimedBy: null });
    expect(outside.logged('notice failed')).toMatchObject([
      { facts: { school: 'LARK', kind: 'notification', error: 'Error' } },
    ]);
    expect(await sendNotices(outside, school)).toBe(0);
    expect(notice()).toMatchObject({ state: 'sent' });
    expect(outside.workspace.authorityNotices('derbyshire').all()).toHaveLength(1);
    expect(outside.mailbox.sent()).toHaveLength(1);
  });

  it('because the authority cannot be let in says so, and is tried again after ten minutes', async () => {
    const { outside, school, notice } = await anOwedNotice();
    outside.documents.failNext(new NotShared('Invite the authority’s officer.'));
    expect(await sendNotices(outside, school)).toBe(1);
    expect(notice()).toMatchObject({ state: 'sending', heldUpBy: 'Invite the authority’s officer.' });
    expect(outside.logged('notice failed')).toMatchObject([{ facts: { error: 'NotShared' } }]);
    outside.clock.advance({ minutes: 9 });
    expect(await sendNotices(outside, school)).toBe(0);
    expect(outside.documents.files()).toEqual([]);
    outside.clock.advance({ minutes: 1 });
    expect(await sendNotices(outside, school)).toBe(0);
    expect(notice()).toMatchObject({ state: 'sent', heldUpBy: null });
    expect(outside.mailbox.sent()).toHaveLength(1);
  });

  it('does not hold up the others', async () => {
    const world = await anOwedNotice();
    const other = await world.inPreparation({ upn: 'Z000000000002' });
    world.outside.documents.failNext(new Error('Microsoft 365 is away'));
    expect(await sendNotices(world.outside, world.school)).toBe(1);
    expect(world.file(other).notices).toMatchObject([{ state: 'sent' }]);
  });

  it('and cannot even be claimed does not hold up the others', async () => {
    const world = await anOwedNotice();
    const { notices } = world.records;
    const other = await world.inPreparation({ upn: 'Z000000000002' });
    const changeAsSeen: typeof notices.changeAsSeen = (row, changes) =>
      row.value.caseRef === world.ref ? away() : notices.changeAsSeen(row, changes);
    expect(await sendNotices(withNotices(world, { changeAsSeen }), world.school)).toBe(1);
    expect(world.notice()).toMatchObject({ state: 'owed' });
    expect(world.file(other).notices).toMatchObject([{ state: 'sent' }]);
  });

  it('after its mail is not given back, and is settled at this run’s next look without a second mail', async () => {
    const { outside, school, notice } = await aNoticeCutShort();
    expect(notice()).toMatchObject({ state: 'sending', claimedBy: 'app/run-1' });
    expect(await sendNotices(outside, school)).toBe(0);
    expect(notice()).toMatchObject({ state: 'sent', claimedBy: null });
    expect(outside.mailbox.sent()).toHaveLength(1);
    expect(outside.workspace.authorityNotices('derbyshire').all()).toHaveLength(1);
  });

  it('by being so slow that another instance has taken it over is not mailed twice', async () => {
    const { outside, school, notice } = await anOwedNotice();
    const other = { ...outside, ...anotherInstance(outside) };
    const file: typeof outside.documents.file = async (...given) => {
      const link = await outside.documents.file(...given);
      outside.clock.advance({ minutes: 11 });
      expect(await sendNotices(other, school)).toBe(0);
      return link;
    };
    await sendNotices({ ...outside, documents: { file } }, school);
    expect(notice()).toMatchObject({ state: 'sent', claimedBy: null });
    expect(outside.mailbox.sent()).toHaveLength(1);
  });

  it('and cannot even be given back is taken up at this run’s next look', async () => {
    const world = await anOwedNotice();
    const { outside, school, notice, records } = world;
    outside.documents.failNext(new Error('Microsoft 365 is away'));
    const changeAsSeen: typeof records.notices.changeAsSeen = (row, changes) =>
      changes.state === 'sending' ? records.notices.changeAsSeen(row, changes) : away();
    expect(await sendNotices(withNotices(world, { changeAsSeen }), school)).toBe(1);
    expect(notice()).toMatchObject({ state: 'sending', claimedBy: 'app/run-1' });
    expect(await sendNotices(outside, school)).toBe(0);
    expect(notice()).toMatchObject({ state: 'sent', claimedBy: null });
    expect(outside.mailbox.sent()).toHaveLength(1);
  });

  it('in the hands of another instance is left alone for ten minutes, and then taken over', async () => {
    const { outside, school, notice } = await aNoticeCutShort();
    const other = { ...outside, ...anotherInstance(outside) };
    outside.clock.advance({ minutes: 9 });
    expect(await sendNotices(other, school)).toBe(0);
    expect(notice()).toMatchObject({ state: 'sending', claimedBy: 'app/run-1' });
    expect(outside.mailbox.sent()).toHaveLength(1);
    outside.clock.advance({ minutes: 1 });
    expect(await sendNotices(other, school)).toBe(0);
    expect(notice()).toMatchObject({ state: 'sent' });
  });

  it('in an earlier run of this same instance is taken up at once', async () => {
    const { outside, school, notice, records } = await anOwedNotice();
    const [row] = records.notices.all();
    if (row)
      await records.notices.change(row, { state: 'sending', claimedBy: 'app/run-0', claimedAt: outside.clock.now() });
    await sendNotices(outside, school);
    expect(notice()).toMatchObject({ state: 'sent' });
  });
});

describe('the officer’s tick', () => {
  async function ticked(): Promise<Awaited<ReturnType<typeof anOwedNotice>>> {
    const world = await anOwedNotice();
    await sendNotices(world.outside, world.school);
    const { workspace } = world.outside;
    workspace.lists
      .authorityNotices('derbyshire')
      .editByHand(`${world.ref}-notification`, { Acknowledged: true }, 'Hazel Rainbow');
    await workspace.authorityNotices('derbyshire').refresh();
    return world;
  }

  it('shows in the school’s notice and in the chronology, with her name', async () => {
    const { outside, school, ref, file, notice } = await ticked();
    await noteAcknowledgements(outside, school);
    expect(notice()).toMatchObject({ state: 'acknowledged', acknowledgedOn: today, acknowledgedBy: 'Hazel Rainbow' });
    expect(file(ref).chronology.at(-1)).toMatchObject({
      words: 'The authority acknowledged the notification.',
      by: 'Hazel Rainbow',
    });
  });

  it('is noted once', async () => {
    const { outside, school, ref, file } = await ticked();
    await noteAcknowledgements(outside, school);
    const before = file(ref);
    await noteAcknowledgements(outside, school);
    expect(file(ref)).toEqual(before);
    expect(outside.logged('notice acknowledged')).toHaveLength(1);
  });

  it('is nothing as long as it is not there', async () => {
    const { outside, school, notice } = await anOwedNotice();
    await sendNotices(outside, school);
    await noteAcknowledgements(outside, school);
    expect(notice()).toMatchObject({ state: 'sent', acknowledgedBy: null });
  });
});
