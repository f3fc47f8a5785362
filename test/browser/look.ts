// What a person looks for on a page, and the places they go to.
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Waits until it can be seen. The error names what was looked for. */
export async function sees(what: Locator): Promise<void> {
  expect(await what.waitFor().then(() => 'seen')).toBe('seen');
}

/** For after something else has been seen: it is not there. */
export async function seesNo(what: Locator): Promise<void> {
  expect(await what.count()).toBe(0);
}

/** The words in an element, once it can be seen, in one line. */
export async function wordsOf(what: Locator): Promise<string> {
  await what.waitFor();
  return (await what.innerText()).replace(/\s+/g, ' ').trim();
}

/** Goes to Teams, Chat, Mail or SharePoint, or to the tab of the app. */
export async function goTo(page: Page, place: string): Promise<void> {
  // A window behind another is drawn once a second.
  await page.bringToFront();
  await page.getByRole('navigation', { name: 'Apps' }).getByRole('link', { name: place }).click();
}

export async function goToChannel(page: Page, channel: string): Promise<void> {
  await goTo(page, 'Teams');
  await page.getByRole('region', { name: 'Teams' }).getByRole('link', { name: channel }).click();
  await page.getByRole('textbox', { name: `Start a post in ${channel}` }).waitFor();
}

/** Says something in the channel or chat that is open, and waits for the app's answer to it. */
export async function ask(page: Page, words: string): Promise<Locator> {
  await page.getByText('Loading messages…').waitFor({ state: 'hidden' });
  const mine = page.locator('article.mine');
  const asked = mine.nth(await mine.count());
  const box = page.getByRole('textbox', { name: /^(Start a post in|Message) / });
  await box.fill(words);
  await box.press('Escape');
  await box.press('Enter');
  // In a channel the answer is in the same thread, in a chat it comes next.
  const thread = `[data-root="${await asked.getAttribute('data-message')}"]`;
  const answer = page.locator(`${thread}, ${thread} ~ [data-root]`).getByRole('article', { name: 'Message from PTT' });
  await answer.first().waitFor();
  return answer.first();
}

/** The tab in its frame, as it is open in Teams. */
export const tabOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="Part-time timetables"]');

/** The tab with the cases of the person's school. */
export async function openBoard(page: Page): Promise<FrameLocator> {
  const tab = tabOf(page);
  await goTo(page, 'Part-time timetables');
  await tab.getByRole('link', { name: 'Cases', exact: true }).click();
  await tab.getByRole('table').waitFor();
  return tab;
}

export async function openCase(page: Page, pupil: string): Promise<FrameLocator> {
  const tab = await openBoard(page);
  await tab.getByRole('link', { name: pupil }).click();
  await tab.getByRole('heading', { level: 1, name: pupil }).waitFor();
  return tab;
}

/** The part of the tab under a heading. */
export const part = (tab: FrameLocator, heading: string): Locator =>
  tab.getByRole('region', { name: heading, exact: true });

/** Reads the case's reference, which says nothing about the pupil, from the board. */
export async function refOf(tab: FrameLocator, pupil: string): Promise<string> {
  const words = await wordsOf(tab.getByRole('rowheader').filter({ hasText: pupil }));
  const ref = /[0-9A-Z]{3}-[0-9A-Z]{3}/.exec(words)?.[0];
  if (ref === undefined) throw new Error(`The board shows no reference beside ${pupil}: ${words}`);
  return ref;
}
