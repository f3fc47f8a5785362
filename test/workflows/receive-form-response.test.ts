import { describe, expect, it } from 'vitest';
import { formAnswers } from '#test/builders/forms.ts';
import { hollinBank } from '#test/builders/schools.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aWorld, type World } from '#test/builders/world.ts';
import { receiveFormResponse, type FormResponse } from '#workflows/forms/receive-form-response.ts';

const receive = ({ outside }: World, response: FormResponse, within: readonly string[] | null = null) =>
  receiveFormResponse(outside, response, within);
const cases = ({ records }: World) => records.cases.all().map((row) => row.value);
const inbox = ({ records }: World) => records.inbox.all().map((row) => row.value);

describe('a notification', () => {
  it('opens a case with signed consent, under the name of who sent it', async () => {
    const world = await aWorld();
    const received = await receive(world, formAnswers('notification'));
    const [theCase] = cases(world);
    expect(received).toEqual({ kind: 'applied', school: 'LARK', caseRef: theCase?.ref });
    expect(theCase).toMatchObject({
      status: 'agreed',
      pupilName: 'Jimmy Example',
      upn: 'P000000000001',
      groups: ['SEN support', 'Free school meals'],
      hoursInSchool: 12.5,
      startsOn: inDays(7),
      openedBy: 'Wren Larkspur',
    });
    expect(world.file(theCase?.ref ?? '').agreements).toMatchObject([{ state: 'signed', answeredOn: inDays(-3) }]);
  });

  it('without consent opens a case that waits for it', async () => {
    const world = await aWorld();
    const unsigned = {
      'Has the parent signed their agreement to these times and dates?': 'No',
      'Date the parent signed': null,
    };
    await receive(world, formAnswers('notification', unsigned));
    expect(cases(world)).toMatchObject([{ status: 'preparing' }]);
  });

  it('is kept whole, question by question, with where it came from', async () => {
    const world = await aWorld();
    await receive(world, formAnswers('notification', { 'A question that nobody knows': 'kept' }));
    const [row] = inbox(world);
    expect(row).toMatchObject({
      key: 'notification:1',
      state: 'applied',
      receivedOn: today,
      origin: 'notification.xlsx, row 2',
    });
    expect(JSON.parse(row?.answers ?? '')).toMatchObject({
      'Name of pupil': 'Jimmy Example',
      'A question that nobody knows': 'kept',
    });
  });

  it('received twice makes one case', async () => {
    const world = await aWorld();
    await receive(world, formAnswers('notification'));
    expect(await receive(world, formAnswers('notification'))).toEqual({ kind: 'seen before' });
    expect(cases(world)).toHaveLength(1);
  });

  it('for a pupil who has an open case is parked, with the case’s reference', async () => {
    const world = await aWorld();
    const ref = await world.active();
    expect(await receive(world, formAnswers('notification', { 'Unique pupil number (UPN)': 'p000000000001' }))).toEqual(
      {
        kind: 'parked',
        words: `This pupil has an open case already, ${ref}. Close it first, or send an update.`,
      },
    );
    expect(cases(world)).toHaveLength(1);
  });

  it('reads titles and dates however Excel gives them', async () => {
    const world = await aWorld();
    const typed = {
      'Start date': new Date('2026-11-30T00:00:00Z'),
      'Hours a week in school': '12.5 hours',
      'Does any of these apply to the pupil?': null,
      ' SCHOOL ': '  larkfield   primary school ',
      School: null,
    };
    const { cells } = formAnswers('notification', typed);
    const withoutSchool = Object.fromEntries(Object.entries(cells).filter(([title]) => title !== 'School'));
    expect(await receive(world, { ...formAnswers('notification'), cells: withoutSchool })).toMatchObject({
      kind: 'applied',
    });
    expect(cases(world)).toMatchObject([{ startsOn: inDays(7), hoursInSchool: 12.5, groups: [] }]);
  });
});

describe('an update', () => {
  it('changes times and asks the parent anew', async () => {
    const world = await aWorld();
    const ref = await world.active();
    expect(await receive(world, formAnswers('update'))).toMatchObject({ kind: 'applied', caseRef: ref });
    expect(world.file(ref).case).toMatchObject({
      version: 2,
      hoursInSchool: 20,
      times: 'Monday to Friday 9.00 to 1.00',
    });
  });

  it.each(['update', 'closure'] as const)(
    'or %s of a pupil whom nobody notified is parked with what to do',
    async (form) => {
      const world = await aWorld();
      expect(await receive(world, formAnswers(form))).toEqual({
        kind: 'parked',
        words:
          'No open case of this school has this unique pupil number (UPN). Send the notification first, or correct the number.',
      });
    },
  );
});

describe('a closure', () => {
  it('closes a case that runs, and withdraws one that never began', async () => {
    const world = await aWorld();
    const running = await world.active();
    const waiting = await world.inPreparation({ upn: 'Z000000000002' });
    await receive(world, formAnswers('closure'));
    await receive(world, formAnswers('closure', { 'Unique pupil number (UPN)': 'Z000000000002' }, { responseId: '2' }));
    expect(world.file(running).case).toMatchObject({
      status: 'closed',
      closureReason: 'Returned full-time',
      endedOn: today,
    });
    expect(world.file(waiting).case).toMatchObject({ status: 'withdrawn', closureReason: 'Never started' });
  });
});

describe('a response that cannot be used', () => {
  it.each<[string, Record<string, string | number | null>, string]>([
    [
      'an impossible date',
      { 'Start date': '31/11/2026' },
      'question “Start date”: “31/11/2026” is not a date that exists',
    ],
    [
      'a date that is none',
      { 'Start date': 'after half-term' },
      'question “Start date”: “after half-term” is not a date; write it like 17/11/2026',
    ],
    ['no answer where one is needed', { 'Name of pupil': null }, 'question “Name of pupil”: no answer'],
    [
      'a reason that schools may not give',
      { 'Reason for the part-time timetable': 'Behaviour;' },
      'question “Reason for the part-time timetable”: “Behaviour” is not one of: Physical health',
    ],
    [
      'hours that are no number',
      { 'Hours a week in school': 'mornings' },
      'question “Hours a week in school”: “mornings” is not a number of hours; write it like 12.5',
    ],
    [
      'more hours than a week of school has',
      { 'Hours a week in school': 61 },
      'question “Hours a week in school”: “61” is not a number of hours',
    ],
    [
      'more hours than this school’s week',
      { 'Hours a week in school': 40 },
      'question “Hours a week in school”: 40 hours a week is more than the school’s full week of 32.5 hours.',
    ],
    [
      'neither yes nor no',
      { 'Has the parent signed their agreement to these times and dates?': 'perhaps' },
      '“perhaps” is neither Yes nor No',
    ],
    [
      'a signature without its date',
      { 'Date the parent signed': null },
      'question “Date the parent signed”: no answer, though the parent is said to have signed',
    ],
    [
      'a signature of tomorrow',
      { 'Date the parent signed': '24/11/2026' },
      'question “Date the parent signed”: Tue 24 Nov 2026 is in the future.',
    ],
    [
      'an end before its start',
      { 'Date by which the pupil will be full time': '30/11/2026' },
      'question “Date by which the pupil will be full time”: The end date, Mon 30 Nov 2026, is not after the start date',
    ],
  ])('because of %s is parked whole, in words, and opens nothing', async (_what, changes, words) => {
    const world = await aWorld();
    const received = await receive(world, formAnswers('notification', changes));
    expect(received).toMatchObject({ kind: 'parked', words: expect.stringContaining(words) });
    expect(cases(world)).toEqual([]);
    expect(inbox(world)).toMatchObject([{ state: 'parked', reason: expect.stringContaining(words), caseRef: null }]);
  });

  it('for several answers names each of them', async () => {
    const world = await aWorld();
    const received = await receive(
      world,
      formAnswers('notification', { 'Start date': '31/11/2026', 'Name of pupil': null }),
    );
    expect(received).toMatchObject({
      words: 'question “Name of pupil”: no answer; question “Start date”: “31/11/2026” is not a date that exists',
    });
  });

  it('because its end lies in the future is parked, and the case stays open', async () => {
    const world = await aWorld();
    const ref = await world.active();
    expect(
      await receive(world, formAnswers('closure', { 'Date the part-time timetable ended': '24/11/2026' })),
    ).toEqual({
      kind: 'parked',
      words:
        'question “Date the part-time timetable ended”: Tue 24 Nov 2026 is in the future. Close the case on the day it ends, or later.',
    });
    expect(world.file(ref).case.status).toBe('active');
  });

  it('goes in once somebody has corrected it', async () => {
    const world = await aWorld();
    await receive(world, formAnswers('notification', { 'Start date': '31/11/2026' }));
    expect(await receive(world, formAnswers('notification'))).toMatchObject({ kind: 'applied' });
    expect(inbox(world)).toMatchObject([{ state: 'applied', reason: null }]);
  });

  it('stays parked, once, when the same file comes again', async () => {
    const world = await aWorld();
    const bad = formAnswers('notification', { 'Start date': '31/11/2026' });
    const first = await receive(world, bad);
    expect(await receive(world, bad)).toEqual(first);
    expect(inbox(world)).toHaveLength(1);
  });

  it('without a response number is parked, because it cannot be told from others', async () => {
    const world = await aWorld();
    const received = await receive(world, formAnswers('notification', {}, { responseId: null }));
    expect(received).toEqual({
      kind: 'parked',
      words: 'question “ID”: no response number, so the row cannot be told from others',
    });
  });
});

describe('a response edited after it was brought in', () => {
  it('is parked beside the first for a person to decide, once', async () => {
    const world = await aWorld();
    await receive(world, formAnswers('notification'));
    const edited = formAnswers('notification', { 'Hours a week in school': 20 });
    const words = 'a response with this number was brought in before with other answers; correct the case itself';
    expect(await receive(world, edited)).toEqual({ kind: 'parked', words });
    expect(await receive(world, edited)).toEqual({ kind: 'parked', words });
    expect(cases(world)).toMatchObject([{ hoursInSchool: 12.5 }]);
    expect(inbox(world).map(({ state }) => state)).toEqual(['applied', 'parked']);
  });
});

describe('whose school a response is about', () => {
  it('that nobody knows is kept with the trust, with the names of the schools there are', async () => {
    const world = await aWorld();
    const received = await receive(world, formAnswers('notification', { School: 'Nowhere School' }));
    expect(received).toEqual({
      kind: 'parked',
      words: 'question “School”: “Nowhere School” is none of Larkfield Primary School',
    });
    expect(world.outside.workspace.lostForms.all()).toHaveLength(1);
    expect(inbox(world)).toEqual([]);
  });

  it('is decided by its name or its code', async () => {
    const world = await aWorld();
    expect(await receive(world, formAnswers('notification', { School: 'lark' }))).toMatchObject({
      kind: 'applied',
      school: 'LARK',
    });
  });

  it('is not for someone who does not belong to that school’s Team: nothing of it is kept or changed', async () => {
    const world = await aWorld();
    await world.outside.workspace.schools.create(hollinBank());
    const forHollin = formAnswers('notification', { School: 'Hollin Bank School' });
    expect(await receive(world, forHollin, ['LARK'])).toEqual({
      kind: 'parked',
      words:
        'question “School”: you do not belong to this school’s Team, so nothing was brought in. Ask someone who does.',
    });
    expect(world.outside.workspace.school('HOLL').inbox.all()).toEqual([]);
    expect(await receive(world, forHollin, ['HOLL'])).toMatchObject({ kind: 'applied', school: 'HOLL' });
  });

  it('is never written to the log, and neither is anything else that the form says', async () => {
    const world = await aWorld();
    await receive(world, formAnswers('notification'));
    await receive(world, formAnswers('notification', { 'Start date': '31/11/2026' }, { responseId: '2' }));
    const logged = JSON.stringify(world.outside.logged());
    expect(['Jimmy', 'P0000', 'Jo Example', '31/11', 'feel safe'].filter((text) => logged.includes(text))).toEqual([]);
    expect(world.outside.logged('form response parked')).toHaveLength(1);
  });
});
