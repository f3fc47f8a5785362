import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { shortDate } from '#domain/dates.ts';
import { people } from '#local/demo/people.ts';
import { appId } from '#local/demo/tenant.ts';
import { houseDay } from '#test/support/local-house.ts';
import { useHouse } from './house.ts';
import { openBoard, openCase, part, sees, seesNo, tabOf, wordsOf } from './look.ts';

const { as, house } = useHouse();

const pupilsOf = async (tab: FrameLocator): Promise<readonly string[]> =>
  tab.getByRole('rowheader').getByRole('link').allInnerTexts();

const openForm = (tab: FrameLocator, title: string): Promise<void> =>
  tab.getByRole('button', { name: title, exact: true }).click();

/** Opens the tab at a place of its own, as a link in a card does. */
const followLink = (page: Page, place: string): Promise<unknown> =>
  page.goto(`${house().tenant.origin}/#/app/${appId}/sub/${encodeURIComponent(place)}`);

describe('The tab', () => {
  it('shows the SENCO the cases of her school, and nothing of another school', async () => {
    const page = await as(people.larkSenco);
    const tab = await openBoard(page);
    await sees(tab.getByRole('heading', { level: 1, name: 'Larkfield Primary School' }));
    await tab.getByRole('radio', { name: /^All/ }).check();
    await sees(tab.getByRole('link', { name: 'Jimmy Example' }));
    expect((await pupilsOf(tab)).toSorted()).toEqual([
      'Ada Sample',
      'Ben Specimen',
      'Cleo Madeup',
      'Dot Pretend',
      'Eli Imagined',
      'Jimmy Example',
    ]);
    const ada = await wordsOf(tab.getByRole('row').filter({ hasText: 'Ada Sample' }));
    expect(ada).toMatch(
      /Active Consent signed .* 5 weeks so far 15 of 31\.25 .* overdue .* Act today A review was due/,
    );

    await followLink(page, 'schools/HOLL');
    await sees(tabOf(page).getByText('There is nothing here that you can see.'));
    await seesNo(tabOf(page).getByText('Fay Fictional'));
  });

  it('keeps what was typed and points at the field when a review does not fit', async () => {
    const tab = await openCase(await as(people.larkSenco), 'Ada Sample');
    await openForm(tab, 'Record a review');
    await tab.getByRole('radio', { name: 'More hours' }).check();
    await tab.getByLabel('Hours a week in school from now on').fill('40');
    await tab.getByLabel('What the parent said').fill('She asks to go in earlier.');
    await tab.getByRole('button', { name: 'Save the review' }).click();

    const trouble = tab.getByRole('region', { name: 'There is a problem' });
    expect(await wordsOf(trouble)).toContain('40 hours is more than the school’s full week of 31.25 hours.');
    await trouble.getByRole('link').click();
    const hours = tab.getByLabel('Hours a week in school from now on');
    expect(await hours.evaluate((field) => field.matches(':focus'))).toBe(true);
    expect(await tab.getByLabel('What the parent said').inputValue()).toBe('She asks to go in earlier.');
  });

  it('records a review with what was decided and said, and asks the parent anew to agree to new times', async () => {
    const tab = await openCase(await as(people.larkSenco), 'Ada Sample');
    await openForm(tab, 'Record a review');
    const next = houseDay.add({ days: 10 });
    await tab.getByRole('radio', { name: 'More hours' }).check();
    await tab.getByLabel('Hours a week in school from now on').fill('20');
    await tab.getByLabel('Times in school').fill('Monday to Friday 9.00 to 13.00');
    await tab.getByLabel('Next review on').fill(next.toString());
    await tab.getByLabel('What the pupil said').fill('I would like to stay for lunch.');
    await tab.getByLabel('What the parent said').fill('She asks to go in earlier.');
    await tab.getByRole('button', { name: 'Save the review' }).click();

    await sees(tab.getByText('Saved: the review is recorded.'));
    const reviews = await wordsOf(part(tab, 'Reviews'));
    expect(reviews).toContain(`Review 3 Planned for ${shortDate(next)}`);
    expect(reviews).toContain(`Review 2 More hours: 20 hours a week Held ${shortDate(houseDay)}`);
    expect(reviews).toContain('The pupil said I would like to stay for lunch.');
    expect(reviews).toContain('The parent said She asks to go in earlier.');
    expect(await wordsOf(part(tab, 'Consent'))).toContain(
      'Version 3: Mr Sample Consent not signed Monday to Friday 9.00 to 13.00 20 hours a week',
    );
    expect(await wordsOf(part(tab, 'Chronology'))).toContain('Version 3 put to Mr Sample');
    expect(await wordsOf(part(tab, 'What is missing'))).toContain(
      'The times or dates changed with version 3, and no parent has agreed to it.',
    );
  });

  it('lets the headteacher start a case only when consent is signed, and says why before', async () => {
    const page = await as(people.larkHead);
    const tab = await openCase(page, 'Cleo Madeup');
    const start = tab.getByRole('button', { name: 'Sign off and start' });
    expect(await start.isDisabled()).toBe(true);
    expect(await wordsOf(part(tab, 'What you can do'))).toContain(
      'Sign off and start Not now: The parent has not signed the times and dates of version 1. A part-time timetable cannot start without signed consent.',
    );

    await openForm(tab, 'Mark consent signed');
    await tab.getByLabel('How it was given, and where the paper is').fill('Signed copy in the pupil’s file');
    await tab.getByRole('button', { name: 'Save: consent signed' }).click();
    await sees(tab.getByText('Saved: the parent’s consent is signed.'));

    await openForm(tab, 'Sign off and start');
    await sees(tab.getByText('With this you, as headteacher, sign off these times and dates.'));
    await tab.getByRole('button', { name: 'Sign off and start' }).click();
    await sees(tab.getByText('Write what makes this pupil’s circumstances exceptional.').first());
    await tab.getByLabel('What makes this pupil’s circumstances exceptional?').fill('Cleo could not come in at all.');
    await tab.getByRole('button', { name: 'Sign off and start' }).click();
    await sees(tab.getByText('Saved: the part-time timetable is signed off and has started.'));
    await sees(tab.getByText('Active', { exact: true }));
    expect(await wordsOf(part(tab, 'Times and dates'))).toContain(`Signed off Juniper Thistle, ${shortDate(houseDay)}`);
  });

  it('does not let the SENCO start a case, and says who may', async () => {
    const tab = await openCase(await as(people.larkSenco), 'Dot Pretend');
    const start = tab.getByRole('button', { name: 'Sign off and start' });
    expect(await start.isDisabled()).toBe(true);
    expect(await wordsOf(part(tab, 'What you can do'))).toContain(
      'Sign off and start Not now: Only the headteacher can do this.',
    );
  });

  it('shows the second of two people what the first changed, and loses nothing that they typed', async () => {
    const senco = await openCase(await as(people.larkSenco), 'Ben Specimen');
    await openForm(senco, 'Record a review');
    await senco.getByRole('radio', { name: 'Same hours' }).check();
    await senco.getByLabel('What the pupil said').fill('I like the side door.');

    const head = await openCase(await as(people.larkHead), 'Ben Specimen');
    await openForm(head, 'Change times or dates');
    await head.getByLabel('Times in school').fill('Monday to Friday 9.00 to 12.00');
    await head.getByLabel('Hours a week').fill('15');
    await head.getByRole('button', { name: 'Save the new times and dates' }).click();
    await sees(head.getByText('Saved: the times and dates are changed.'));

    await senco.getByRole('button', { name: 'Save the review' }).click();
    const changed = await wordsOf(
      senco.getByRole('region', { name: 'Somebody changed this case while you were typing' }),
    );
    expect(changed).toContain('Hours a week: 12.5 is now 15');
    expect(changed).toContain('Monday to Friday 9.00 to 11.30 is now Monday to Friday 9.00 to 12.00');
    expect(await senco.getByLabel('What the pupil said').inputValue()).toBe('I like the side door.');

    await senco.getByRole('button', { name: 'Save the review' }).click();
    await sees(senco.getByText('Saved: the review is recorded.'));
    expect(await wordsOf(part(senco, 'Reviews'))).toContain('The pupil said I like the side door.');
    expect(await wordsOf(part(senco, 'Times and dates'))).toContain('Monday to Friday 9.00 to 12.00');
  });
});
