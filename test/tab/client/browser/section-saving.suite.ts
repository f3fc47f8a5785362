import { expect, it } from 'vitest';
import { focused, press, put, save, saved, sectionsOn, sent } from './section-stage.ts';
import type { Stage } from './stage.ts';

export function sectionSavingSuite(stage: () => Stage): void {
  const open = sectionsOn(stage);

  it('says at each field what cannot be read, all at once, and goes to the first also where it was closed', async () => {
    const contacts = [{}, { on: '2026-11-02' }, { on: '2026-11-03' }];
    const { tab, school } = await open('contacts', { etag: '"1"', body: { contacts } });
    await tab.getByText('Mon 2 Nov 2026').click();
    await tab.getByLabel('Time', { exact: true }).fill('soon');
    await save(tab);
    await tab.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await tab.waitForFunction(() => document.activeElement?.id === 'field-contacts.0.on');
    const described = await tab.getByLabel('Day').first().getAttribute('aria-describedby');
    expect(await tab.locator(`[id="${described?.split(' ')[0]}"]`).innerText()).toContain('Fill in “Day”');
    await tab.getByRole('link', { name: 'Contacts 2: Enter “Time” as a time of day' }).click();
    expect(await focused(tab)).toBe('field-contacts.1.at');
    expect(await tab.getByRole('status').last().innerText()).toBe('Not saved: there is a problem.');
    expect(school.sent).toEqual([]);
  });

  it('shows the server’s refusal at the field that it names, in the form’s words', async () => {
    const body = { risk: { hazards: [{ hazard: 'Road' }, { hazard: 'Pond' }, { hazard: 'Fire', owner: 'Sam' }] } };
    const { tab, school } = await open('risk', { etag: '"1"', body });
    const words = 'risk.hazards.2.owner: “Sam” is not known here.';
    school.faults.push({ status: 422, body: { words, field: 'risk.hazards.2.owner' } });
    await save(tab);
    await tab.waitForFunction(() => document.activeElement?.id === 'field-risk.hazards.2.owner');
    const told = 'Who is responsible for mitigating it: “Sam” is not known here.';
    await tab.getByRole('link', { name: `Risk assessment, Hazards 3: ${told}` }).waitFor();
    expect(await tab.getByText(told, { exact: true }).isVisible()).toBe(true);
  });

  it('shows what somebody else saved meanwhile beside what was typed, and saves when pressed again', async () => {
    const { tab, school } = await open('purpose', { etag: '"1"', body: { outcome: 'Back by Easter' } });
    await tab.getByLabel('Long-term outcome').fill('Back by May');
    put(school, 'purpose', { etag: '"2"', body: { outcome: 'Back by June', decidedOn: '2026-10-12' } });
    const changed = { by: 'Kit Avocet', on: '2026-11-17' };
    const part = { kind: 'purpose', title: 'Reasons, outcome and targets', about: '', changed, open: 0 };
    school.changeBehind('K7M-2QX', { sections: [part] });
    await save(tab);
    await tab.getByText('Kit Avocet saved this part on Tue 17 Nov 2026.').waitFor();
    await tab.getByText('Decided on: none is now Mon 12 Oct 2026').waitFor();
    expect(await tab.getByText('Long-term outcome: Back by Easter is now Back by June').isVisible()).toBe(true);
    expect(await tab.getByLabel('Decided on').inputValue()).toBe('2026-10-12');
    expect(await tab.getByLabel('Long-term outcome').inputValue()).toBe('Back by May');
    await save(tab);
    await saved(tab);
    expect(sent(school)).toMatchObject([
      { etag: '"1"' },
      { etag: '"2"', body: { outcome: 'Back by May', decidedOn: '2026-10-12' } },
    ]);
  });

  it('takes its own earlier sending for saved when the answer to it was lost', async () => {
    const { tab, school } = await open('purpose', { etag: '"1"', body: {} });
    await tab.getByLabel('Long-term outcome').fill('Back by May');
    school.faults.push('reset');
    put(school, 'purpose', { etag: '"2"', body: { outcome: 'Back by May', targets: [] } });
    await save(tab);
    await saved(tab);
    expect(await tab.getByRole('heading', { name: /changed this case/ }).count()).toBe(0);
  });

  it('keeps what was typed over a reload, beside what others saved since', async () => {
    const { page, tab, school } = await open('purpose', { etag: '"1"', body: { outcome: 'Back by Easter' } });
    await press(tab, 'Add an entry: Targets');
    await tab.getByLabel('Target', { exact: true }).fill('Comes in calmly');
    put(school, 'purpose', { etag: '"2"', body: { outcome: 'Back by June' } });
    await page.reload();
    const again = page.frameLocator('#tab');
    await again.getByText('We kept what you typed here').waitFor();
    await again.getByText('Long-term outcome: Back by Easter is now Back by June').waitFor();
    await again.getByRole('button', { name: 'Save', exact: true }).click();
    await again.getByText('Saved.').waitFor();
    expect(sent(school)).toMatchObject([
      { etag: '"2"', body: { outcome: 'Back by June', targets: [{ words: 'Comes in calmly' }] } },
    ]);
    await page.reload();
    await again.getByLabel('Long-term outcome').waitFor();
    expect(await again.getByText('We kept what you typed here').count()).toBe(0);
  });

  it('stays open after it is saved, takes more, and sends each press with an id of its own', async () => {
    const { tab, school } = await open('purpose');
    await tab.getByLabel('Long-term outcome').fill('Back by May');
    await save(tab);
    await saved(tab);
    await tab.getByLabel('Long-term outcome').fill('Back by June');
    await tab.getByText('Not saved yet.').waitFor();
    await save(tab);
    await saved(tab);
    const [first, second] = sent(school);
    expect(second?.pressId).not.toBe(first?.pressId);
    expect(second?.body).toEqual({ outcome: 'Back by June' });
    await tab.getByRole('link', { name: 'Back to the case' }).first().click();
    await tab.getByRole('heading', { name: 'Parts of this case' }).waitFor();
  });
}
