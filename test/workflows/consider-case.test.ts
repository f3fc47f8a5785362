import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import { roles } from '#domain/people.ts';
import { anActor, senco } from '#test/builders/people.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aWorld, must, type World } from '#test/builders/world.ts';
import { considerCase, type Consideration } from '#workflows/casework/consider-case.ts';

const aThought = (changes: Partial<Consideration> = {}): Consideration => ({
  pressId: 'press-1',
  pupilName: 'Jimmy Example',
  dateOfBirth: '2017-03-14',
  yearGroup: 'Year 5',
  upn: 'P000000000001',
  parentName: 'Jo Example',
  reasons: ['Mental health', 'Reintegration'],
  objectives: 'To feel safe in class.',
  times: 'Monday to Friday 9.00 to 11.30',
  hoursInSchool: 12.5,
  startsOn: '2026-11-30',
  endsOn: '2026-12-18',
  ...changes,
});

const consider = ({ outside, school }: World, changes: Partial<Consideration> = {}) =>
  considerCase(outside, school, senco, aThought(changes));

describe('considering a part-time timetable', () => {
  it('opens a case under the name of who thought of it, and asks and owes nothing', async () => {
    const world = await aWorld();
    const { value } = must(await consider(world));
    expect(value).toMatchObject({
      status: 'considering',
      sourceKey: 'considered:press-1',
      pupilName: 'Jimmy Example',
      dateOfBirth: date('2017-03-14'),
      groups: [],
      reasons: ['Mental health', 'Reintegration'],
      startsOn: inDays(7),
      endsOn: inDays(25),
      lead: { name: 'Wren Larkspur' },
      openedBy: 'Wren Larkspur',
      openedOn: today,
    });
    expect(world.file(value.ref)).toMatchObject({
      agreements: [],
      notices: [],
      reviews: [],
      chronology: [{ event: 'opened' }],
    });
  });

  it('sent twice opens one case, and a second thought another', async () => {
    const world = await aWorld();
    const first = must(await consider(world));
    expect(must(await consider(world)).value.ref).toBe(first.value.ref);
    expect(world.records.cases.all()).toHaveLength(1);
    must(await consider(world, { pressId: 'press-2' }));
    expect(world.records.cases.all()).toHaveLength(2);
  });

  it.each(roles)('is for those who lead cases: %s', async (role) => {
    const world = await aWorld();
    const done = await considerCase(world.outside, world.school, anActor(role), aThought());
    const may = ['headteacher', 'senco', 'dsl'].includes(role);
    const words = 'Only the headteacher, the SENCO or the designated safeguarding lead can open a case.';
    expect(done).toMatchObject(may ? { ok: true } : { ok: false, error: { kind: 'refused', words } });
    expect(world.records.cases.all()).toHaveLength(Number(may));
  });

  it.each<[Partial<Consideration>, string, string]>([
    [{ reasons: ['Mental health', 'Behaviour'] }, 'reasons', '“Behaviour” is not a reason that is known here.'],
    [{ dateOfBirth: '2017-02-30' }, 'dateOfBirth', '“2017-02-30” is not a date that exists.'],
    [{ startsOn: 'after Christmas' }, 'startsOn', '“after Christmas” is not a date; write it like 17/11/2026.'],
    [{ endsOn: '' }, 'endsOn', '“” is not a date; write it like 17/11/2026.'],
    [
      { endsOn: '2026-11-30' },
      'endsOn',
      'The end date, Mon 30 Nov 2026, is not after the start date, Mon 30 Nov 2026.',
    ],
    [{ hoursInSchool: 33 }, 'hoursInSchool', '33 hours a week is more than the school’s full week of 32.5 hours.'],
  ])('with %o is refused at its field, and nothing is written', async (changes, field, words) => {
    const world = await aWorld();
    expect(await consider(world, changes)).toMatchObject({ ok: false, error: { kind: 'invalid', field, words } });
    expect(world.records.cases.all()).toEqual([]);
  });

  it('says which reasons there are, and that behaviour is none of them', async () => {
    const world = await aWorld();
    expect(await consider(world, { reasons: ['Behaviour'] })).toMatchObject({
      error: {
        next: 'Choose among: Physical health, Mental health, Reintegration, Emotional or social needs, At risk of exclusion, Other.',
      },
    });
  });
});
