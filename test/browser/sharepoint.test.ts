import { describe, expect, it } from 'vitest';
import { shortDate } from '#domain/dates.ts';
import { people } from '#local/demo/people.ts';
import { sharedMailbox } from '#local/demo/tenant.ts';
import { stories } from '#local/demo/stories.ts';
import type { TenantUser } from '#local/tenant-definition.ts';
import { houseDay } from '#test/support/local-house.ts';
import { signIn } from '#test/support/sign-in.ts';
import { useHouse } from './house.ts';
import { goTo, openBoard, openCase, part, refOf, sees, seesNo, wordsOf } from './look.ts';
import { addressOf, editItem, openList, openSite } from './sites.ts';

const { as, browser, house } = useHouse({ pollSeconds: 0.5 });

/** What a person gets who types an address, or follows one that they were sent. */
async function tries(who: TenantUser, path: string): Promise<readonly [status: number, page: string]> {
  const page = await as(who);
  const answer = await page.request.get(addressOf(house().tenant.origin, path, who));
  return [answer.status(), await answer.text()];
}

describe('The local authority', () => {
  it('is sent a link and no personal data when a case is closed, and its tick shows in the case', async () => {
    const senco = await as(people.larkSenco);
    const ref = await refOf(await openBoard(senco), 'Ada Sample');
    const tab = await openCase(senco, 'Ada Sample');
    const upn = await wordsOf(part(tab, 'About the pupil').getByRole('definition').last());
    expect(upn).toMatch(/^[A-Z]\d{12}$/);
    await tab.getByRole('button', { name: 'Close the case' }).click();
    await tab.getByRole('radio', { name: 'Returned full-time' }).check();
    await tab.getByRole('button', { name: 'Close the case' }).click();
    await sees(tab.getByText('Saved: the case is closed.'));

    const officer = await as(people.derbyshireOfficer);
    await goTo(officer, 'Mail');
    await officer.getByRole('link', { name: `Part-time timetable closure ${ref}-closure` }).click();
    await officer.getByRole('heading', { level: 1, name: `Part-time timetable closure ${ref}-closure` }).waitFor();
    const letter = await wordsOf(officer.getByRole('main'));
    expect(letter).toContain(`/${ref}-closure.docx`);
    expect(letter).toContain('This message holds no personal data.');
    expect(letter).not.toMatch(/Sample|Ada\b|\bAS\b|\bA\. ?S\./);
    expect(letter).not.toContain(upn);

    const [document] = await Promise.all([
      officer.waitForEvent('popup'),
      officer.getByRole('link', { name: `${ref}-closure.docx` }).click(),
    ]);
    const notice = await wordsOf(document.getByRole('article', { name: 'Document' }));
    expect(notice).toContain('End of a part-time timetable');
    expect(notice).toContain('Pupil Ada Sample');
    expect(notice).toContain(upn);

    const list = await openList(officer, 'Notices to Derbyshire', 'LA notices');
    await editItem(list, `${ref}-closure`, async (form) => {
      await form.getByRole('checkbox', { name: 'Acknowledged' }).check();
    });
    const closure = part(tab, 'Notices to the local authority').getByRole('listitem').filter({ hasText: 'Closure to' });
    await sees(closure.getByText(`Acknowledged by Hazel Rainbow, ${shortDate(houseDay)}`));
    const [own] = await Promise.all([senco.waitForEvent('popup'), closure.getByRole('link').click()]);
    await sees(own.getByRole('heading', { level: 1, name: `${ref}-closure.docx` }));
  });

  it('sees a mail that comes while the page is not yet told of news', async () => {
    const { tenant } = house();
    const page = await signIn(await browser(), tenant.origin, people.derbyCityOfficer);
    const held = Promise.withResolvers<void>();
    await page.route('**/_local/events?*', async (route) => {
      await held.promise;
      await route.continue();
    });
    await Promise.all([page.waitForResponse('**/_local/mail'), page.reload()]);
    await goTo(page, 'Mail');
    const subject = 'Sent in the meantime';
    tenant.store.mail.send({
      from: sharedMailbox,
      to: [people.derbyCityOfficer.mail],
      cc: [],
      subject,
      contentType: 'text',
      content: 'A word.',
    });
    held.resolve();
    await sees(page.getByRole('link', { name: subject }));
  });

  it('of another area can open neither the list nor a document', async () => {
    const officer = await as(people.derbyCityOfficer);
    const list = await openList(officer, 'Notices to Derby City', 'LA notices');
    await sees(list.getByText('Millbrook Street School').first());
    await seesNo(list.getByText('Larkfield Primary School'));
    const library = '/sites/larkfield/Shared Documents/Part-time timetables';
    const { drives, sites } = house().tenant.store;
    const folder = drives.byUrlPath(library);
    const document = folder && drives.children(folder.id)[0];
    expect(document?.name).toMatch(/\.docx$/);
    expect(sites.byPath('/sites/notices-derbyshire')).toBeDefined();
    for (const path of [
      '/sites/notices-derbyshire',
      '/sites/notices-derbyshire/Lists/LA notices/AllItems.aspx',
      `${library}/${document?.name}`,
    ]) {
      const [status, page] = await tries(people.derbyCityOfficer, path);
      expect(status, path).toBe(403);
      expect(page).toContain('<h1>You need permission to open this ');
    }
  });
});

describe('A governor', () => {
  it('sees two lists with figures and anonymised rows, and no pupil’s name', async () => {
    const governor = await as(people.larkGovernor);
    const site = await openSite(governor, 'Governors of Larkfield');
    const lists = await site.getByRole('rowheader').getByRole('link').allInnerTexts();
    expect(lists.toSorted()).toEqual(['Documents', 'Governors’ view', 'Published reports']);
    const pages = [await wordsOf(site.getByRole('main'))];

    await site.getByRole('link', { name: 'Published reports' }).click();
    await site.getByRole('columnheader', { name: 'Pupils on a part-time timetable' }).waitFor();
    pages.push(await wordsOf(site.getByRole('main')));

    const view = await openList(governor, 'Governors of Larkfield', 'Governors’ view');
    pages.push(await wordsOf(view.getByRole('main')));
    await seesNo(view.getByRole('link', { name: /^(Edit|New item)/ }));
    await view.getByRole('link', { name: 'Case 1', exact: true }).click();
    await view.getByRole('term').filter({ hasText: 'Share of the full week' }).waitFor();
    pages.push(await wordsOf(view.getByRole('main')));

    const names = stories.flatMap(({ pupil }) => [pupil, pupil.split(' ').at(-1) ?? pupil]);
    for (const words of pages) for (const name of names) expect(words).not.toContain(name);
  });

  it('is told “You need permission” at every other address', async () => {
    const { origin, store } = house().tenant;
    const governor = await as(people.larkGovernor);
    const others = store.sites.all().filter((site) => site.path !== '/sites/governors-larkfield');
    expect(others.length).toBeGreaterThan(7);
    const places = others.flatMap(({ id, path }) => [
      path,
      `${path}/Shared Documents`,
      ...store.lists
        .of(id)
        .filter((list) => list.template === 'genericList')
        .map((list) => `${path}/Lists/${list.displayName}/AllItems.aspx`),
    ]);
    expect(places.some((place) => place.includes('/Lists/Cases/'))).toBe(true);
    for (const place of places) {
      const [status, page] = await tries(people.larkGovernor, place);
      expect(status, place).toBe(403);
      expect(page).toContain('<h1>You need permission to open this ');
    }
    const cases = await governor.request.get(`${origin}/api/schools/LARK/cases`);
    expect([cases.status(), await cases.text()]).toEqual([401, 'Unauthorized']);

    const window = await openSite(governor, 'Governors of Larkfield');
    await window.goto(addressOf(origin, '/sites/larkfield', people.larkGovernor));
    await sees(window.getByRole('heading', { level: 1, name: 'You need permission' }));
  });
});

describe('A member who changes a row by hand in SharePoint', () => {
  it('sees the case in the tab follow', async () => {
    const page = await as(people.larkSenco);
    const ref = await refOf(await openBoard(page), 'Ben Specimen');
    const cases = await openList(page, 'Larkfield Primary School', 'Cases');
    await editItem(cases, ref, async (form) => {
      await form.getByRole('textbox', { name: 'Case lead', exact: true }).fill('Heron Reed');
    });
    const tab = await openCase(page, 'Ben Specimen');
    await sees(tab.getByRole('definition').filter({ hasText: 'Heron Reed' }));
  });

  it('sees a row that makes no sense as needing attention, with its column, beside all other rows', async () => {
    const page = await as(people.larkSenco);
    const tab = await openBoard(page);
    const ref = await refOf(tab, 'Dot Pretend');
    const cases = await openList(page, 'Larkfield Primary School', 'Cases');
    await editItem(cases, ref, async (form) => {
      await form.getByRole('textbox', { name: 'Reasons' }).fill('Because of the weather');
    });
    await openBoard(page);
    await tab.getByText('1 row in SharePoint needs attention').click();
    const row = tab.getByRole('listitem').filter({ hasText: 'column “Reasons”' });
    expect(await wordsOf(row)).toContain('Because of the weather');
    await seesNo(tab.getByRole('link', { name: 'Dot Pretend' }));
    await sees(tab.getByRole('link', { name: 'Cleo Madeup' }));

    await cases.bringToFront();
    await cases.getByRole('link', { name: 'Cases', exact: true }).click();
    await editItem(cases, ref, async (form) => {
      await form.getByRole('textbox', { name: 'Reasons' }).fill('Physical health');
    });
    await goTo(page, 'Mail');
    await openBoard(page);
    await sees(tab.getByRole('link', { name: 'Dot Pretend' }));
    await seesNo(tab.getByText('needs attention'));
  });
});
