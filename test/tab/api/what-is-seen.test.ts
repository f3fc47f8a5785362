import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boardSchema, casePageSchema, meSchema, parkedSchema } from '#tab/contract/answers.ts';
import { formAnswers } from '#test/builders/forms.ts';
import { receiveFormResponse } from '#workflows/forms/receive-form-response.ts';
import { actionPaths, headMember, hollinMember, openApi, sencoMember, stranger, type ApiBench } from './api-bench.ts';

let api: ApiBench;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.stop());

const pageOf = async (ref: string) =>
  casePageSchema.parse((await api.as(sencoMember, `/schools/LARK/cases/${ref}`)).body);
const press = async (ref: string, pressId = 'press-1') => ({ etag: (await pageOf(ref)).etag, pressId });
describe('what a person sees of a school that is theirs', () => {
  it('is who they are and which schools are theirs', async () => {
    expect(meSchema.parse((await api.as(sencoMember, '/me')).body)).toEqual({
      name: 'Wren Larkspur',
      roles: ['senco'],
      schools: [{ key: 'LARK', name: 'Larkfield Primary School', fullWeekHours: 32.5 }],
      needsAttention: [],
    });
  });

  it('is the board: who, since when, hours of the full week, next review, and what is missing', async () => {
    const waiting = await api.world.inPreparation({ upn: 'Z000000000002', pupilName: 'Ada Sample' });
    const running = await api.world.active();
    const board = boardSchema.parse((await api.as(sencoMember, '/schools/LARK/cases')).body);
    expect(board).toMatchObject({
      school: { key: 'LARK' },
      today: '2026-11-23',
      parked: 0,
      needsAttention: [],
      remindersLastChecked: null,
    });
    expect(board.rows.map(({ ref }) => ref)).toEqual([waiting, running]);
    expect(board.rows[1]).toMatchObject({
      pupilName: 'Jimmy Example',
      since: '2026-11-23',
      hoursInSchool: 12.5,
      fullWeekHours: 32.5,
      nextReviewOn: '2026-12-07',
      nextReviewWords: 'due in 14 days',
      reviewOverdue: false,
      consent: 'signed',
      counts: { stop: 0 },
    });
    expect(board.rows[0]).toMatchObject({ consent: 'asked', gravest: { severity: 'stop' } });
    expect(board.rows[0]?.counts.stop).toBeGreaterThan(0);
  });

  it('has open cases before ended ones, and names rows that a person has to mend', async () => {
    const { world } = api;
    const ended = await world.active();
    await api.as(headMember, `/schools/LARK/cases/${ended}/close`, {
      ...(await press(ended)),
      on: '2026-11-23',
      reason: 'Returned full-time',
      details: '',
    });
    const open = await world.active({ upn: 'Z000000000002' });
    world.outside.workspace.lists
      .school('LARK')
      .reviews.editByHand(`${open}/review/1`, { DueOn: null }, 'Wren Larkspur');
    await world.records.reviews.refresh();
    const board = boardSchema.parse((await api.as(sencoMember, '/schools/LARK/cases')).body);
    expect(board.rows.map(({ ref }) => ref)).toEqual([open, ended]);
    expect(board.needsAttention).toMatchObject([{ list: 'Reviews', column: 'Due on' }]);
  });

  it('is a case with its agreements, reviews, notices and chronology, and what may be done by whom', async () => {
    const ref = await api.world.agreed();
    await api.world.complete(ref);
    const page = await pageOf(ref);
    expect(page).toMatchObject({
      row: { ref, status: 'agreed' },
      version: 1,
      agreements: [{ state: 'signed' }],
      notices: [{ kind: 'notification', authority: 'Derbyshire', state: 'owed' }],
      chronologyWhole: true,
      reviewToComplete: null,
    });
    expect(page.choices.find(({ action }) => action === 'start')?.why).toBe('Only the headteacher can do this.');
    const asHead = casePageSchema.parse((await api.as(headMember, `/schools/LARK/cases/${ref}`)).body);
    expect(asHead.choices.find(({ action }) => action === 'start')?.why).toBeNull();
    expect(page.suggestedNextReview).toEqual({ on: '2026-12-07', words: expect.stringContaining('DDAT:141') });
  });

  it('shows that the chronology was altered', async () => {
    const { world } = api;
    const ref = await world.active();
    world.outside.workspace.lists
      .school('LARK')
      .chronology.editByHand(`${ref}/chronology/1`, { Words: 'Altered.' }, 'Wren Larkspur');
    await world.records.chronology.refresh();
    expect(await pageOf(ref)).toMatchObject({ chronologyWhole: false });
  });

  it('is what could not be brought in, with the reason', async () => {
    await receiveFormResponse(api.world.outside, formAnswers('notification', { 'Start date': '31/11/2026' }), null);
    expect(parkedSchema.parse((await api.as(sencoMember, '/schools/LARK/parked')).body).rows).toEqual([
      {
        key: 'notification:1',
        form: 'notification',
        origin: 'notification.xlsx, row 2',
        receivedOn: '2026-11-23',
        words: 'question “Start date”: “31/11/2026” is not a date that exists',
      },
    ]);
  });
});

describe('a school whose row in the register somebody has spoiled', () => {
  const problem = { list: 'Schools', id: '1', column: 'Terms', words: expect.stringContaining('half term') };

  it('goes on as it was, and says so to all who work with it', async () => {
    const { workspace } = api.world.outside;
    const ref = await api.world.active();
    workspace.lists.schools.editByHand('LARK', { Terms: 'half term' }, 'Alder Rowan');
    await workspace.schools.refresh();
    const me = meSchema.parse((await api.as(sencoMember, '/me')).body);
    expect(me).toMatchObject({ schools: [{ key: 'LARK', fullWeekHours: 32.5 }], needsAttention: [problem] });
    const board = boardSchema.parse((await api.as(sencoMember, '/schools/LARK/cases')).body);
    expect(board).toMatchObject({ rows: [{ ref }], needsAttention: [problem] });
  });
});

describe('what a person sees of a school that is not theirs', () => {
  it.each(['/cases', '/parked', '/cases/REF', '/cases/REF/record', '/cases/REF/sections/risk'])(
    'at %s is what they would see if there were no such school',
    async (path) => {
      const ref = await api.world.active();
      const [theirs, none] = await Promise.all([
        api.as(hollinMember, `/schools/LARK${path.replace('REF', ref)}`),
        api.as(hollinMember, `/schools/NONE${path.replace('REF', ref)}`),
      ]);
      expect(theirs.status).toBe(404);
      expect(theirs.body).toEqual({
        words: 'There is nothing here that you can see.',
        next: 'If you should see this school, ask the owner of its Team to add you, and to see that this app is in the Team.',
      });
      expect(none).toMatchObject({ status: theirs.status, text: theirs.text });
    },
  );

  it('cannot be changed either', async () => {
    const { world } = api;
    const ref = await world.agreed();
    const before = world.file(ref);
    for (const action of actionPaths) {
      expect((await api.as(hollinMember, `/schools/LARK/cases/${ref}/${action}`, await press(ref))).status).toBe(404);
    }
    const others = ['/imports?form=notification&name=a.xlsx', '/cases', '/records', `/cases/${ref}/sections/risk`];
    for (const path of others) expect((await api.as(hollinMember, `/schools/LARK${path}`, {})).status).toBe(404);
    expect(world.file(ref)).toEqual(before);
  });

  it('is nothing at all for a stranger', async () => {
    expect((await api.as(stranger, '/me')).body).toMatchObject({ schools: [] });
    expect((await api.as(stranger, '/schools/LARK/cases')).status).toBe(404);
  });
});
