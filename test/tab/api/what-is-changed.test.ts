import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { casePageSchema, problemSchema } from '#tab/contract/answers.ts';
import { aSignOff, must } from '#test/builders/world.ts';
import { recordReviewHeld } from '#workflows/review-commands.ts';
import { headMember, openApi, sencoMember, type ApiBench } from './api-bench.ts';

let api: ApiBench;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.stop());

const pageOf = async (ref: string) =>
  casePageSchema.parse((await api.as(sencoMember, `/schools/LARK/cases/${ref}`)).body);
const press = async (ref: string, pressId = 'press-1') => ({ etag: (await pageOf(ref)).etag, pressId });
const review = {
  heldOn: '2026-11-23',
  outcome: 'Same hours',
  hoursAfter: 12.5,
  times: '',
  nextReviewOn: null,
  parentWords: ' He sleeps better. ',
  pupilWords: '',
  schoolWords: '',
};

describe('what a person changes', () => {
  it('goes from consent over the headteacher’s start to a review and the end, each answered with the case as it is then', async () => {
    const { world } = api;
    const ref = await world.inPreparation();
    const step = async (who: typeof sencoMember, action: string, input: object) => {
      const answer = await api.as(who, `/schools/LARK/cases/${ref}/${action}`, {
        ...(await press(ref, action)),
        ...input,
      });
      expect(answer.status).toBe(200);
      return casePageSchema.parse(answer.body).row;
    };
    expect(
      await step(sencoMember, 'consent', { answer: 'signed', on: '2026-11-23', evidence: 'On file' }),
    ).toMatchObject({ status: 'agreed', consent: 'signed' });
    await world.complete(ref);
    expect(await step(headMember, 'start', aSignOff())).toMatchObject({ status: 'active' });
    expect(
      await step(sencoMember, 'review', {
        ...review,
        outcome: 'More hours',
        hoursAfter: 15,
        nextReviewOn: '2026-12-01',
      }),
    ).toMatchObject({ hoursInSchool: 15, nextReviewOn: '2026-12-01', consent: 'asked' });
    const hours = { times: 'Mornings', hoursInSchool: 20, startsOn: '2026-11-23', endsOn: '2026-12-16' };
    expect(await step(sencoMember, 'hours', hours)).toMatchObject({ hoursInSchool: 20, endsOn: '2026-12-16' });
    const end = { on: '2026-11-23', reason: 'Returned full-time', details: '' };
    expect(await step(sencoMember, 'close', end)).toMatchObject({ status: 'closed' });
    expect(api.followed).toEqual(['LARK', 'LARK', 'LARK', 'LARK', 'LARK']);
    expect(world.file(ref).reviews[0]).toMatchObject({ parentWords: 'He sleeps better.', pressId: 'review' });
  });

  it('completes a review that was recorded from a card', async () => {
    const { world } = api;
    const ref = await world.active();
    must(
      await recordReviewHeld(world.outside, sencoMember, {
        schoolKey: 'LARK',
        caseRef: ref,
        reviewKey: `${ref}/review/1`,
        pressId: 'card',
      }).then((done) => (done.ok ? done : { ok: false as const, error: { words: done.error } })),
    );
    expect(await pageOf(ref)).toMatchObject({ reviewToComplete: { number: 1, heldOn: '2026-11-23' } });
    await api.as(sencoMember, `/schools/LARK/cases/${ref}/review`, { ...(await press(ref)), ...review });
    expect(await pageOf(ref)).toMatchObject({
      reviewToComplete: null,
      reviews: [
        { number: 2, heldOn: null },
        { number: 1, outcome: 'Same hours' },
      ],
    });
  });

  it('and sends twice is changed once', async () => {
    const { world } = api;
    const ref = await world.active();
    const input = { ...(await press(ref)), ...review };
    expect((await api.as(sencoMember, `/schools/LARK/cases/${ref}/review`, input)).status).toBe(200);
    const before = world.file(ref);
    expect((await api.as(sencoMember, `/schools/LARK/cases/${ref}/review`, input)).status).toBe(200);
    expect(world.file(ref)).toEqual(before);
  });

  it('without being allowed to is refused in words', async () => {
    const ref = await api.world.inPreparation();
    const answer = await api.as(headMember, `/schools/LARK/cases/${ref}/start`, {
      ...(await press(ref)),
      ...aSignOff(),
    });
    expect(answer.status).toBe(403);
    expect(problemSchema.parse(answer.body).words).toContain(
      'A part-time timetable cannot start without signed consent.',
    );
    expect(api.followed).toEqual([]);
  });

  it('after somebody else has changed the case is kept back until they have seen it', async () => {
    const { world } = api;
    const ref = await world.agreed();
    await world.complete(ref);
    const seen = { ...(await press(ref)), ...aSignOff() };
    world.outside.workspace.lists.school('LARK').cases.editByHand(ref, { Times: 'Afternoons' }, 'Juniper Thistle');
    await world.records.cases.refresh();
    const answer = await api.as(headMember, `/schools/LARK/cases/${ref}/start`, seen);
    expect(answer).toMatchObject({
      status: 409,
      body: {
        words: 'Somebody else changed this case in the meantime.',
        next: expect.stringContaining('Nothing that you typed is lost'),
      },
    });
    const again = { ...seen, ...(await press(ref)) };
    expect((await api.as(headMember, `/schools/LARK/cases/${ref}/start`, again)).status).toBe(200);
  });

  it('on a case that is not there is not found', async () => {
    const answer = await api.as(headMember, '/schools/LARK/cases/AAA-AAA/start', {
      etag: '"x"',
      pressId: 'p',
      ...aSignOff(),
    });
    expect(answer).toMatchObject({
      status: 404,
      body: { words: 'There is no case AAA-AAA in Larkfield Primary School.' },
    });
  });
});

describe('input that cannot be used', () => {
  it.each<[string, object, string]>([
    ['review', { ...review, heldOn: '2026-02-30' }, 'heldOn'],
    ['review', { ...review, heldOn: '23/11/2026' }, 'heldOn'],
    ['review', { ...review, outcome: 'Better' }, 'outcome'],
    ['review', { ...review, hoursAfter: '15' }, 'hoursAfter'],
    ['review', { ...review, hoursAfter: 61 }, 'hoursAfter'],
    ['review', { ...review, hoursAfter: 40 }, 'hoursAfter'],
    ['review', { ...review, parentWords: 'x'.repeat(4001) }, 'parentWords'],
    ['review', { ...review, heldOn: '2026-11-24' }, 'heldOn'],
    ['consent', { answer: 'perhaps', on: '2026-11-23', evidence: '' }, 'answer'],
    ['consent', { answer: 'refused', on: '2026-11-24', evidence: '' }, 'on'],
    ['close', { on: '2026-11-23', reason: 'Behaviour', details: '' }, 'reason'],
    ['close', { on: '2026-11-24', reason: 'Other', details: 'Moved abroad.' }, 'on'],
    ['close', { on: '2026-11-23', reason: 'Other', details: ' ' }, 'details'],
    ['close', { on: '2026-11-23', reason: 'Other', details: 'x'.repeat(2001) }, 'details'],
    ['hours', { times: ' ', hoursInSchool: 10, startsOn: '2026-11-23', endsOn: '2026-12-18' }, 'times'],
    ['hours', { times: 'Mornings', hoursInSchool: -1, startsOn: '2026-11-23', endsOn: '2026-12-18' }, 'hoursInSchool'],
    ['hours', { times: 'Mornings', hoursInSchool: 10, startsOn: '2026-11-23', endsOn: '2026-11-23' }, 'endsOn'],
    ['start', { ...aSignOff(), etag: '' }, 'etag'],
    ['start', { ...aSignOff(), pressId: undefined }, 'pressId'],
    ['start', { ...aSignOff(), pressId: 'x'.repeat(81) }, 'pressId'],
  ])('for “%s” (%o) is refused with the field %s, and nothing is written', async (action, input, field) => {
    const { world } = api;
    const ref = await world.active();
    const before = world.file(ref);
    const answer = await api.as(headMember, `/schools/LARK/cases/${ref}/${action}`, {
      ...(await press(ref)),
      ...input,
    });
    expect(answer).toMatchObject({ status: 422, body: { field, words: expect.stringMatching(/\.$/) } });
    expect(world.file(ref)).toEqual(before);
  });

  it.each(['{ not JSON', '[]', '"text"', ''])('that is %s is refused', async (body) => {
    const ref = await api.world.active();
    const headers = { authorization: `Bearer ${await api.token()}`, 'content-type': 'application/json' };
    const answer = await api.send(`/schools/LARK/cases/${ref}/review`, { method: 'POST', headers, body });
    expect([400, 422]).toContain(answer.status);
    expect(problemSchema.safeParse(answer.body).success).toBe(true);
  });

  it('that is larger than any form is refused', async () => {
    const ref = await api.world.active();
    const answer = await api.as(sencoMember, `/schools/LARK/cases/${ref}/review`, {
      ...review,
      schoolWords: 'x'.repeat(200_000),
    });
    expect(answer.status).toBe(413);
  });

  it('never reaches the log', async () => {
    const ref = await api.world.active();
    await api.as(sencoMember, `/schools/LARK/cases/${ref}/review`, {
      ...(await press(ref)),
      ...review,
      heldOn: 'Jimmy Example',
    });
    expect(JSON.stringify(api.world.outside.logged())).not.toContain('Jimmy');
  });
});

describe('when Microsoft 365 does not answer', () => {
  it('the person is told so, without details, and can send the same again', async () => {
    const { world } = api;
    const ref = await world.agreed();
    await world.complete(ref);
    const input = { ...(await press(ref)), ...aSignOff() };
    world.records.cases.failNextWrite(new Error('PATCH /sites/secret-site failed for Jimmy Example'));
    const answer = await api.as(headMember, `/schools/LARK/cases/${ref}/start`, input);
    expect(answer).toMatchObject({
      status: 500,
      body: {
        words: expect.stringContaining('Nothing that you typed is lost.'),
        next: expect.stringContaining('Try again'),
      },
    });
    expect(answer.text + JSON.stringify(world.outside.logged('request failed'))).not.toContain('secret');
    expect((await api.as(headMember, `/schools/LARK/cases/${ref}/start`, input)).status).toBe(200);
  });
});
