// Every new thing that can be done to a case, by its address: allowed, refused by role, and not understood.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { casePageSchema, problemSchema } from '#tab/contract/answers.ts';
import { caseRoutes } from '#tab/api/case-routes.ts';
import { aSignOff } from '#test/builders/world.ts';
import type { Membership } from '#workflows/ports.ts';
import {
  aConsideration,
  actionPaths,
  headMember,
  openApi,
  sencoMember,
  teacherMember,
  type ApiBench,
} from './api-bench.ts';

let api: ApiBench;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.stop());

const pathOf = (ref: string, action: string) => `/schools/LARK/cases/${ref}/${action}`;
const pageOf = async (ref: string) =>
  casePageSchema.parse((await api.as(sencoMember, `/schools/LARK/cases/${ref}`)).body);
const press = async (ref: string) => ({ etag: (await pageOf(ref)).etag, pressId: 'press-1' });
const act = async (who: Membership, ref: string, action: string, input: object) =>
  api.as(who, pathOf(ref, action), { ...(await press(ref)), ...input });

/** Cases as far as each action wants them. */
const stages = {
  considered: async () =>
    casePageSchema.parse((await api.as(sencoMember, '/schools/LARK/cases', aConsideration)).body).row.ref,
  prepared: () => api.world.inPreparation(),
  agreed: () => api.world.agreed(),
  active: () => api.world.active(),
  'reviewed without a change': async () => {
    const ref = await api.world.active();
    const words = { times: '', parentWords: 'Well.', pupilWords: 'Well.', schoolWords: 'Well.' };
    const held = { heldOn: '2026-11-23', outcome: 'Same hours', hoursAfter: 12.5, nextReviewOn: null };
    await act(sencoMember, ref, 'review', { ...held, ...words });
    return ref;
  },
  'agreed anew': async () => {
    const ref = await api.world.active();
    const times = 'Monday to Friday 9.00 to 12.00';
    const hours = { times, hoursInSchool: 15, startsOn: '2026-11-23', endsOn: '2026-12-18' };
    await act(sencoMember, ref, 'hours', hours);
    await act(sencoMember, ref, 'consent', { answer: 'signed', on: '2026-11-23', evidence: 'On file' });
    await api.world.complete(ref);
    return ref;
  },
  declined: async () => {
    const ref = await api.world.agreed();
    await act(sencoMember, ref, 'decline', { on: '2026-11-20', details: 'No adult is at home.' });
    return ref;
  },
};

interface Deed {
  readonly action: string;
  readonly from: keyof typeof stages;
  readonly by: Membership;
  readonly input: object;
  /** What the answered page then says. */
  readonly answers: object;
  /** What cannot be used, and the field that is named. */
  readonly unfit: readonly (readonly [input: object, field: string])[];
}

const deeds: readonly Deed[] = [
  {
    action: 'begin',
    from: 'considered',
    by: sencoMember,
    input: {},
    answers: { row: { status: 'preparing', consent: 'asked' } },
    unfit: [[{ pressId: '' }, 'pressId']],
  },
  {
    action: 'sign-off',
    from: 'agreed anew',
    by: headMember,
    input: aSignOff({ exceptional: ' It still holds. ' }),
    answers: {
      row: { status: 'active' },
      signedOff: { by: 'Juniper Thistle', version: 2, exceptional: 'It still holds.' },
    },
    unfit: [
      [{ exceptional: ' ' }, 'exceptional'],
      [{ exceptional: 'x'.repeat(2001) }, 'exceptional'],
      [{ despiteExclusionRisk: undefined }, 'despiteExclusionRisk'],
    ],
  },
  {
    action: 'extend',
    from: 'reviewed without a change',
    by: sencoMember,
    input: {
      to: '2027-01-15',
      reason: 'Not yet well.',
      exceptional: '',
      agencies: ['CAMHS'],
      consultedOn: '2026-11-20',
    },
    answers: { row: { status: 'active', endsOn: '2027-01-15', consent: 'asked' }, version: 2 },
    unfit: [
      [{ to: '2026-12-01' }, 'to'],
      [{ to: 'January' }, 'to'],
      [{ reason: ' ' }, 'reason'],
      [{ consultedOn: '2026-11-24' }, 'consultedOn'],
      [{ agencies: [''] }, 'agencies.0'],
      [{ agencies: 'CAMHS' }, 'agencies'],
    ],
  },
  {
    action: 'decline',
    from: 'prepared',
    by: sencoMember,
    input: { on: '2026-11-23', details: 'No adult is at home.' },
    answers: { row: { status: 'declined' }, ended: { on: '2026-11-23', by: 'Wren Larkspur' } },
    unfit: [
      [{ details: '' }, 'details'],
      [{ on: '2026-11-24' }, 'on'],
      [{ on: '' }, 'on'],
    ],
  },
  {
    action: 'withdraw',
    from: 'agreed',
    by: sencoMember,
    input: { on: '2026-11-23', details: '' },
    answers: { row: { status: 'withdrawn' }, ended: { reason: 'Never started' } },
    unfit: [
      [{ on: '2026-11-24' }, 'on'],
      [{ details: undefined }, 'details'],
    ],
  },
  {
    action: 'transfer',
    from: 'active',
    by: sencoMember,
    input: { on: '2026-11-23', details: '', toSchool: 'Hollin Bank School', noteSentOn: null },
    answers: { row: { status: 'closed' }, ended: { reason: 'Moved school' } },
    unfit: [
      [{ toSchool: ' ' }, 'toSchool'],
      [{ toSchool: 'x'.repeat(201) }, 'toSchool'],
      [{ noteSentOn: '' }, 'noteSentOn'],
      [{ on: '2026-11-22' }, 'on'],
    ],
  },
  {
    action: 'reopen',
    from: 'declined',
    by: sencoMember,
    input: { why: 'An adult is at home now.', startsOn: '2026-11-30', endsOn: '2026-12-18' },
    answers: { row: { status: 'preparing', consent: 'asked' }, version: 2, ended: null },
    unfit: [
      [{ why: ' ' }, 'why'],
      [{ startsOn: '2026-11-20' }, 'startsOn'],
      [{ endsOn: '2026-11-30' }, 'endsOn'],
      [{ endsOn: '2026-02-30' }, 'endsOn'],
    ],
  },
];

describe('what can be done to a case', () => {
  it('has one address each, and no other', () => {
    expect(caseRoutes(api.world.outside).map(({ path }) => path)).toEqual(actionPaths);
  });

  it.each(deeds)('“$action” is done, answered with the case as it is then, and followed up', async (deed) => {
    const ref = await stages[deed.from]();
    const before = api.followed.length;
    const answer = await act(deed.by, ref, deed.action, deed.input);
    expect(answer.status).toBe(200);
    expect(casePageSchema.parse(answer.body)).toMatchObject(deed.answers);
    expect(api.followed.slice(before)).toEqual(['LARK']);
  });

  it.each(deeds)('“$action” sent twice is done once', async (deed) => {
    const ref = await stages[deed.from]();
    const input = { ...(await press(ref)), ...deed.input };
    await api.as(deed.by, pathOf(ref, deed.action), input);
    const before = api.world.file(ref);
    expect((await api.as(deed.by, pathOf(ref, deed.action), input)).status).toBe(200);
    expect(api.world.file(ref)).toEqual(before);
  });

  it.each(deeds)('“$action” is refused in words to a teacher, and nothing is written', async (deed) => {
    const ref = await stages[deed.from]();
    const before = api.world.file(ref);
    const followed = api.followed.length;
    const answer = await act(teacherMember, ref, deed.action, deed.input);
    expect(answer.status).toBe(403);
    expect(problemSchema.parse(answer.body).words).toMatch(/^Only the headteacher.* can do this\.$/);
    expect(api.world.file(ref)).toEqual(before);
    expect(api.followed.length).toBe(followed);
  });

  it.each(deeds)('“$action” with what cannot be used is refused at its field, and nothing is written', async (deed) => {
    const ref = await stages[deed.from]();
    const before = api.world.file(ref);
    for (const [changes, field] of deed.unfit) {
      const answer = await act(deed.by, ref, deed.action, { ...deed.input, ...changes });
      expect([changes, answer.status, problemSchema.parse(answer.body).field]).toEqual([changes, 422, field]);
      expect(problemSchema.parse(answer.body).words).toMatch(/\.$/);
    }
    expect(api.world.file(ref)).toEqual(before);
  });

  it('a start asks why a part-time timetable is right although the pupil is at risk of exclusion', async () => {
    const ref = await api.world.agreed({ reasons: ['At risk of exclusion'] });
    await api.world.complete(ref);
    const answer = await act(headMember, ref, 'start', aSignOff());
    expect(answer).toMatchObject({ status: 422, body: { field: 'despiteExclusionRisk' } });
  });

  it('a start is refused while a rule says stop, with the first reason and how many more there are', async () => {
    const ref = await api.world.agreed();
    const answer = await act(headMember, ref, 'start', aSignOff());
    expect(answer.status).toBe(403);
    expect(problemSchema.parse(answer.body).words).toMatch(/^It cannot go ahead: .* listed under “What is missing”\.$/);
  });
});
