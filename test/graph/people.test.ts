import { createPeople } from '#graph/people.ts';
import { openSnapshot } from '#graph/snapshot.ts';
import { people as demoPeople } from '#local/demo/people.ts';
import { demoTenant, roleGroups, teamIds } from '#local/demo/tenant.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { peopleContract } from '../contract/outside-contracts.ts';
import { aSchool } from '../contract/rows.ts';
import { createTwinClock, type TwinClock } from '../twins/clock.ts';
import { openTenantBench, sharedTenantBench, type TenantBench } from './support/tenant-bench.ts';

const allSchools = ['LARK', 'HOLL', 'MILL'] as const;
const register = allSchools.map((key) => aSchool({ key, teamId: teamIds[key] }));

const shared = sharedTenantBench();

peopleContract('Microsoft Teams and Entra', () => {
  const bench = shared();
  const { larkSenco, trustOfficer, derbyshireOfficer } = demoPeople;
  return Promise.resolve({
    people: createPeople({ graph: bench.graph, clock: createTwinClock(), schools: () => register, roleGroups }),
    senco: { id: larkSenco.id, name: larkSenco.displayName, school: 'LARK' },
    trustOfficer,
    stranger: derbyshireOfficer,
    allSchools,
    stop: () => Promise.resolve(),
  });
});

describe('asking Microsoft 365 who people are', () => {
  let bench: TenantBench;
  let clock: TwinClock;
  const { larkSenco, larkTeacher } = demoPeople;

  beforeEach(() => {
    bench = shared();
    clock = createTwinClock();
  });

  const open = (schools = () => register) => createPeople({ graph: bench.graph, clock, schools, roleGroups });
  const asked = () => bench.tenant.requests.count('GET');

  it('happens once a minute, however many ask at once', async () => {
    const people = open();
    await Promise.all(Array.from({ length: 10 }, () => people.whoIs(larkSenco.id)));
    const once = asked();
    expect(once).toBe(allSchools.length + Object.keys(roleGroups).length);
    clock.advance({ seconds: 59 });
    await people.whoIs(larkTeacher.id);
    expect(asked()).toBe(once);
    clock.advance({ seconds: 2 });
    await people.whoIs(larkTeacher.id);
    expect(asked()).toBe(2 * once);
  });

  it('happens again at once when a school joins the register', async () => {
    let schools = register.slice(0, 1);
    const people = open(() => schools);
    expect((await people.whoIs(demoPeople.hollinSenco.id)).schools).toEqual([]);
    schools = register;
    expect((await people.whoIs(demoPeople.hollinSenco.id)).schools).toEqual(['HOLL']);
  });

  it('does not take a failure for an answer', async () => {
    const people = open();
    bench.tenant.faults.failNext({ method: 'GET', path: /\/members/, status: 500, times: 1 });
    await expect(people.whoIs(larkSenco.id)).rejects.toMatchObject({ name: 'GraphFailure', status: 500 });
    expect((await people.whoIs(larkSenco.id)).schools).toEqual(['LARK']);
  });

  it('does not take a guest of a Team for staff, and still gives her the roles that she was given by name', async () => {
    const { derbyshireOfficer, derbyCityOfficer, larkHead } = demoPeople;
    const teams = demoTenant.teams.map((team) =>
      team.id === teamIds.LARK ? { ...team, members: [larkHead.id, derbyshireOfficer.id, derbyCityOfficer.id] } : team,
    );
    const groups = demoTenant.groups.map((group) =>
      group.id === roleGroups.trust ? { ...group, members: [derbyCityOfficer.id] } : group,
    );
    const other = await openTenantBench({ ...demoTenant, teams, groups });
    const people = createPeople({ graph: other.graph, clock, schools: () => register, roleGroups });
    expect((await people.whoIs(larkHead.id)).schools).toEqual(['LARK']);
    expect(await people.whoIs(derbyshireOfficer.id)).toMatchObject({ roles: [], schools: [] });
    expect((await people.whoIs(derbyCityOfficer.id)).schools).toEqual([...allSchools]);
    await other.stop();
  });

  it('finds who has a role through a group within the group', async () => {
    const within = { id: '00000000-0000-4000-8000-0000000000f1', displayName: 'Primary SENCOs' };
    const groups = demoTenant.groups.map((group) =>
      group.id === roleGroups.senco ? { ...group, members: [within.id] } : group,
    );
    const other = await openTenantBench({ ...demoTenant, groups: [...groups, { ...within, members: [larkSenco.id] }] });
    const people = createPeople({ graph: other.graph, clock, schools: () => register, roleGroups });
    expect(await people.whoIs(larkSenco.id)).toMatchObject({ roles: ['senco'], schools: ['LARK'] });
    expect(await people.whoIs(demoPeople.hollinSenco.id)).toMatchObject({ roles: [], schools: ['HOLL'] });
    await other.stop();
  });

  it('believes what it last read for eight hours where nothing can be read, also after a restart, and no longer', async () => {
    const snapshot = openSnapshot(':memory:');
    const open = (rows = register) =>
      createPeople({ graph: bench.graph, clock, snapshot, schools: () => rows, roleGroups });
    await open().whoIs(larkSenco.id);
    bench.tenant.faults.failNext({ method: 'GET', path: /\/members/, status: 500, times: 1000 });
    clock.advance({ hours: 8 });
    expect(await open().whoIs(larkSenco.id)).toMatchObject({ roles: ['senco'], schools: ['LARK'] });
    await expect(open(register.slice(0, 1)).whoIs(larkSenco.id)).rejects.toMatchObject({ status: 500 });
    clock.advance({ minutes: 1 });
    await expect(open().whoIs(larkSenco.id)).rejects.toMatchObject({ status: 500 });
    bench.tenant.faults.clear();
    expect((await open().whoIs(larkSenco.id)).schools).toEqual(['LARK']);
    snapshot.close();
  });

  it('lets nobody in by a Team that was deleted, and locks nobody else out', async () => {
    const gone = aSchool({ key: 'GONE', teamId: '00000000-0000-4000-8000-00000000dead' });
    const people = open(() => [...register, gone]);
    expect((await people.whoIs(larkSenco.id)).schools).toEqual(['LARK']);
  });
});
