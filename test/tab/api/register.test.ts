import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerWeekSchema } from '#tab/contract/answers.ts';
import { hollinMember, openApi, sencoMember, type ApiBench } from './api-bench.ts';

let api: ApiBench;
beforeEach(async () => {
  api = await openApi();
});
afterEach(() => api.stop());

describe('the register codes of a school', () => {
  it('are those of this week, each with its reason', async () => {
    const ref = await api.world.active();
    const page = registerWeekSchema.parse((await api.as(sencoMember, '/schools/LARK/register')).body);
    expect(page).toMatchObject({
      today: '2026-11-23',
      monday: '2026-11-23',
      rows: [{ ref, pupilName: 'Jimmy Example' }],
    });
    expect(page.rows[0]?.marks.slice(0, 2)).toEqual([
      { on: '2026-11-23', session: 'AM', code: '/', why: 'in school' },
      { on: '2026-11-23', session: 'PM', code: 'C2', why: 'at home by the plan' },
    ]);
    expect(page.rows[0]?.marks.at(-1)).toEqual({ on: '2026-11-27', session: 'PM', code: '#', why: 'school closed' });
  });

  it('are those of another week where a day of it is given, with the reason when no plan is in force', async () => {
    await api.world.active();
    const page = registerWeekSchema.parse((await api.as(sencoMember, '/schools/LARK/register?week=2026-11-18')).body);
    expect(page.monday).toBe('2026-11-16');
    expect(page.rows[0]?.marks[0]).toMatchObject({ code: '/', why: 'in school: the plan has not begun' });
  });

  it.each(['soon', '2026-02-30', '23/11/2026'])('are refused for a week of “%s”, in words', async (week) => {
    const answer = await api.as(sencoMember, `/schools/LARK/register?week=${encodeURIComponent(week)}`);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ field: 'week', words: expect.stringContaining('week') });
  });

  it('are not shown to a member of another school', async () => {
    expect((await api.as(hollinMember, '/schools/LARK/register')).status).toBe(404);
  });
});
