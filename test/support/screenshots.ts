// npm run screenshots: the pictures of the README and the guides, from the demonstration as it stands on the day.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { people } from '#local/demo/people.ts';
import type { TenantUser } from '#local/tenant-definition.ts';
import { launchChromium } from './chromium.ts';
import { clearFoundations, layFoundations } from './foundations.ts';
import { openHouse } from './local-house.ts';
import { signIn } from './sign-in.ts';

const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const size = { width: 1280, height: 800 };

const take = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: `${folder}${name}`, animations: 'disabled' });

/** The staff channel: the morning's reminders, and below them an answer of the bot's. */
async function photographChannel(page: Page): Promise<void> {
  await page.getByRole('group', { name: /Reminders: / }).waitFor();
  const box = page.getByRole('textbox', { name: 'Start a post in Part-time timetables' });
  await box.fill('@PTT review due');
  await box.press('Escape');
  await box.press('Enter');
  await page.getByRole('heading', { name: 'Reviews due' }).waitFor();
  await page.getByRole('region', { name: 'Messages' }).evaluate((messages) => messages.scrollTo(0, 0));
  await take(page, 'teams-page.png');
}

async function photographTab(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Apps' }).getByRole('link', { name: 'Part-time timetables' }).click();
  const tab = page.frameLocator('iframe');
  await tab.getByRole('table').waitFor();
  await take(page, 'board.png');
  await tab.getByRole('link', { name: 'Ada Sample' }).click();
  await tab.getByRole('heading', { name: 'Chronology' }).waitFor();
  await take(page, 'case.png');
}

await mkdir(folder, { recursive: true });
const foundations = await layFoundations();
const house = await openHouse(foundations, { pollSeconds: 2 });
const browser = await launchChromium();
/** Below 1 the page is drawn smaller than life, so that a picture of the same size holds more of it. */
const as = async (who: TenantUser, scale: number): Promise<Page> => {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: Math.round(size.width / scale), height: Math.round(size.height / scale) },
    deviceScaleFactor: scale,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  return signIn(context, house.tenant.origin, who);
};
const channel = await as(people.millSenco, 0.7);
await channel.getByRole('region', { name: 'Teams' }).getByRole('link', { name: 'Part-time timetables' }).click();
await photographChannel(channel);
await photographTab(await as(people.larkSenco, 0.8));
await browser.close();
await house.stop();
await clearFoundations(foundations);
