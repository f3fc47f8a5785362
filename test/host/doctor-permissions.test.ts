import { describe, expect, it } from 'vitest';
import { demoTenant, sharedMailbox } from '#local/demo/tenant.ts';
import { hub } from '../graph/support/a-trust.ts';
import { aVisit, brief, contains, wrong } from './support/doctors-visit.ts';

const school = 'Larkfield Primary School';
const larkfield = '/sites/larkfield';

const withPermissions = (change: (granted: readonly string[]) => readonly string[]) => ({
  apps: demoTenant.apps.map((app) => ({ ...app, applicationPermissions: change(app.applicationPermissions) })),
});
const without = (...gone: readonly string[]) =>
  withPermissions((granted) => granted.filter((one) => !gone.includes(one)));

describe('the doctor where a permission is missing', () => {
  const { open, trust, there } = aVisit();

  const admin = 'Microsoft 365 administrator';
  const onHub = `Sites.ReadWrite.All on ${hub}`;

  it.each<[string, string, string | null, string, string]>([
    ['Mail.Send', 'mail', sharedMailbox, 'does not carry Mail.Send', admin],
    ['TeamMember.Read.All', 'Team', school, 'its owner has not consented', 'owner of the Team'],
  ])('names %s and who grants it', async (permission, check, about, words, who) => {
    await open(without(permission));
    expect((await wrong(there())).map(brief)).toEqual([
      { check, about, standing: 'to mend', words: contains(words), who },
    ]);
  });

  it('names GroupMember.ReadBasic.All once, not for each role', async () => {
    await open(without('GroupMember.ReadBasic.All'));
    expect((await wrong(there())).map(brief)).toEqual([
      {
        check: 'permissions',
        about: 'GroupMember.ReadBasic.All',
        standing: 'to mend',
        words: contains('does not carry GroupMember.ReadBasic.All'),
        who: admin,
      },
      expect.objectContaining({ check: 'role groups', standing: 'not looked at' }),
    ]);
  });

  it('tells reading from writing, although a row that does not exist might be refused for that alone', async () => {
    await open(withPermissions(() => ['Sites.Read.All', 'TeamMember.Read.All', 'GroupMember.Read.All', 'Mail.Send']));
    expect((await wrong(there())).map(brief)).toEqual([
      { check: 'permissions', about: onHub, standing: 'to mend', words: contains('Sites.ReadWrite.All'), who: admin },
    ]);
  });

  it('without any for sites goes no further than the hub', async () => {
    await open(without('Sites.ReadWrite.All', 'Sites.Manage.All'));
    expect((await wrong(there())).map(({ check, about }) => [check, about])).toEqual([
      ['site', hub],
      ['register', hub],
    ]);
  });

  it('says of a site that refuses to share, although the app may, where sharing is switched on', async () => {
    await open();
    trust().tenant.faults.failNext({ method: 'POST', path: /\/invite$/, status: 403, times: 1 });
    expect((await wrong(there())).map(brief)).toEqual([
      {
        check: 'permissions',
        about: `sharing on ${hub}`,
        standing: 'to mend',
        words: contains('refuses to share files of this site'),
        who: admin,
      },
    ]);
  });

  it('says of a mailbox that Exchange leaves out where to look', async () => {
    await open();
    trust().tenant.faults.failNext({ method: 'POST', path: /\/sendMail$/, status: 403, times: 1 });
    const [mail] = await wrong(there());
    expect(mail).toMatchObject({ check: 'mail', who: admin, todo: contains('Test-ServicePrincipalAuthorization') });
  });

  it('asks for Sites.Manage.All only while something is to be made', async () => {
    await open(without('Sites.Manage.All'));
    expect(await wrong(there())).toEqual([]);
    trust().tenant.store.lists.removeColumn(
      trust().list(larkfield, 'Cases').id,
      trust().columnId(larkfield, 'Cases', 'Objectives'),
    );
    expect((await wrong(there())).map(({ check, about }) => [check, about])).toEqual([
      ['lists', larkfield],
      ['permissions', `Sites.Manage.All on ${hub}`],
    ]);
  });
});
