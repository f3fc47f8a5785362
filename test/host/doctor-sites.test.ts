import { describe, expect, it } from 'vitest';
import { demoTenant, sharedMailbox } from '#local/demo/tenant.ts';
import { hub } from '../graph/support/a-trust.ts';
import { aVisit, brief, contains, runDoctor, wrong } from './support/doctors-visit.ts';

const school = 'Larkfield Primary School';
const larkfield = '/sites/larkfield';

describe('the doctor in a trust', () => {
  const { open, trust, there } = aVisit();

  describe('among sites, lists and rows', () => {
    it('finds a site that is gone, and looks at the others', async () => {
      await open({ sites: demoTenant.sites.filter(({ path }) => path !== '/sites/governors-larkfield') });
      expect((await wrong(there())).map(brief)).toEqual([
        {
          check: 'site',
          about: '/sites/governors-larkfield',
          standing: 'to mend',
          words: 'There is no site at this address.',
          who: 'SharePoint site owner',
        },
      ]);
    });

    it('finds that the hub is elsewhere', async () => {
      await open();
      const [site] = await wrong(there({ PTT_HUB_SITE: '/sites/nowhere' }));
      expect(site).toMatchObject({ check: 'site', about: '/sites/nowhere', todo: contains('PTT_HUB_SITE') });
    });

    it('finds a deleted column and a renamed one, and gives the command', async () => {
      await open();
      const { lists } = trust().tenant.store;
      const { id } = trust().list(larkfield, 'Cases');
      lists.removeColumn(id, trust().columnId(larkfield, 'Cases', 'Objectives'));
      lists.changeColumn(id, trust().columnId(larkfield, 'Cases', 'NextReview'), { displayName: 'When?' });
      const found = await wrong(there());
      expect(found.map(({ words }) => words)).toEqual([
        'Column “Next review” of the list “Cases” has another title.',
        'Column “Objectives” of the list “Cases” is not there.',
      ]);
      expect(new Set(found.map(({ todo }) => todo))).toEqual(new Set(['npm run ptt -- provision']));
    });

    it('finds rows that cannot be read, by number and column, and says nothing of a pupil', async () => {
      await open();
      const cases = trust().list(larkfield, 'Cases').id;
      for (const name of ['Jimmy Example', 'Dot Pretend'])
        trust().tenant.store.items.create(cases, { Title: `${name}s case`, Pupil: name }, { actor: {} });
      const { said } = await runDoctor(there());
      expect(said).toMatch(
        /^TO MEND {3}Rows of \/sites\/larkfield: List “Cases”, column “[\w ]+”: rows 1 and 2 cannot be read\.$/m,
      );
      expect(said).not.toMatch(/Jimmy|Dot/);
    });

    it('says what is wrong with a row of the register, which names no pupil', async () => {
      await open();
      trust().edit(hub, 'Schools', 1, { Terms: 'whenever' });
      const found = await wrong(there());
      expect(found.map(({ check, about }) => [check, about])).toEqual([
        ['rows', hub],
        ['register', hub],
      ]);
      expect(found[0]?.words).toMatch(/^List “Schools”, row 1: Terms has the line “whenever”/);
    });
  });

  describe('in a school', () => {
    it('finds policies that nobody has written, a Team that is gone and a channel that nobody knows', async () => {
      await open();
      trust().edit(hub, 'Schools', 1, {
        Policies: 'derbyshire; narnia',
        TeamId: '11111111-1111-4111-8111-111111111111',
        StaffChannelId: null,
      });
      expect((await wrong(there())).map(brief)).toEqual([
        {
          check: 'policies',
          about: school,
          standing: 'to mend',
          words: contains('“narnia”'),
          who: 'SharePoint site owner',
        },
        {
          check: 'Team',
          about: school,
          standing: 'to mend',
          words: contains('There is no Team'),
          who: 'SharePoint site owner',
        },
        {
          check: 'staff channel',
          about: school,
          standing: 'to mend',
          words: contains('No channel'),
          who: 'owner of the Team',
        },
      ]);
    });

    it.each(['Larkfield', 'https://teams.microsoft.com/l/team/19%3Al@thread.tacv2/conversations?groupId=1&tenantId=2'])(
      'finds that the register holds %s for the id of a Team',
      async (TeamId) => {
        await open();
        trust().edit(hub, 'Schools', 1, { TeamId });
        const found = await wrong(there());
        expect(found.map(brief)).toEqual([
          {
            check: 'Team',
            about: school,
            standing: 'to mend',
            words: contains('not the id of a Team, so nobody belongs to the school'),
            who: 'SharePoint site owner',
          },
        ]);
        expect(found[0]?.todo).toContain('“Team” in the list “Schools” on the hub');
      },
    );

    it('finds that the owner of its Team has not added the app', async () => {
      await open();
      trust().tenant.faults.failNext({ method: 'GET', path: /\/teams\/[^/]+\/members$/, status: 403, times: 1 });
      const found = await wrong(there());
      expect(found.map(brief)).toEqual([
        {
          check: 'Team',
          about: school,
          standing: 'to mend',
          words: contains('nobody belongs to the school'),
          who: 'owner of the Team',
        },
      ]);
      expect(found[0]?.todo).toContain('Add the app to the Team');
    });

    it('never sends the bot’s token to an address that is not Teams’', async () => {
      await open();
      trust().edit(hub, 'Schools', 1, { ServiceUrl: 'https://elsewhere.example/' });
      expect((await wrong(there())).map(brief)).toEqual([
        {
          check: 'bot',
          about: school,
          standing: 'to mend',
          words: contains('not one of Microsoft’s'),
          who: 'SharePoint site owner',
        },
      ]);
    });

    it('finds that the app is not in the Team, and that no headteacher is', async () => {
      const [larkfieldTeam, ...others] = demoTenant.teams;
      const [heads, ...groups] = demoTenant.groups;
      if (!larkfieldTeam || !heads) throw new Error('The demonstration has neither Team nor group.');
      await open({
        teams: [{ ...larkfieldTeam, installedApps: [] }, ...others],
        groups: [{ ...heads, members: heads.members.filter((id) => !larkfieldTeam.members.includes(id)) }, ...groups],
      });
      expect((await wrong(there())).map(brief)).toEqual([
        { check: 'Team', about: school, standing: 'to mend', words: contains('signed off'), who: 'owner of the Team' },
        {
          check: 'bot',
          about: school,
          standing: 'to mend',
          words: contains('not in the staff channel'),
          who: 'owner of the Team',
        },
      ]);
    });
  });

  it('finds groups that are gone, empty or not set', async () => {
    const [headteachers, sencos, ...others] = demoTenant.groups;
    if (!headteachers || !sencos) throw new Error('The demonstration has no groups.');
    await open({ groups: [{ ...sencos, members: [] }, ...others] });
    const roles = `headteacher=${headteachers.id};senco=${sencos.id}`;
    expect((await wrong(there({ PTT_ROLE_GROUPS: roles }))).map(brief)).toEqual([
      {
        check: 'role groups',
        about: 'headteacher',
        standing: 'to mend',
        words: contains('There is no group'),
        who: 'whoever runs the app',
      },
      {
        check: 'role groups',
        about: 'SENCO',
        standing: 'to mend',
        words: 'Nobody is in the group.',
        who: 'Microsoft 365 administrator',
      },
    ]);
    const unset = await wrong(there({ PTT_ROLE_GROUPS: '' }));
    expect(unset.map(({ about, todo }) => [about, todo])).toEqual([
      ['headteacher', contains('Add headteacher=')],
      ['SENCO', contains('Add senco=')],
    ]);
  });

  it('counts those who are in a group through another, and finds that a group of empty groups is empty', async () => {
    const [headteachers, sencos, ...others] = demoTenant.groups;
    if (!headteachers || !sencos) throw new Error('The demonstration has no groups.');
    const within = { id: '00000000-0000-4000-8000-0000000000f1', displayName: 'Primary SENCOs' };
    const outer = [headteachers, { ...sencos, members: [within.id] }, ...others];
    await open({ groups: [...outer, { ...within, members: sencos.members }] });
    expect(await wrong(there())).toEqual([]);
    await open({ groups: [...outer, { ...within, members: [] }] });
    expect((await wrong(there())).map(({ about, words }) => [about, words])).toEqual([
      ['SENCO', 'Nobody is in the group.'],
    ]);
  });

  it('finds that there is no shared mailbox', async () => {
    await open({ sharedMailboxes: [] });
    expect((await wrong(there())).map(brief)).toEqual([
      {
        check: 'mail',
        about: sharedMailbox,
        standing: 'to mend',
        words: 'There is no such mailbox.',
        who: 'Microsoft 365 administrator',
      },
    ]);
  });

  it('goes on past a fault of Microsoft’s, and says what it did not see', async () => {
    await open();
    trust().tenant.faults.failNext({
      method: 'GET',
      path: /\/teams\/[^/]+\/members$/,
      status: 503,
      times: 4,
      headers: { 'Retry-After': '0' },
    });
    expect((await wrong(there())).map(brief)).toEqual([
      {
        check: 'Team',
        about: school,
        standing: 'not looked at',
        words: contains('a fault of its own (503'),
        who: 'whoever runs the app',
      },
    ]);
  });
});
