import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { expect, it } from 'vitest';
import { trustPerson } from '../fake/fake-school.ts';
import type { OpenOptions, Opened, Stage } from './stage.ts';

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Seen extends OpenOptions {
  readonly after?: (opened: Opened) => Promise<void>;
}

const pages: Readonly<Record<string, Seen>> = {
  'the schools': {
    at: '#/schools',
    school: (school) => {
      school.me = trustPerson;
    },
  },
  'the board': { at: '#/schools/LARK' },
  'the board on a narrow screen': { at: '#/schools/LARK', width: 320 },
  'a case': { at: '#/schools/LARK/cases/K7M-2QX' },
  'a case with much missing': { at: '#/schools/LARK/cases/R4T-9PA' },
  'the form of a review, with errors': {
    at: '#/schools/LARK/cases/K7M-2QX/record-review',
    after: async ({ tab }) => {
      await tab.getByRole('button', { name: 'Save the review' }).click();
      await tab.getByText('There is a problem').waitFor();
    },
  },
  'a case that is being considered': { at: '#/schools/LARK/cases/C3D-4EF', width: 320 },
  'the form of a sign-off, with errors': {
    at: '#/schools/LARK/cases/N8P-3QR/start',
    after: async ({ tab }) => {
      await tab.getByRole('button', { name: 'Sign off and start' }).click();
      await tab.getByText('There is a problem').waitFor();
    },
  },
  'the form of a new case, with errors': {
    at: '#/schools/LARK/new',
    after: async ({ tab }) => {
      await tab.getByRole('button', { name: 'Open the case' }).click();
      await tab.getByText('There is a problem').waitFor();
    },
  },
  'the record from another school, with an error': {
    at: '#/schools/LARK/receive',
    after: async ({ tab }) => {
      await tab.getByRole('button', { name: 'Open a case from it' }).click();
      await tab.getByText('Choose a record first.').waitFor();
    },
  },
  'the import': { at: '#/schools/LARK/import' },
  'the register codes': { at: '#/schools/LARK/register' },
  'the register codes on a narrow screen': { at: '#/schools/LARK/register', width: 320 },
  'the parked responses': { at: '#/schools/LARK/parked' },
  'the question for consent': { host: { token: 'resourceRequiresConsent' } },
};

/** All rules for one theme; for the others the one that a theme can break. */
const rulesFor = (theme: string) => (theme === 'default' ? standard : ['color-contrast']);

async function findings(tab: Frame, theme: string): Promise<readonly string[]> {
  const results = await tab.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(rulesFor(theme))} })`);
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.html.slice(0, 120)}`),
  );
}

export function accessibilitySuite(stage: () => Stage): void {
  it.each(Object.entries(pages))(
    '%s has no fault that axe can see, in light, dark and high contrast',
    async (_, seen) => {
      const opened = await stage().open(seen);
      await seen.after?.(opened);
      const { page, tab } = opened;
      await tab.evaluate(axe);
      // Fluent fades colours in; axe must see them at rest.
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const found: Record<string, readonly string[]> = {};
      for (const theme of ['default', 'dark', 'contrast']) {
        await page.evaluate(`window.setTheme(${JSON.stringify(theme)})`);
        await tab.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => one))));
        found[theme] = await findings(tab, theme);
      }
      expect(found).toEqual({ default: [], dark: [], contrast: [] });
    },
  );
}
