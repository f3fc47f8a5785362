import { expect, it } from 'vitest';
import { focused, press, save, saved, sectionsOn, sent } from './section-stage.ts';
import type { Stage } from './stage.ts';

export function sectionFieldsSuite(stage: () => Stage): void {
  const open = sectionsOn(stage);

  it('writes each kind of field as in a case’s file', async () => {
    const { tab, school } = await open('groups');
    await tab.getByLabel('Special educational needs', { exact: true }).selectOption('SEN support');
    await tab.getByLabel('Special educational needs, in words').fill('Waiting\nfor a plan');
    await tab.getByLabel('Primary need').fill('Speech');
    await tab.getByRole('radiogroup', { name: 'Looked after', exact: true }).getByLabel('No', { exact: true }).check();
    await tab.getByRole('radiogroup', { name: 'Child in need' }).getByLabel('Yes').check();
    await tab.getByLabel('Individual healthcare plan dated').fill('2026-10-06');
    await tab.getByLabel('Language').fill('Polish');
    await press(tab, 'Add an entry: Professionals involved');
    await tab.getByLabel('Part', { exact: true }).selectOption('educational psychologist');
    await save(tab);
    await saved(tab);
    expect(sent(school)[0]?.body).toEqual({
      groups: {
        sen: 'SEN support',
        senWords: 'Waiting\nfor a plan',
        primaryNeed: 'Speech',
        lookedAfter: false,
        childInNeed: true,
        healthcarePlanOn: '2026-10-06',
        interpreter: { language: 'Polish' },
        professionals: [{ party: 'educational psychologist' }],
      },
    });
  });

  it('writes days that are ticked, numbers and lines of a list', async () => {
    const { tab, school } = await open('practical');
    await tab.getByLabel('Monday').check();
    await tab.getByLabel('Friday').check();
    await tab.getByLabel('Monday').uncheck();
    await tab.getByLabel('Confirmed for version').fill('2');
    await press(tab, 'Add a line: Reasonable adjustments');
    await tab.getByLabel('Reasonable adjustments 1', { exact: true }).fill('A quiet room');
    await press(tab, 'Add a line: Reasonable adjustments');
    await save(tab);
    await saved(tab);
    expect(sent(school)[0]?.body).toEqual({
      practical: {
        meals: { days: ['friday'] },
        transport: { version: 2 },
        reasonableAdjustments: ['A quiet room'],
      },
    });
  });

  it('takes back an answer that was given', async () => {
    const { tab, school } = await open('groups', { etag: '"1"', body: { groups: { lookedAfter: true, sen: 'none' } } });
    const lookedAfter = tab.getByRole('radiogroup', { name: 'Looked after', exact: true });
    expect(await lookedAfter.getByLabel('Yes').isChecked()).toBe(true);
    await lookedAfter.getByLabel('Not answered').check();
    await tab.getByLabel('Special educational needs', { exact: true }).selectOption({ label: 'Not answered' });
    await save(tab);
    await saved(tab);
    expect(sent(school)[0]).toMatchObject({ etag: '"1"', body: {} });
  });

  it('adds, copies and takes out entries, and puts back what was taken out', async () => {
    const { tab, school } = await open('risk');
    await press(tab, 'Add “Risk assessment”');
    await press(tab, 'Add an entry: Hazards');
    expect(await focused(tab)).toBe('field-risk.hazards.0.hazard');
    await tab.getByLabel('Identified risk').fill('The road');
    await press(tab, 'Copy this one');
    expect(await focused(tab)).toBe('field-risk.hazards.1.hazard');
    const second = tab.getByRole('group', { name: 'Hazards 2' });
    await second.getByLabel('Identified risk').fill('The pond');
    await tab.getByRole('group', { name: 'Hazards 1' }).getByRole('button', { name: 'Take out' }).click();
    await tab.getByRole('status').filter({ hasText: 'Hazards 1 was taken out.' }).waitFor();
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe('Put it back');
    expect(await tab.getByLabel('Identified risk').inputValue()).toBe('The pond');
    await press(tab, 'Put it back');
    await save(tab);
    await saved(tab);
    expect(sent(school)[0]?.body).toEqual({ risk: { hazards: [{ hazard: 'The road' }, { hazard: 'The pond' }] } });
  });

  it('takes out a whole group and puts it back', async () => {
    const body = { risk: { completedBy: 'Sam' } };
    const { tab, school } = await open('risk', { etag: '"1"', body });
    await press(tab, 'Take out “Risk assessment”');
    await press(tab, 'Put it back');
    expect(await tab.getByLabel('Completed by').inputValue()).toBe('Sam');
    await press(tab, 'Take out “Risk assessment”');
    await save(tab);
    await saved(tab);
    expect(sent(school)[0]?.body).toEqual({});
  });

  it('takes a week’s times as they are typed, fills empty days, and copies the week to the next', async () => {
    const { tab, school } = await open('weeks', { body: { plan: { versions: [{ version: 1, weeks: [] }] } } });
    await press(tab, 'Add a week: Weeks');
    await tab.getByLabel('Week commencing').fill('2026-11-02');
    await tab.getByLabel('Monday, in').fill('9');
    await tab.getByLabel('Monday, out').fill('1115');
    await tab.getByLabel('Wednesday, in').fill('10');
    await tab.getByLabel('Wednesday, out').fill('11.45');
    await press(tab, 'Give the empty days the times of Monday');
    expect(await tab.getByLabel('Friday, out').inputValue()).toBe('11:15');
    expect(await tab.getByLabel('Wednesday, out').inputValue()).toBe('11:45');
    await press(tab, 'Copy this week');
    expect(await tab.getByLabel('Week commencing').last().inputValue()).toBe('2026-11-09');
    await tab.getByText('10.75 hours in school').first().waitFor();
    await save(tab);
    await saved(tab);
    const full = { in: '09:00', out: '11:15' };
    const days = {
      monday: full,
      tuesday: full,
      wednesday: { in: '10:00', out: '11:45' },
      thursday: full,
      friday: full,
    };
    expect(sent(school)[0]?.body).toEqual({
      plan: {
        versions: [
          {
            version: 1,
            weeks: [
              { commencing: '2026-11-02', days },
              { commencing: '2026-11-09', days },
            ],
          },
        ],
      },
    });
  });

  it('shows every item of a checklist under its own words', async () => {
    const { tab, school } = await open('steps', { etag: '"1"', body: { priorSteps: [{ step: 'A2', state: 'done' }] } });
    const items = tab.getByRole('group', { name: /\(DBY:\d+\)/ });
    expect(await items.count()).toBe(28);
    const second = tab.getByRole('group', { name: 'Gather consent in principle (DBY:16)' });
    expect(await second.getByLabel('State').inputValue()).toBe('done');
    await tab
      .getByRole('group', { name: /^Meet the parent/ })
      .getByLabel('Owner')
      .fill('Sam');
    await save(tab);
    await saved(tab);
    expect(sent(school)[0]?.body['priorSteps']).toEqual(
      expect.arrayContaining([{ step: 'A1', owner: 'Sam' }, { step: 'A2', state: 'done' }, { step: 'E4' }]),
    );
  });
}
