import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseRecord } from '#domain/record/parse-record.ts';
import { casePageSchema, problemSchema } from '#tab/contract/answers.ts';
import { aRecordJson } from '#test/builders/record.ts';
import type { Membership } from '#workflows/ports.ts';
import { aConsideration, headMember, openApi, sencoMember, teacherMember, type ApiBench } from './api-bench.ts';

let api: ApiBench;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.stop());

const consider = (who: Membership, changes: object = {}) =>
  api.as(who, '/schools/LARK/cases', { ...aConsideration, ...changes });
const receive = (who: Membership, record: unknown) => api.as(who, '/schools/LARK/records', record);
const cases = () => api.world.records.cases.all().map((row) => row.value);

describe('a case that is opened by hand', () => {
  it('is only being considered: nobody is asked or told', async () => {
    const answer = await consider(headMember);
    expect(answer.status).toBe(200);
    const page = casePageSchema.parse(answer.body);
    expect(page).toMatchObject({
      row: { status: 'considering', pupilName: 'Ada Sample', consent: null, nextReviewOn: null },
      lead: 'Juniper Thistle',
      agreements: [],
      notices: [],
      signedOff: null,
    });
    expect(page.choices.map(({ action }) => action)).toContain('begin preparing');
    expect(api.followed).toEqual(['LARK']);
  });

  it('is opened once, however often the press is sent', async () => {
    await consider(sencoMember);
    expect((await consider(sencoMember)).status).toBe(200);
    expect(cases()).toHaveLength(1);
    await consider(sencoMember, { pressId: 'another-press' });
    expect(cases()).toHaveLength(2);
  });

  it('is refused to a teacher in words', async () => {
    expect(await consider(teacherMember)).toMatchObject({
      status: 403,
      body: { words: 'Only the headteacher, the SENCO or the designated safeguarding lead can open a case.' },
    });
    expect(cases()).toEqual([]);
    expect(api.followed).toEqual([]);
  });

  it.each<[object, string]>([
    [{ pupilName: ' ' }, 'pupilName'],
    [{ dateOfBirth: '2016-02-30' }, 'dateOfBirth'],
    [{ yearGroup: '' }, 'yearGroup'],
    [{ upn: 'P0000000000012' }, 'upn'],
    [{ parentName: '' }, 'parentName'],
    [{ reasons: [] }, 'reasons'],
    [{ reasons: ['Behaviour'] }, 'reasons'],
    [{ hoursInSchool: '10' }, 'hoursInSchool'],
    [{ hoursInSchool: 33 }, 'hoursInSchool'],
    [{ endsOn: '2026-11-30' }, 'endsOn'],
    [{ pressId: '' }, 'pressId'],
  ])('with %o is refused at its field, and is not opened', async (changes, field) => {
    const answer = await consider(sencoMember, changes);
    expect([answer.status, problemSchema.parse(answer.body).field]).toEqual([422, field]);
    expect(cases()).toEqual([]);
  });
});

describe('the record of a case', () => {
  it('is a file named after the case that another school can receive, where it is a case to be considered', async () => {
    const ref = await api.world.active();
    const saved = await api.as(teacherMember, `/schools/LARK/cases/${ref}/record`);
    expect(saved.headers.get('content-disposition')).toBe(`attachment; filename=${ref}.json`);
    expect(parseRecord(saved.body)).toMatchObject({ ok: true, value: { ref, pupil: { name: 'Jimmy Example' } } });
    const answer = await receive(sencoMember, saved.body);
    expect(answer.status).toBe(200);
    const page = casePageSchema.parse(answer.body);
    expect(page).toMatchObject({
      row: { status: 'considering', pupilName: 'Jimmy Example', consent: null },
      agreements: [],
      signedOff: null,
    });
    expect(page.row.ref).not.toBe(ref);
  });

  it('received twice makes one case', async () => {
    const record = aRecordJson();
    const [first, second] = [await receive(sencoMember, record), await receive(headMember, record)];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(cases()).toHaveLength(1);
    expect(api.followed).toEqual(['LARK', 'LARK']);
  });

  it('is refused to a teacher in words, and what is no record is refused with what to do', async () => {
    expect((await receive(teacherMember, aRecordJson())).status).toBe(403);
    const unfit = await receive(sencoMember, { ref: 'K7M-2QX' });
    expect(unfit).toMatchObject({
      status: 422,
      body: {
        words: expect.stringContaining('This is not a case’s record.'),
        next: expect.stringContaining('save the record again'),
      },
    });
    expect(await receive(sencoMember, [])).toMatchObject({ status: 422 });
    expect(cases()).toEqual([]);
  });

  it('may be larger than a form, and has an end all the same', async () => {
    const long = (length: number) => ({ record: aRecordJson(), note: 'x'.repeat(length) });
    expect((await receive(sencoMember, long(300_000))).status).not.toBe(413);
    expect(await receive(sencoMember, long(2 * 1024 * 1024))).toMatchObject({
      status: 413,
      body: { words: expect.stringMatching(/\.$/) },
    });
  });

  it('never reaches the log', async () => {
    await receive(sencoMember, aRecordJson());
    await receive(sencoMember, { pupil: { name: 'Robin Sample' } });
    await consider(sencoMember);
    expect(JSON.stringify(api.world.outside.logged())).not.toMatch(/Robin|Ada|Sample/);
  });

  it('of a case that is not there is not found', async () => {
    expect(await api.as(sencoMember, '/schools/LARK/cases/AAA-AAA/record')).toMatchObject({ status: 404 });
  });
});
