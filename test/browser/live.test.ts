import type { Locator, Page, Response, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { people } from '#local/demo/people.ts';
import type { StoredActivity } from '#local/store/types.ts';
import type { TenantUser } from '#local/tenant-definition.ts';
import { signIn } from '#test/support/sign-in.ts';
import { useHouse } from './house.ts';
import { goTo, goToChannel, sees, seesNo } from './look.ts';

const { browser, house } = useHouse();

const staff = '19:lark-staff@thread.tacv2';
const general = '19:lark-general@thread.tacv2';
const staffName = 'Part-time timetables';

const conversations = () => house().tenant.store.conversations;

const said = (words: string) => ({
  type: 'message',
  from: { id: '29:nobody-here', name: 'Moss Bracken' },
  text: words,
});

const withButton = (words: string) => ({
  ...said(''),
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        type: 'AdaptiveCard',
        version: '1.5',
        body: [{ type: 'TextBlock', text: words }],
        actions: [{ type: 'Action.Execute', title: 'I was there', verb: 'nothing', data: {} }],
      },
    },
  ],
});

/** Begins a thread, as somebody else would. */
function post(channelId: string, activity: ReturnType<typeof said>): StoredActivity {
  const id = conversations().newId();
  return conversations().add(`${channelId};messageid=${id}`, activity, { id });
}

const open = async (who: TenantUser = people.larkSenco): Promise<Page> =>
  await signIn(await browser(), house().tenant.origin, who);

interface Held {
  readonly page: Page;
  readonly address: string;
  readonly which?: (route: Route) => boolean;
}

/** Lets the first question of its kind be answered, and keeps the answer back until it is released. */
async function holdFirst({ page, address, which = () => true }: Held): Promise<{
  readonly asked: Promise<void>;
  readonly release: () => Promise<void>;
}> {
  const asked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  let isFirst = true;
  await page.route(address, async (route) => {
    if (!isFirst || !which(route)) return await route.fallback();
    isFirst = false;
    const response = await route.fetch();
    asked.resolve();
    await released.promise;
    await route.fulfill({ response });
    arrived.resolve();
  });
  return {
    asked: asked.promise,
    release: async () => {
      released.resolve();
      await arrived.promise;
      // What is asked now is answered after what was kept back.
      await page.evaluate(async () => await (await fetch('/_local/people')).json());
    },
  };
}

/** Keeps the page from being told anything until it is released. */
async function holdNews(page: Page): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  await page.route('**/_local/events?*', async (route) => {
    await held.promise;
    await route.continue();
  });
  return held.resolve;
}

const isFocused = (what: Locator): Promise<boolean> => what.evaluate((one) => one === document.activeElement);
const messages = (page: Page): Locator => page.getByRole('region', { name: 'Messages' });

describe('A conversation', () => {
  it('keeps to the newer words when an older answer comes after them', async () => {
    const other = post(staff, said('Was said before'));
    const changing = post(staff, said('Old words'));
    const page = await open();
    const held = await holdFirst({ page, address: '**/_local/conversations/*/messages' });
    await goToChannel(page, staffName);
    await held.asked;
    conversations().update(changing.conversationId, changing.id, said('New words'));
    await sees(page.getByText('New words'));
    conversations().remove(other.conversationId, other.id);
    await held.release();
    await sees(page.getByText('New words'));
    await seesNo(page.getByText('Old words'));
    await seesNo(page.getByText('Was said before'));
    await page.close();
  });

  it('loses what was deleted during a break, and is not scrolled by coming back', async () => {
    const first = post(staff, said('Stays here'));
    const deleted = post(staff, said('Goes away'));
    for (let lines = 0; lines < 12; lines += 1) post(staff, said('Fills the window'));
    const page = await open();
    // A stream that tells of nothing, and breaks as soon as it stands.
    await page.route('**/_local/events?*', async (route) => {
      await route.fulfill({ contentType: 'text/event-stream', body: 'retry: 50\n\n' });
    });
    await page.reload();
    await goToChannel(page, staffName);
    await sees(page.getByText('Goes away'));
    await messages(page).evaluate((one) => (one.scrollTop = 0));
    conversations().remove(deleted.conversationId, deleted.id);
    await page.getByText('Goes away').waitFor({ state: 'detached' });
    post(staff, said('Came in the meantime'));
    await sees(page.getByText('Came in the meantime'));
    await sees(page.getByText('Stays here'));
    await seesNo(page.getByText('This message has been deleted.'));
    expect(await messages(page).evaluate((one) => one.scrollTop)).toBe(0);
    conversations().remove(first.conversationId, first.id);
    await page.close();
  });

  it('marks what was missed elsewhere as unread, and leaves the keyboard where it is', async () => {
    const page = await open();
    const release = await holdNews(page);
    await page.reload();
    await goToChannel(page, staffName);
    const rail = page.getByRole('navigation', { name: 'Apps' });
    post(general, said('Said during the break'));
    await rail.getByRole('link', { name: 'Mail' }).focus();
    release();
    await sees(page.getByRole('link', { name: 'General (new posts)' }));
    expect(await isFocused(rail.getByRole('link', { name: 'Mail' }))).toBe(true);
    await page.close();
  });

  it('shows a person the answer to their button though the card changed meanwhile', async () => {
    const page = await open();
    await goToChannel(page, staffName);
    const card = post(staff, withButton('Who was there?'));
    const released = Promise.withResolvers<void>();
    await page.route('**/execute', async (route) => {
      await released.promise;
      await route.fulfill({ json: { kind: 'text', text: 'Your name is on the list.' } });
    });
    const shown = page.locator(`[data-message="${card.id}"]`);
    await shown.getByRole('button', { name: 'I was there' }).click();
    await sees(shown.getByText('Sending…'));
    conversations().update(card.conversationId, card.id, withButton('Two were there'));
    await sees(shown.getByText('Two were there'));
    released.resolve();
    await sees(shown.getByText('Your name is on the list.'));
    await seesNo(page.getByText('Sending…'));
    await page.close();
  });
});

describe('Whoever is chosen', () => {
  it('last is the one who is shown, with the keyboard still on the choice', async () => {
    const page = await open();
    const select = page.getByRole('combobox', { name: 'Signed in as' });
    const ids = await select.getByRole('option').evaluateAll((all) => all.map((one) => one.getAttribute('value')));
    const last = Object.values(people).find(({ id }) => id === ids[ids.indexOf(people.larkSenco.id) + 2]);
    const streams: string[] = [];
    page.on('request', (request) => {
      const address = new URL(request.url());
      if (address.pathname === '/_local/events') streams.push(address.searchParams.get('person') ?? '');
    });
    const passedBy = await holdFirst({ page, address: '**/_local/workplace' });
    await select.focus();
    await page.keyboard.press('ArrowDown');
    await passedBy.asked;
    await page.keyboard.press('ArrowDown');
    await sees(page.getByRole('heading', { name: `You are ${last?.displayName}` }));
    await passedBy.release();
    await sees(page.getByRole('heading', { name: `You are ${last?.displayName}` }));
    expect(await select.inputValue()).toBe(last?.id);
    expect(streams).toEqual([last?.id]);
    expect(await isFocused(select)).toBe(true);
    await page.close();
  });

  it('and cannot be loaded can be tried again', async () => {
    const page = await open();
    await page.route('**/_local/workplace', (route) => route.abort(), { times: 1 });
    await page.getByRole('combobox', { name: 'Signed in as' }).selectOption(people.larkHead.id);
    await sees(page.getByRole('alert').getByText('Is the local tenant running?'));
    await page.getByRole('button', { name: 'Try again' }).click();
    await sees(page.getByRole('heading', { name: 'You are Juniper Thistle' }));
    await page.close();
  });
});

describe('The mail', () => {
  it('that cannot be loaded says so, and is had at the second try', async () => {
    const page = await open();
    let isDown = true;
    await page.route('**/_local/mail', (route) => (isDown ? route.abort() : route.continue()));
    await page.reload();
    await goTo(page, 'Mail');
    await sees(page.getByText('The mail could not be loaded.'));
    await seesNo(page.getByText('No mail yet.'));
    isDown = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('The mail could not be loaded.').waitFor({ state: 'detached' });
    await seesNo(page.getByRole('alert'));
    expect(await isFocused(page.getByRole('region', { name: 'Mail' }))).toBe(true);
    await page.close();
  });
});

describe('The weather', () => {
  it('stays as it was chosen when somebody had looked just before', async () => {
    const page = await open();
    const button = page.getByRole('button', { name: /^Weather: / });
    const looked = await holdFirst({
      page,
      address: '**/_local/weather',
      which: (route) => route.request().method() === 'GET',
    });
    await button.click();
    await looked.asked;
    const changed = (answer: Response): boolean => answer.request().method() === 'POST';
    await Promise.all([page.waitForResponse(changed), page.getByRole('button', { name: /^Throttled/ }).click()]);
    await sees(page.getByText('The weather is throttled now.'));
    await looked.release();
    expect(await button.innerText()).toBe('Weather: throttled');
    house().tenant.context.weather.choose('fine');
    await page.close();
  });
});
