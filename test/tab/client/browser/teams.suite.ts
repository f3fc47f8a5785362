import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Stage } from './stage.ts';

const heardSchema = z.array(z.object({ func: z.string(), args: z.array(z.unknown()).optional() }));

export function teamsSuite(stage: () => Stage): void {
  it('tells somebody outside Teams how to get there', async () => {
    const page = await stage().openOutside();
    await page.getByRole('heading', { level: 1, name: 'Open this in Microsoft Teams' }).waitFor();
    expect(await page.getByRole('listitem').count()).toBe(3);
  });

  it('tells Teams that it is loaded and ready', async () => {
    const { page, tab } = await stage().open();
    await tab.getByRole('table').waitFor();
    const heard = heardSchema.parse(await page.evaluate('window.heard')).map((message) => message.func);
    expect(heard).toEqual(expect.arrayContaining(['appInitialization.appLoaded', 'appInitialization.success']));
  });

  it('goes where a deep link of a card leads', async () => {
    const { tab } = await stage().open({ host: { place: 'schools/LARK/cases/K7M-2QX' } });
    expect(await tab.getByRole('heading', { level: 1 }).innerText()).toBe('Robin Wrenfield');
  });

  it('says what to do when Microsoft asks for consent, and goes on once it is given', async () => {
    const { page, tab } = await stage().open({ host: { token: 'resourceRequiresConsent' } });
    await tab.getByText('Part-time timetables may not yet know who you are.').waitFor();
    await page.evaluate('window.tokenRefusal = null');
    await tab.getByRole('button', { name: 'Try again' }).click();
    expect(await tab.getByRole('table').getByRole('link').first().innerText()).toContain('Alex');
  });

  it('follows Teams from light to dark', async () => {
    const { page, tab } = await stage().open();
    const background = () =>
      tab.evaluate(() => getComputedStyle(document.querySelector('main h1') ?? document.body).color);
    const light = await background();
    await page.evaluate('window.setTheme("dark")');
    await tab.waitForFunction(() => document.querySelector('.fui-FluentProvider[style*="dark"]') !== null);
    expect(await background()).not.toBe(light);
  });

  it('can be added to a channel: the saved address is the tab’s own', async () => {
    const { page, tab } = await stage().open({ host: { frame: 'settings' } });
    await tab.getByRole('heading', { name: 'Add Part-time timetables to this channel' }).waitFor();
    await page.evaluate('window.pressSave()');
    await page.waitForFunction('window.heard.some((message) => message.func === "settings.save.success")');
    const heard = heardSchema.parse(await page.evaluate('window.heard'));
    const saved = heard.find((message) => message.func === 'settings.setSettings');
    expect(saved?.args?.[0]).toMatchObject({ contentUrl: `${stage().address}/tab/`, entityId: 'part-time-timetables' });
  });

  it('puts no pupil’s name into any address', async () => {
    const { page, tab } = await stage().open({ at: '#/schools/LARK' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await tab.getByLabel('Find a pupil or case').fill('Robin');
    await tab.getByRole('link', { name: 'Robin Wrenfield' }).click();
    await tab.getByRole('button', { name: 'Record a review' }).click();
    await tab.getByLabel('Held on').waitFor();
    expect([...asked, tab.url(), await tab.title()].join('\n')).not.toMatch(/robin|wrenfield/i);
    expect(asked).not.toEqual([]);
  });

  it('costs at most 300 KB at the first load', async () => {
    const bytes = await stage().firstLoad();
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(300_000);
  });
}
