import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { trustPerson } from '../fake/fake-school.ts';
import { demoRows, manyRows } from '../fake/demo.ts';
import { comeBack, focusOn, type Stage } from './stage.ts';

const board = '#/schools/LARK';

export function boardSuite(stage: () => Stage): void {
  it('says who, since when, the hours, the next review, the consent and what is missing', async () => {
    const { tab } = await stage().open();
    const row = tab.getByRole('row', { name: /Charlie Kestrelton/ });
    await row.waitFor();
    const said = (await row.innerText()).replaceAll(/\s+/g, ' ');
    expect(said).toContain('Year 10 · B2C-7WD');
    expect(said).toContain('Active Consent signed');
    expect(said).toContain('Mon 19 Oct 2026 5 weeks so far');
    expect(said).toContain('12.5 of 32.5');
    expect(said).toContain('5 days overdue Thu 12 Nov 2026');
    expect(said).toContain('Act today The review of Thu 12 Nov 2026 has not been held. and 1 more');
    expect(await tab.getByText('Reminders last checked today at 07:30').count()).toBe(1);
  });

  it('shows the gravest of what is missing, how much there is besides, and where no parent was asked yet', async () => {
    const { tab } = await stage().open({ at: board });
    const said = async (name: RegExp) => (await tab.getByRole('row', { name }).innerText()).replaceAll(/\s+/g, ' ');
    expect(await said(/Alex Sparrowhawk/)).toContain(
      'Stop The plan lasts 96 days; at most 42 are allowed without the authority’s agreement. and 4 more',
    );
    expect(await said(/Jay Turnstone/)).toContain('Being considered Parent not asked yet');
    expect(await said(/Robin Wrenfield/)).toMatch(/Nothing$/);
    expect(await tab.getByText('2 cases where a rule says stop').count()).toBe(1);
    expect(await tab.getByText('2 cases are being prepared, 1 is being considered.').count()).toBe(1);
  });

  it('leads to a new case and to a record from another school those who may open cases, and to the import everybody', async () => {
    const consider = (tab: Frame) => tab.getByRole('button', { name: 'Consider a part-time timetable' });
    const ways = (tab: Frame) => tab.getByRole('main').getByRole('link', { name: /^(Import|Receive)/ });
    const senco = await stage().open({ at: board });
    expect(await ways(senco.tab).allInnerTexts()).toEqual([
      'Import from Microsoft Forms',
      'Receive a record from another school',
    ]);
    await consider(senco.tab).click();
    await focusOn(senco.tab, 'Consider a part-time timetable');
    const teacher = await stage().open({
      at: board,
      school: (school) => {
        school.me = { ...school.me, roles: ['teacher'] };
      },
    });
    expect(await ways(teacher.tab).allInnerTexts()).toEqual(['Import from Microsoft Forms']);
    expect(await consider(teacher.tab).count()).toBe(0);
  });

  it('lists the rows of SharePoint that somebody has to mend', async () => {
    const { tab } = await stage().open({ at: board });
    await tab.getByText('1 row in SharePoint needs attention').click();
    expect(await tab.getByText('Cases, item 14, column “End date”').isVisible()).toBe(true);
  });

  it('is filtered by words and by open or ended, and says when nothing fits', async () => {
    const { tab } = await stage().open({ at: board });
    const links = tab.getByRole('table').getByRole('link');
    expect(await links.count()).toBe(6);
    await tab.getByLabel('Ended (2)').check();
    await tab.getByText('Ash Ptarmigan').waitFor();
    expect(await links.count()).toBe(2);
    await tab.getByLabel('Find a pupil or case').fill('zoe');
    await tab.getByText('No case here matches “zoe”.').waitFor();
    await tab.getByRole('button', { name: 'Clear the filter' }).click();
    await tab.getByText('8 cases').waitFor();
    expect(await links.count()).toBe(8);
  });

  it('shows a big school fifty cases at a time, and the focus goes on with them', async () => {
    const { tab } = await stage().open({
      at: board,
      school: (school) => {
        school.board = { ...school.board, rows: [...manyRows(2000)] };
      },
    });
    await tab.getByText('Showing 50 of 2,000 cases.').waitFor();
    await tab.getByRole('button', { name: 'Show 50 more' }).click();
    await tab.getByText('Showing 100 of 2,000 cases.').waitFor();
    await focusOn(tab, 'Demo Dunnock 50');
    await tab.getByLabel('Find a pupil or case').fill('siskin 1995');
    await tab.getByText('1 case', { exact: true }).waitFor();
    expect(await tab.getByRole('table').getByRole('link').count()).toBe(1);
  });

  it('brings news without taking the focus, the typed words or the place on the page', async () => {
    const { tab, school } = await stage().open({ at: board, width: 320 });
    const find = tab.getByLabel('Find a pupil or case');
    await find.fill('year');
    await tab.evaluate(() => window.scrollTo(0, 150));
    school.board = { ...school.board, rows: demoRows.map((row) => ({ ...row, hoursInSchool: 12.25 })) };
    await comeBack(tab);
    await tab.getByText('12.25 of 32.5').first().waitFor();
    expect(await find.inputValue()).toBe('year');
    expect(await find.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await tab.evaluate(() => window.scrollY)).toBe(150);
  });

  it('says that the connection is broken and from when its rows are, keeps them, and gets over it', async () => {
    const { tab, school } = await stage().open({ at: board });
    // More than enough: a browser asks again by itself when a kept connection breaks.
    school.faults.push(...Array.from({ length: 20 }, () => 'reset' as const));
    await comeBack(tab);
    await tab.getByText('The connection to the service is broken.').waitFor();
    expect(await tab.getByText('Robin Wrenfield').isVisible()).toBe(true);
    school.faults.length = 0;
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByText('The connection to the service is broken.').waitFor({ state: 'detached' });
  });

  it('turns into cards on a narrow screen, and nothing is wider than the screen', async () => {
    const { tab } = await stage().open({ at: board, width: 320 });
    const card = tab.getByRole('listitem').filter({ hasText: 'Charlie Kestrelton' });
    await card.waitFor();
    expect(await card.innerText()).toContain('5 days overdue');
    expect(await tab.getByRole('table').count()).toBe(0);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it('is chosen from a list by those who see several schools', async () => {
    const { tab } = await stage().open({
      school: (school) => {
        school.me = trustPerson;
      },
    });
    expect(await tab.getByRole('heading', { level: 1 }).innerText()).toBe('Schools');
    await tab.getByRole('link', { name: 'Larkfield Primary School' }).click();
    await tab.getByRole('table', { name: 'Part-time timetables at Larkfield Primary School' }).waitFor();
    await focusOn(tab, 'Larkfield Primary School');
  });
}
