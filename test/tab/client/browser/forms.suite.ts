// The forms of the single actions: what is asked, what is sent, and where a mistake is said.
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Stage } from './stage.ts';

const cases = '#/schools/LARK/cases';

export function formsSuite(stage: () => Stage): void {
  it('a start shows what is signed off, asks why it is right, and leads to the first question left open', async () => {
    const { tab, school } = await stage().open({ at: `${cases}/N8P-3QR/start` });
    const signed = (await tab.getByRole('group', { name: 'What you sign off' }).innerText()).replaceAll(/\s+/g, ' ');
    expect(signed).toContain('Times in school Mon to Fri 9:00 to 11:00');
    expect(signed).toContain('Dates Mon 30 Nov 2026 to Fri 18 Dec 2026');
    expect(signed).toContain('Version 2');
    expect(signed).toContain('Agreed by the parent Mx Jo Wrenfield, Tue 3 Nov 2026');
    const submit = tab.getByRole('button', { name: 'Sign off and start' });
    await submit.click();
    await tab.getByRole('link', { name: 'Write what makes this pupil’s circumstances exceptional.' }).click();
    const exceptional = tab.getByLabel('What makes this pupil’s circumstances exceptional?');
    expect(await exceptional.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(school.sent).toEqual([]);
    await exceptional.fill('Five weeks in hospital.');
    await tab.getByLabel('Why is it right although').fill('It is about health, not behaviour.');
    await submit.click();
    await tab.getByText('Saved: the part-time timetable is signed off and has started.').waitFor();
    expect(school.sent).toMatchObject([
      {
        path: '/schools/LARK/cases/N8P-3QR/start',
        body: { exceptional: 'Five weeks in hospital.', despiteExclusionRisk: 'It is about health, not behaviour.' },
      },
    ]);
  });

  it('a sign-off of new times keeps what was written before, and does not ask about a risk that is no reason', async () => {
    const { tab } = await stage().open({
      at: `${cases}/K7M-2QX/sign-off`,
      school: (fake) => {
        const page = fake.pages.get('K7M-2QX');
        if (page) fake.changeBehind('K7M-2QX', { choices: page.choices.map((choice) => ({ ...choice, why: null })) });
      },
    });
    expect(await tab.getByLabel('What makes this pupil’s circumstances exceptional?').inputValue()).toBe(
      'Robin could not come into school for five weeks.',
    );
    expect(await tab.getByLabel('Why is it right although').count()).toBe(0);
  });

  it('the beginning of the preparation has no fields and says what follows', async () => {
    const { tab, school } = await stage().open({ at: `${cases}/C3D-4EF/begin-preparing` });
    await tab.getByText('the parent is to be asked to agree').waitFor();
    expect(await tab.getByRole('textbox').count()).toBe(0);
    await tab.getByRole('button', { name: 'Begin preparing' }).click();
    await tab.getByText('Saved: the plan is being prepared.').waitFor();
    expect(school.sent).toMatchObject([{ path: '/schools/LARK/cases/C3D-4EF/begin', body: { etag: '"2"' } }]);
  });

  it('an end for another reason wants words, which are asked for at their field', async () => {
    const { tab, school } = await stage().open({ at: `${cases}/K7M-2QX/close` });
    await tab.getByLabel('Other', { exact: true }).check();
    const submit = tab.getByRole('button', { name: 'Close the case' });
    await submit.click();
    await tab.getByRole('link', { name: 'Write why the case ends: “Other” needs words.' }).click();
    const details = tab.getByLabel('Details');
    expect(await details.getAttribute('aria-invalid')).toBe('true');
    await details.fill('The family moves abroad.');
    await submit.click();
    await tab.getByText('Saved: the case is closed.').waitFor();
    expect(school.sent).toMatchObject([{ body: { reason: 'Other', details: 'The family moves abroad.' } }]);
  });

  it('a handover leads to the record, which is saved as a file named after the case', async () => {
    const { page, tab, school } = await stage().open({ at: `${cases}/K7M-2QX/transfer` });
    await tab.getByLabel('Which school is the pupil moving to?').fill('Hollin Bank School');
    await tab.getByRole('button', { name: 'Hand over' }).click();
    await tab.getByText('Save its record below and send it to the new school.').waitFor();
    expect(school.sent).toMatchObject([{ body: { toSchool: 'Hollin Bank School', noteSentOn: null } }]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      tab.getByRole('button', { name: 'Save this case’s record' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('K7M-2QX.json');
    expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toMatchObject({
      ref: 'K7M-2QX',
      pupil: { name: 'Robin Wrenfield' },
    });
    await tab.getByRole('status').filter({ hasText: 'Saved as K7M-2QX.json.' }).waitFor();
  });

  it('a record that cannot be fetched says so, and nothing is saved', async () => {
    const { tab, school } = await stage().open({ at: `${cases}/K7M-2QX` });
    const save = tab.getByRole('button', { name: 'Save this case’s record' });
    await save.waitFor();
    school.faults.push({ status: 404, body: { words: 'There is nothing here that you can see.' } });
    await save.click();
    const alert = tab.getByRole('alert').filter({ hasText: 'The record could not be saved' });
    await alert.waitFor();
    expect(await alert.innerText()).toContain('There is nothing here that you can see.');
    expect(await tab.getByText('Saved as').count()).toBe(0);
  });
}
