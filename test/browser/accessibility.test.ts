import type { Frame, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { people } from '#local/demo/people.ts';
import { expectNoBarriers } from './axe.ts';
import { useHouse } from './house.ts';
import { ask, goTo, goToChannel, openBoard, openCase, refOf, sees, tabOf } from './look.ts';
import { openList } from './sites.ts';

const { as, browser, house } = useHouse();

async function frameOf(page: Page): Promise<Frame> {
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('No frame is open on this page.');
  return frame;
}

/** How far a page or frame can be scrolled sideways, in pixels. */
const sideways = (where: Page | Frame): Promise<number> =>
  where.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Presses Tab until what has the focus, on the page or in its frame, bears this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    for (const frame of page.frames()) {
      const words = await frame.evaluate(() => {
        const { activeElement: at } = document;
        return at instanceof HTMLElement && at.matches(':focus') ? (at.getAttribute('aria-label') ?? at.innerText) : '';
      });
      if (words.startsWith(name)) return;
    }
  }
  throw new Error(`Sixty presses of Tab did not lead to “${name}”.`);
}

describe('WCAG 2.2 AA', () => {
  it('holds for the list of people', async () => {
    const page = await (await browser()).newPage();
    await page.goto(house().tenant.origin);
    await page.getByRole('heading', { name: 'Who would you like to be?' }).waitFor();
    await expectNoBarriers(page);
  });

  it('holds for a channel with cards, a chat and a letter', async () => {
    const page = await as(people.larkSenco);
    await goToChannel(page, 'Part-time timetables');
    await ask(page, '@PTT review due');
    await expectNoBarriers(page);
    await goTo(page, 'Chat');
    await page.getByRole('region', { name: 'Chat' }).getByRole('link', { name: 'PTT' }).click();
    await ask(page, 'help');
    await expectNoBarriers(page);

    const officer = await as(people.derbyshireOfficer);
    await goTo(officer, 'Mail');
    await officer.getByRole('region', { name: 'Mail' }).getByRole('link').first().click();
    await officer
      .getByRole('main')
      .getByRole('link', { name: /\.docx$/ })
      .waitFor();
    await expectNoBarriers(officer);
  });

  it.each(['Light', 'Dark', 'High contrast'])('holds for the tab in the theme %s', async (theme) => {
    const page = await as(people.larkSenco);
    await page.getByRole('combobox', { name: 'Theme' }).selectOption(theme);
    await openBoard(page);
    const frame = await frameOf(page);
    await expectNoBarriers(page);
    await expectNoBarriers(frame);
    const tab = await openCase(page, 'Ada Sample');
    await expectNoBarriers(frame);
    await tab.getByRole('button', { name: 'Record a review' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Record a review' }).waitFor();
    await tab.getByRole('button', { name: 'Save the review' }).click();
    await tab.getByRole('region', { name: 'There is a problem' }).waitFor();
    await expectNoBarriers(frame);
  });

  it('holds for the pages of the import and of what is parked', async () => {
    const page = await as(people.larkSenco);
    const tab = await openBoard(page);
    await tab.getByRole('link', { name: 'Import', exact: true }).click();
    await tab.getByRole('heading', { level: 1, name: 'Import from Microsoft Forms' }).waitFor();
    await expectNoBarriers(await frameOf(page));
    await tab.getByRole('link', { name: /^Parked/ }).click();
    await tab.getByRole('heading', { level: 1, name: 'Parked responses' }).waitFor();
    await expectNoBarriers(await frameOf(page));
  });

  it('holds for a list and a form of SharePoint', async () => {
    const page = await as(people.larkSenco);
    const ref = await refOf(await openBoard(page), 'Ada Sample');
    const list = await openList(page, 'Larkfield Primary School', 'Cases');
    await expectNoBarriers(list);
    await list.getByRole('link', { name: `Edit ${ref}` }).click();
    await list.getByRole('button', { name: 'Save' }).waitFor();
    await expectNoBarriers(list);
  });
});

describe('Somebody without a mouse', () => {
  it('reaches “Record a review” with the Tab key and opens it with Enter', async () => {
    const page = await as(people.larkSenco);
    await openBoard(page);
    await page.reload();
    const tab = tabOf(page);
    await tab.getByRole('table').waitFor();
    await tabTo(page, 'Ben Specimen');
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { level: 1, name: 'Ben Specimen' }).waitFor();
    await tabTo(page, 'Record a review');
    await page.keyboard.press('Enter');
    const heading = tab.getByRole('heading', { level: 1, name: 'Record a review' });
    await sees(heading);
    expect(await heading.evaluate((element) => element.matches(':focus'))).toBe(true);
  });
});

describe('On a window of 320 pixels', () => {
  it('nothing of board and case has to be scrolled sideways', async () => {
    const page = await as(people.larkSenco);
    await page.setViewportSize({ width: 320, height: 640 });
    await goTo(page, 'Part-time timetables');
    const tab = tabOf(page);
    await tab.getByRole('link', { name: 'Cases', exact: true }).click();
    await tab.getByRole('list', { name: 'Part-time timetables at Larkfield Primary School' }).waitFor();
    const frame = await frameOf(page);
    expect([await sideways(page), await sideways(frame)]).toEqual([0, 0]);
    await tab.getByRole('link', { name: 'Ada Sample' }).click();
    await tab.getByRole('heading', { name: 'Chronology' }).waitFor();
    expect([await sideways(page), await sideways(frame)]).toEqual([0, 0]);
  });
});
