import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { people } from '#local/demo/people.ts';
import type { Tenant } from '#local/tenant.ts';
import { useHouse } from './house.ts';
import { ask, goTo, goToChannel, openBoard, refOf, sees, seesNo, wordsOf } from './look.ts';

const { as, house } = useHouse();

const channel = 'Part-time timetables';
const schools = 3;

const digests = (page: Page): Locator => page.getByRole('group', { name: /Reminders: / });

/** Resolves when the product has checked the reminders of every school once more. */
function nextRound({ events }: Tenant): Promise<void> {
  return new Promise((resolve) => {
    const checked = new Set<string>();
    const hear = ({ listName, sitePath }: { readonly listName: string; readonly sitePath: string }): void => {
      if (listName === 'Reminder runs') checked.add(sitePath);
      if (checked.size < schools) return;
      events.off('itemCreated', hear);
      events.off('itemUpdated', hear);
      resolve();
    };
    events.on('itemCreated', hear);
    events.on('itemUpdated', hear);
  });
}

describe('Reminders', () => {
  it('come as one card into the staff channel: reviews due or overdue, and consents that are not signed', async () => {
    const page = await as(people.larkSenco);
    await goToChannel(page, channel);
    await sees(digests(page));
    expect(await digests(page).count()).toBe(1);
    const words = await wordsOf(digests(page));
    expect(words).toMatch(
      /Reminders Larkfield Primary School, Wednesday 18 November 2026 Reviews .* · AS Review 2: 5 days overdue/,
    );
    expect(words).toMatch(/Consent not signed .* · CM Consent to version 1 not signed; asked/);
    expect(words).not.toMatch(/Sample|Madeup|Ada|Cleo/);
  });

  it('are not said again when the app is started again', async () => {
    const page = await as(people.larkSenco);
    const round = nextRound(house().tenant);
    await house().restartProduct();
    await round;
    await page.reload();
    await goToChannel(page, channel);
    await sees(digests(page));
    expect(await digests(page).count()).toBe(1);
    expect(await page.getByRole('article').count()).toBe(1);
  });
});

describe('The bot', () => {
  it('answers “@PTT /ptt review due” in the channel with the reviews of the school, overdue first', async () => {
    const page = await as(people.larkSenco);
    await goToChannel(page, channel);
    const answer = await ask(page, '@PTT /ptt review due');
    await sees(answer.getByRole('heading', { name: 'Reviews due' }));
    expect(await answer.getByRole('heading', { level: 2 }).allInnerTexts()).toContain('Overdue');
    const states = await answer.getByText(/^(\d+ days overdue|due in \d+ days)$/).allInnerTexts();
    expect(states).toEqual(['5 days overdue', 'due in 2 days']);
    expect(await wordsOf(answer)).not.toMatch(/Sample|Specimen|Hollin Bank/);
  });

  it('offers its name and its commands while one types', async () => {
    const page = await as(people.hollinSenco);
    await goToChannel(page, channel);
    const box = page.getByRole('textbox', { name: 'Start a post in Part-time timetables' });
    await box.pressSequentially('@P');
    await box.press('Enter');
    await sees(page.getByRole('option', { name: /review due/ }));
    await box.press('ArrowDown');
    await box.press('Enter');
    expect(await box.inputValue()).toBe('@PTT review due');
    await box.press('Enter');
    await sees(page.getByRole('heading', { name: 'Reviews due' }));
  });

  it('changes the card for everybody when one person presses “Review held”', async () => {
    const senco = await as(people.larkSenco);
    await goToChannel(senco, channel);
    const shown = await ask(senco, '@PTT review due');

    const teacher = await as(people.larkTeacher);
    await goToChannel(teacher, channel);
    const card = teacher.getByRole('article', { name: 'Message from PTT' }).last();
    await card.getByRole('button', { name: 'Review held' }).first().click();
    await sees(card.getByText('Review held, recorded by Clover Dewdrop'));

    await sees(shown.getByRole('heading', { name: 'Held, outcome still to add' }));
    await sees(shown.getByText('Recorded by Clover Dewdrop').last());
    await sees(shown.getByText('Edited'));

    await shown.getByRole('link', { name: 'Add the outcome' }).click();
    const tab = senco.frameLocator('iframe');
    await sees(tab.getByRole('heading', { level: 1, name: 'Ada Sample' }));
    expect(await wordsOf(tab.getByRole('region', { name: 'Reviews' }))).toContain('What was decided is not recorded.');
  });

  it('gives the nearest command and its help when it does not know what was asked', async () => {
    const page = await as(people.larkSenco);
    await goToChannel(page, channel);
    const answer = await ask(page, '@PTT reveiw deu');
    await sees(answer.getByText('I do not know “reveiw deu”. Did you mean “review due”?'));
    await sees(answer.getByText('@PTT unsigned consents'));
    await sees(answer.getByRole('heading', { name: 'What you can ask' }));
  });

  it('tells a person in a chat about their own school alone', async () => {
    const page = await as(people.hollinSenco);
    await goTo(page, 'Chat');
    await page.getByRole('region', { name: 'Chat' }).getByRole('link', { name: 'PTT' }).click();
    const answer = await ask(page, 'review due');
    expect(await wordsOf(answer)).toMatch(/Reviews due Hollin Bank School\./);
    const larkfield = await openBoard(await as(people.larkSenco));
    expect(await wordsOf(answer)).not.toContain(await refOf(larkfield, 'Ben Specimen'));
  });
});

describe('Somebody who is not in the school’s Team', () => {
  it('sees neither the Team nor its channel, and gets nothing by its address', async () => {
    const { origin } = house().tenant;
    const page = await as(people.hollinSenco);
    await goTo(page, 'Teams');
    await seesNo(page.getByText('Larkfield Primary School'));
    await page.goto(`${origin}/#/channel/${encodeURIComponent('19:lark-staff@thread.tacv2')}`);
    await sees(page.getByText('This channel is not one of yours.'));
    const refused = await page.request.post(
      `${origin}/_local/conversations/${encodeURIComponent('19:lark-staff@thread.tacv2')}/messages`,
      { headers: { 'x-local-person': people.hollinSenco.id }, data: { text: '@PTT review due', rootId: null } },
    );
    expect(refused.status()).toBe(404);
  });

  it('has neither Teams, nor chat, nor the tab when they are in no Team at all', async () => {
    const page = await as(people.larkGovernor);
    const places = await page.getByRole('navigation', { name: 'Apps' }).getByRole('link').allInnerTexts();
    expect(places).toEqual(['Mail', 'SharePoint']);
  });
});
