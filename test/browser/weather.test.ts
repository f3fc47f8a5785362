import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { people } from '#local/demo/people.ts';
import { expectNoBarriers } from './axe.ts';
import { useHouse } from './house.ts';
import { ask, goToChannel, openBoard, sees, seesNo, wordsOf } from './look.ts';

const { as, browser, house } = useHouse({ pollSeconds: 1 });

const button = (page: Page): Locator => page.getByRole('button', { name: /^Weather: / });
const panel = (page: Page): Locator => page.getByRole('region', { name: 'Weather at Microsoft 365' });
const choice = (page: Page, name: string): Locator => panel(page).getByRole('button', { name: new RegExp(`^${name}`) });
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.innerText : ''));
const focusedLabel = (page: Page): Promise<string | undefined> =>
  page.evaluate(() =>
    document.activeElement instanceof HTMLInputElement ? document.activeElement.labels?.[0]?.innerText : undefined,
  );

afterEach(() => house().tenant.context.weather.choose('fine'));

describe('The weather', () => {
  it('is chosen in a panel, which counts the calls that it has hit', async () => {
    const page = await as(people.larkSenco);
    await button(page).click();
    await choice(page, 'Stormy').click();
    await sees(panel(page).getByText('The weather is stormy now.'));
    expect(await wordsOf(button(page))).toBe('Weather: stormy');
    expect(await choice(page, 'Stormy').getAttribute('aria-pressed')).toBe('true');
    // The product goes on asking for changes, and some of its calls are hit.
    await sees(panel(page).getByText(/^[1-9]\d* of \d+$/));
    await choice(page, 'Fine').click();
    await sees(panel(page).getByText('The weather is fine now.'));
    await seesNo(panel(page).getByText('Calls hit'));
    await page.keyboard.press('Escape');
    expect(await wordsOf(button(page))).toBe('Weather: fine');
  });

  it('aside, the next calls fail when somebody asks for it', async () => {
    const page = await (await browser()).newPage();
    await page.goto(house().tenant.origin);
    await button(page).click();
    const form = panel(page).getByRole('form', { name: 'Fail the next calls' });
    await sees(form.getByText('No calls are waiting to fail.'));
    await form.getByLabel('How many calls').fill('0');
    await form.getByRole('button', { name: 'Fail them' }).click();
    expect(await focusedLabel(page)).toBe('How many calls');
    expect(house().tenant.faults.pending()).toBe(0);
    await form.getByLabel('Kind of failure').selectOption('Unavailable');
    await form.getByLabel('Part of the address').fill('/never-asked-for');
    await form.getByLabel('How many calls').fill('2');
    await form.getByRole('button', { name: 'Fail them' }).click();
    await sees(form.getByText('2 calls are still to fail.'));
    expect(await wordsOf(button(page))).toBe('Weather: fine, with 2 calls to fail');
    await house().tenant.fetch('https://graph.microsoft.com/v1.0/never-asked-for');
    await sees(form.getByText('1 call is still to fail.'));
    await form.getByRole('button', { name: 'Clear' }).click();
    await sees(form.getByText('No calls are waiting to fail.'));
    expect(await wordsOf(button(page))).toBe('Weather: fine');
    await page.close();
  });

  it('is seen by everybody who comes to their page', async () => {
    const page = await as(people.larkSenco);
    house().tenant.context.weather.choose('throttled');
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await sees(page.getByRole('button', { name: 'Weather: throttled' }));
    const newcomer = await (await browser()).newPage();
    await newcomer.goto(house().tenant.origin);
    await sees(newcomer.getByRole('button', { name: 'Weather: throttled' }));
    await newcomer.close();
  });

  it('can be reached, chosen and left with the keys alone', async () => {
    const page = await as(people.larkSenco);
    await button(page).focus();
    await page.keyboard.press('Enter');
    await sees(panel(page));
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatch(/^Fine/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await sees(panel(page).getByRole('status').getByText('The weather is throttled now.'));
    expect(await focused(page)).toMatch(/^Throttled/);
    await page.keyboard.press('Escape');
    await seesNo(panel(page));
    expect(await focused(page)).toMatch(/^Weather/);
  });

  it.each(['Light', 'Dark', 'High contrast'])(
    'has no barriers in the theme %s, and room on a narrow window',
    async (theme) => {
      const page = await (await browser()).newPage();
      await page.goto(house().tenant.origin);
      await page.getByRole('combobox', { name: 'Theme' }).selectOption(theme);
      await button(page).click();
      await choice(page, 'Stormy').click();
      await expectNoBarriers(page);
      await page.setViewportSize({ width: 320, height: 640 });
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways).toBe(0);
      await choice(page, 'Fine').click();
      await page.close();
    },
  );

  it('leaves the cases to be read while nothing of Microsoft’s answers, and the bot silent until it clears', async () => {
    const page = await as(people.larkSenco);
    await openBoard(page);
    house().tenant.context.weather.choose('unreachable');
    const tab = await openBoard(page);
    await sees(tab.getByRole('link', { name: 'Ada Sample' }));
    await goToChannel(page, 'Part-time timetables');
    const box = page.getByRole('textbox', { name: /^Start a post in/ });
    await box.fill('@PTT review due');
    await box.press('Escape');
    await box.press('Enter');
    await sees(page.getByText('PTT did not answer.'));
    house().tenant.context.weather.choose('fine');
    const answer = await ask(page, '@PTT review due');
    await sees(answer.getByRole('heading', { name: 'Reviews due' }));
  });
});
