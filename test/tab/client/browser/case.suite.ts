import { expect, it } from 'vitest';
import { z } from 'zod';
import { focusOn, type Stage } from './stage.ts';

const robin = '#/schools/LARK/cases/K7M-2QX';
const alex = '#/schools/LARK/cases/R4T-9PA';

const pressSchema = z.object({ etag: z.string(), pressId: z.string() });

export function caseSuite(stage: () => Stage): void {
  it('shows a refused step as a button that can be reached but not pressed, with its reason beside it', async () => {
    const { tab, school } = await stage().open({ at: alex });
    const start = tab.getByRole('button', { name: 'Sign off and start' });
    await start.focus();
    expect(await start.getAttribute('aria-disabled')).toBe('true');
    const why = await start.evaluate((button) => {
      const id = button.getAttribute('aria-describedby') ?? '';
      return document.getElementById(id)?.innerText ?? '';
    });
    expect(why).toContain('cannot start without signed consent');
    await start.press('Enter');
    expect(tab.url()).not.toContain('/start');
    expect(school.sent).toEqual([]);
  });

  it('is reached, and a review recorded, by keyboard alone', async () => {
    const { page, tab, school } = await stage().open({ at: '#/schools/LARK' });
    await tab.getByRole('link', { name: 'Robin Wrenfield' }).focus();
    await page.keyboard.press('Enter');
    await tab.getByRole('button', { name: 'Record a review' }).waitFor();
    await focusOn(tab, 'Robin Wrenfield');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tab.getByRole('heading', { level: 1, name: 'Record a review' }).waitFor();
    await focusOn(tab, 'Record a review');
    await tab.getByLabel('More hours').focus();
    await page.keyboard.press('Space');
    await tab.getByLabel('Hours a week in school').fill('12.5');
    await tab.getByLabel('What the pupil said').fill('I want to do art.');
    await page.keyboard.press('Tab');
    await tab.getByRole('button', { name: 'Save the review' }).press('Enter');
    await tab.getByRole('status').filter({ hasText: 'Saved: the review is recorded.' }).waitFor();
    await focusOn(tab, 'Robin Wrenfield');
    expect(school.sent[0]).toMatchObject({
      path: '/schools/LARK/cases/K7M-2QX/review',
      body: { etag: '"1"', outcome: 'More hours', hoursAfter: 12.5, nextReviewOn: '2026-12-01' },
    });
  });

  it('says in a summary what does not fit, takes the focus there, and leads to the field', async () => {
    const { tab, school } = await stage().open({ at: `${robin}/record-review` });
    await tab.getByLabel('Hours a week in school').fill('lots');
    await tab.getByRole('button', { name: 'Save the review' }).click();
    await tab.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await focusOn(tab, 'There is a problem');
    await tab.getByRole('link', { name: /Enter the hours a week/ }).click();
    expect(await tab.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    expect(school.sent).toEqual([]);
  });

  it('shows the server’s refusal at its field', async () => {
    const { tab, school } = await stage().open({ at: `${alex}/change-hours` });
    const problem = { words: 'The last day lies before the first day.', field: 'endsOn', next: 'Choose a later day.' };
    school.faults.push({ status: 422, body: problem });
    await tab.getByRole('button', { name: 'Save the new times' }).click();
    await tab.getByRole('link', { name: problem.words }).click();
    const described = await tab.getByLabel('Last day').getAttribute('aria-describedby');
    expect(await tab.locator(`[id="${described?.split(' ')[0]}"]`).innerText()).toContain(problem.words);
  });

  it('shows what somebody else changed meanwhile, keeps what was typed, and saves when pressed again', async () => {
    const { tab, school } = await stage().open({ at: `${robin}/record-review` });
    await tab.getByLabel('Fewer hours').check();
    await tab.getByLabel('What the parent said').fill('It is too much at the moment.');
    school.changeBehind('K7M-2QX', { times: 'Mon to Thu 9:00 to 11:00' });
    const save = tab.getByRole('button', { name: 'Save the review' });
    await save.click();
    await tab.getByRole('heading', { name: 'Somebody changed this case while you were typing' }).waitFor();
    const change = 'Times in school: Mon to Fri 9:00 to 11:00 is now Mon to Thu 9:00 to 11:00';
    expect(await tab.getByText(change).isVisible()).toBe(true);
    expect(await tab.getByLabel('What the parent said').inputValue()).toBe('It is too much at the moment.');
    await save.click();
    await tab.getByText('Saved: the review is recorded.').waitFor();
    const [first, second] = school.sent.map(({ body }) => pressSchema.parse(body));
    expect(second?.pressId).toBe(first?.pressId);
    expect(second?.etag).not.toBe(first?.etag);
  });

  it('keeps what was typed over a reload and a lost connection, and forgets it once it is saved', async () => {
    const { page, tab, school } = await stage().open({ at: `${alex}/record-consent` });
    await tab.getByLabel('How it was given').fill('Signed copy in the file.');
    await page.reload();
    const again = page.frameLocator('#tab');
    await again.getByText('We kept what you typed here').waitFor();
    expect(await again.getByLabel('How it was given').inputValue()).toBe('Signed copy in the file.');
    school.faults.push('reset');
    await again.getByRole('button', { name: 'Save: consent signed' }).click();
    await again.getByText('Saved: the parent’s consent is signed.').waitFor();
    expect(school.sent).toMatchObject([{ body: { answer: 'signed', evidence: 'Signed copy in the file.' } }]);
    await again.getByRole('button', { name: 'Mark consent signed' }).click();
    expect(await again.getByLabel('How it was given').inputValue()).toBe('');
  });

  it('does not open a form for a step that is refused, and says why', async () => {
    const { tab } = await stage().open({ at: `${alex}/start` });
    expect(await tab.getByRole('heading', { level: 1 }).innerText()).toBe('This cannot be done now');
    expect(await tab.getByText('cannot start without signed consent').isVisible()).toBe(true);
  });

  it('warns when the chronology is not whole', async () => {
    const { tab } = await stage().open({ at: '#/schools/LARK/cases/B2C-7WD' });
    await tab.getByText('An entry of this chronology is missing or was altered').waitFor();
    expect(await tab.getByRole('figure').first().innerText()).toContain('I like coming in before it gets loud.');
  });

  it('says the same of a case that does not exist and of one that is not yours', async () => {
    const { tab } = await stage().open({ at: '#/schools/LARK/cases/XXX-XXX' });
    await tab.getByText('There is nothing here that you can see.').waitFor();
    expect(await tab.getByRole('heading', { level: 1 }).count()).toBe(1);
  });
}
