import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Stage } from './stage.ts';

const at = '#/schools/LARK/register';

/** Waits for the week that begins on this Monday, and answers what the page calls the weeks by. */
async function week(tab: Frame, monday: string): Promise<string> {
  const heading = tab.getByRole('heading', { level: 2, name: `Week of ${monday}` });
  await heading.waitFor();
  return heading.innerText();
}

export function registerSuite(stage: () => Stage): void {
  it('say for each morning and afternoon what the register should show, and why', async () => {
    const { tab } = await stage().open({ at });
    await week(tab, 'Mon 16 Nov 2026');
    const marks = tab.getByRole('row', { name: /Robin Wrenfield/ }).getByRole('cell');
    expect(await marks.count()).toBe(10);
    expect(await marks.nth(1).innerText()).toContain('C2');
    expect(await marks.nth(1).getAttribute('title')).toBe('At home by the plan');
    const friday = tab
      .getByRole('row', { name: /Charlie Kestrelton/ })
      .getByRole('cell')
      .last();
    expect(await friday.innerText()).toContain('B');
  });

  it('are turned over week by week, and back to this week', async () => {
    const { tab } = await stage().open({ at });
    const turn = (name: string) => tab.getByRole('button', { name }).click();
    await turn('Week after');
    await week(tab, 'Mon 23 Nov 2026');
    await turn('Week before');
    await turn('Week before');
    await week(tab, 'Mon 9 Nov 2026');
    await turn('This week');
    expect(await week(tab, 'Mon 16 Nov 2026')).toBe('Week of Mon 16 Nov 2026');
  });

  it('lead to the case', async () => {
    const { tab } = await stage().open({ at });
    await tab.getByRole('link', { name: 'Robin Wrenfield' }).click();
    const heading = tab.getByRole('heading', { level: 1 });
    await heading.filter({ hasText: 'Robin Wrenfield' }).waitFor();
    expect(await tab.evaluate(() => window.location.hash)).toBe('#/schools/LARK/cases/K7M-2QX');
  });

  it('scroll sideways within a narrow screen, and by the keyboard', async () => {
    const { tab } = await stage().open({ at, width: 320 });
    const codes = tab.getByRole('region', { name: 'Week of Mon 16 Nov 2026' });
    await codes.focus();
    expect(await codes.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}
