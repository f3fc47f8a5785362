import { expect, it } from 'vitest';
import { focusOn, type Stage } from './stage.ts';

const record = (content: string) => ({
  name: 'K7M-2QX.json',
  mimeType: 'application/json',
  buffer: Buffer.from(content),
});

export function newCaseSuite(stage: () => Stage): void {
  it('that is only being considered is opened from a form, and shown at once', async () => {
    const { tab, school } = await stage().open({ at: '#/schools/LARK/new' });
    await tab.getByLabel('Name of the pupil').fill('Kit Avocet');
    await tab.getByLabel('Date of birth').fill('2016-05-04');
    await tab.getByLabel('Year group').selectOption('Year 5');
    await tab.getByLabel('Name of the parent or carer').fill('Mx Jo Avocet');
    await tab.getByLabel('Reintegration').check();
    await tab.getByLabel('Mental health').check();
    await tab.getByLabel('What is it to achieve?').fill('Kit comes in every morning.');
    await tab.getByLabel('Hours a week in school').fill('12,5');
    await tab.getByLabel('First day').fill('2026-11-30');
    await tab.getByLabel('Last day').fill('2026-12-18');
    await tab.getByRole('button', { name: 'Open the case' }).click();
    await tab.getByText('Saved: the case is open and is being considered.').waitFor();
    await focusOn(tab, 'Kit Avocet');
    expect(tab.url()).toMatch(/#\/schools\/LARK\/cases\/NEW-001$/);
    expect(school.sent).toMatchObject([
      {
        path: '/schools/LARK/cases',
        body: { pupilName: 'Kit Avocet', reasons: ['Mental health', 'Reintegration'], hoursInSchool: 12.5, upn: '' },
      },
    ]);
  });

  it('says what is missing, leads to a choice as to a field, and keeps what was typed over a reload', async () => {
    const { page, tab, school } = await stage().open({ at: '#/schools/LARK/new' });
    await tab.getByLabel('Name of the pupil').fill('Kit Avocet');
    await tab.getByLabel('Other', { exact: true }).check();
    await tab.getByLabel('Other', { exact: true }).uncheck();
    await tab.getByRole('button', { name: 'Open the case' }).click();
    await focusOn(tab, 'There is a problem');
    await tab.getByRole('link', { name: 'Choose at least one reason.' }).click();
    const first = tab.getByLabel('Physical health');
    expect(await first.evaluate((box) => box === document.activeElement)).toBe(true);
    await tab.getByRole('link', { name: 'Choose the year group.' }).click();
    expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    expect(school.sent).toEqual([]);
    await page.reload();
    const again = page.frameLocator('#tab');
    await again.getByText('We kept what you typed here').waitFor();
    expect(await again.getByLabel('Name of the pupil').inputValue()).toBe('Kit Avocet');
  });

  it('shows the server’s refusal at its field, and the pupil’s name in no address', async () => {
    const { tab, school } = await stage().open({ at: '#/schools/LARK/new' });
    await tab.getByLabel('Name of the pupil').fill('Kit Avocet');
    await tab.getByLabel('Date of birth').fill('2016-05-04');
    await tab.getByLabel('Year group').selectOption('Year 5');
    await tab.getByLabel('Name of the parent or carer').fill('Mx Jo Avocet');
    await tab.getByLabel('Other', { exact: true }).check();
    await tab.getByLabel('What is it to achieve?').fill('Kit comes in every morning.');
    await tab.getByLabel('Hours a week in school').fill('40');
    await tab.getByLabel('First day').fill('2026-11-30');
    await tab.getByLabel('Last day').fill('2026-12-18');
    const words = '40 hours a week is more than the school’s full week of 32.5 hours.';
    school.faults.push({ status: 422, body: { words, field: 'hoursInSchool', next: 'Give clock hours.' } });
    await tab.getByRole('button', { name: 'Open the case' }).click();
    await tab.getByRole('link', { name: words }).click();
    expect(await tab.getByLabel('Hours a week in school').getAttribute('aria-invalid')).toBe('true');
    expect(`${tab.url()} ${await tab.title()}`).not.toMatch(/kit|avocet/i);
  });

  it('is made from the record of another school, of which the plan does not move', async () => {
    const { tab, school } = await stage().open({ at: '#/schools/LARK/receive' });
    await tab.getByText('The plan does not move with the pupil.').waitFor();
    await tab.locator('input[type=file]').setInputFiles(record('{"ref":"K7M-2QX"}'));
    await tab.getByText('Chosen: K7M-2QX.json').waitFor();
    school.faults.push('reset');
    await tab.getByRole('button', { name: 'Open a case from it' }).click();
    await tab.getByText('Saved: a case is open from the record.').waitFor();
    await focusOn(tab, 'Kit Avocet');
    expect(school.sent).toEqual([{ path: '/schools/LARK/records', body: { ref: 'K7M-2QX' } }]);
  });

  it('is not made from a file that is no record, and says why in the server’s words where only it can know', async () => {
    const { tab, school } = await stage().open({ at: '#/schools/LARK/receive' });
    const submit = tab.getByRole('button', { name: 'Open a case from it' });
    await submit.click();
    await tab.getByText('Choose a record first.').waitFor();
    await tab.locator('input[type=file]').setInputFiles(record('PK'));
    await submit.click();
    await tab.getByText('This file is not a record of a case.').waitFor();
    expect(school.sent).toEqual([]);
    school.faults.push({ status: 422, body: { words: 'ref: is missing.', next: 'Ask the other school.' } });
    await tab.locator('input[type=file]').setInputFiles(record('{}'));
    await submit.click();
    const alert = tab.getByRole('alert').filter({ hasText: 'The record was not taken in' });
    await alert.waitFor();
    expect(await alert.innerText()).toContain('ref: is missing. Ask the other school.');
  });

  it.each(['new', 'receive'])('is not offered at “%s” to somebody who may not open one', async (place) => {
    const { tab } = await stage().open({
      at: `#/schools/LARK/${place}`,
      school: (school) => {
        school.me = { ...school.me, roles: ['teacher'] };
      },
    });
    await tab
      .getByText('Only the headteacher, the SENCO or the designated safeguarding lead can open a case.')
      .waitFor();
    expect(await tab.getByRole('main').getByRole('button').count()).toBe(0);
  });
}
