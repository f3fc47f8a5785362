import { createPeople } from '#graph/people.ts';
import { noSnapshot, openSnapshot } from '#graph/snapshot.ts';
import { people as demoPeople } from '#local/demo/people.ts';
import { demoTenant, roleGroups, teamIds } from '#local/demo/tenant.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { peopleContract } from '../contract/outside-contracts.ts';
import { aSchool } from '../contract/rows.ts';
import { createTwinClock, type TwinClock } from '../twins/clock.ts';
import { createTwinLog } from '../twins/log.ts';
import { openTenantBench, sharedTenantBench, type TenantBench } from './support/tenant-bench.ts';

const allSchools = ['LARK', 'HOLL', 'MILL'] as const;
const register = allSchools.map((key) => aSchool({ key, teamId: teamIds[key] }));

const shared = sharedTenantBench();

peopleContract('Microsoft Teams and Entra', () => {
  const bench = shared();
  const { larkSenco, trustOfficer, derbyshireOfficer } = demoPeople;
  return Promise.resolve({
    people: createPeople({
      graph: bench.graph,
      clock: createTwinClock(),
      log: createTwinLog().log,
      schools: () => register,
      roleGroups,
    }),
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
  const { log } = createTwinLog();
  const { larkSenco, larkTeacher } = demoPeople;

  beforeEach(() => {
    bench = shared();
    clock = createTwinClock();
  });

  const open = (schools = () => register) => createPeople({ graph: bench.graph, clock, log, schools, roleGroups });
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
    const people = createPeople({ graph: other.graph, clock, log, schools: () => register, roleGroups });
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
    const people = createPeople({ graph: other.graph, clock, log, schools: () => register, roleGroups });
    expect(await people.whoIs(larkSenco.id)).toMatchObject({ roles: ['senco'], schools: ['LARK'] });
    expect(await people.whoIs(demoPeople.hollinSenco.id)).toMatchObject({ roles: [], schools: ['HOLL'] });
    await other.stop();
  });

  it('believes what it last read for eight hours where nothing can be read, also after a restart, and no longer', async () => {
    const snapshot = openSnapshot(':memory:');
    const open = (rows = register) =>
      createPeople({ graph: bench.graph, clock, log, snapshot, schools: () => rows, roleGroups });
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

  it('takes a refusal to read the groups for a failure, for it concerns every role', async () => {
    bench.tenant.faults.failNext({ method: 'GET', path: /\/transitiveMembers/, status: 403, times: 1 });
    await expect(open().whoIs(larkSenco.id)).rejects.toMatchObject({ status: 403 });
    expect((await open().whoIs(larkSenco.id)).roles).toEqual(['senco']);
  });
});

describe('a Team whose members the app may not see', () => {
  let bench: TenantBench;
  let clock: TwinClock;
  const { larkSenco, hollinSenco, trustOfficer } = demoPeople;
  const hollinMembers = new RegExp(`/teams/${teamIds.HOLL}/members`);

  beforeEach(() => {
    bench = shared();
    clock = createTwinClock();
  });

  /** The register with this in the column “Team” of Hollin Bank. */
  const withTeam = (teamId: string) => register.map((row) => (row.key === 'HOLL' ? { ...row, teamId } : row));
  const open = (schools: () => typeof register = () => register, snapshot = noSnapshot) => {
    const { log, entries } = createTwinLog();
    const people = createPeople({ graph: bench.graph, clock, log, snapshot, schools, roleGroups });
    const schoolsOf = async (id: string) => (await people.whoIs(id)).schools;
    return { people, schoolsOf, entries };
  };
  const refuse = (status: number, path = hollinMembers) =>
    bench.tenant.faults.failNext({ method: 'GET', path, status, times: 1000 });

  const link = `https://teams.microsoft.com/l/team/19%3Ah@thread.tacv2/conversations?groupId=${teamIds.HOLL}&tenantId=t`;
  it.each([
    ['a Team that was deleted', '00000000-0000-4000-8000-00000000dead', 404, 'NotFound'],
    ['the name of a Team', 'Hollin Bank', 400, 'BadRequest'],
    ['the link to a Team', link, 400, 'BadRequest'],
    ['a path', '../groups', 400, 'BadRequest'],
    ['an id in braces', `{${teamIds.HOLL}}`, 400, 'BadRequest'],
  ])('lets nobody in by %s, and locks nobody else out', async (_what, teamId, status, code) => {
    const { people, schoolsOf, entries } = open(() => withTeam(teamId));
    expect(await schoolsOf(larkSenco.id)).toEqual(['LARK']);
    expect(await people.whoIs(hollinSenco.id)).toMatchObject({ roles: ['senco'], schools: [] });
    expect(await schoolsOf(trustOfficer.id)).toEqual([...allSchools]);
    expect(entries()).toEqual([{ event: 'team reading failed', facts: { school: 'HOLL', status, code } }]);
  });

  it('is the same where its owner has not added the app', async () => {
    refuse(403);
    const { schoolsOf, entries } = open();
    expect(await schoolsOf(larkSenco.id)).toEqual(['LARK']);
    expect(await schoolsOf(hollinSenco.id)).toEqual([]);
    expect(await schoolsOf(trustOfficer.id)).toEqual([...allSchools]);
    expect(entries()).toMatchObject([{ facts: { school: 'HOLL', status: 403 } }]);
  });

  it('is logged once for each kind of refusal until it can be read again', async () => {
    const { schoolsOf, entries } = open();
    const later = async () => {
      clock.advance({ minutes: 2 });
      return schoolsOf(hollinSenco.id);
    };
    const said = () => entries().map(({ facts }) => facts['status']);
    for (const status of [403, 403, 404, 403]) {
      bench.tenant.faults.clear();
      refuse(status);
      expect(await later()).toEqual([]);
    }
    expect(said()).toEqual([403, 404]);
    bench.tenant.faults.clear();
    expect(await later()).toEqual(['HOLL']);
    expect(said()).toEqual([403, 404]);
    refuse(403);
    expect(await later()).toEqual([]);
    expect(said()).toEqual([403, 404, 403]);
  });

  it('lets nobody in by what was remembered of it either, where nothing else can be read', async () => {
    const snapshot = openSnapshot(':memory:');
    const { schoolsOf } = open(undefined, snapshot);
    expect(await schoolsOf(hollinSenco.id)).toEqual(['HOLL']);
    refuse(403);
    refuse(500, new RegExp(`/teams/${teamIds.LARK}/members`));
    clock.advance({ minutes: 2 });
    expect(await schoolsOf(larkSenco.id)).toEqual(['LARK']);
    expect(await schoolsOf(hollinSenco.id)).toEqual([]);
    bench.tenant.faults.clear();
    refuse(500, /\/members/);
    clock.advance({ minutes: 2 });
    expect(await schoolsOf(hollinSenco.id)).toEqual([]);
    const restarted = open(undefined, snapshot);
    expect(await restarted.schoolsOf(larkSenco.id)).toEqual(['LARK']);
    expect(await restarted.schoolsOf(hollinSenco.id)).toEqual([]);
    // What is remembered is no younger for having been written again.
    clock.advance({ hours: 8 });
    await expect(open(undefined, snapshot).schoolsOf(larkSenco.id)).rejects.toMatchObject({ status: 500 });
    snapshot.close();
  });

  it.each([401, 429, 500, 503])('is not what %i means: that stays a failure', async (status) => {
    bench.tenant.faults.failNext({
      method: 'GET',
      path: hollinMembers,
      status,
      times: 1000,
      headers: { 'Retry-After': '0' },
    });
    const { schoolsOf, entries } = open();
    await expect(schoolsOf(larkSenco.id)).rejects.toMatchObject({ status });
    expect(entries()).toEqual([]);
  });
});
