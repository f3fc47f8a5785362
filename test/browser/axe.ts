import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect } from 'vitest';

declare global {
  var axe: { readonly run: (options: RunOptions) => Promise<AxeResults> } | undefined;
}

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Finds no barrier that axe knows of (WCAG 2.2, A and AA). A frame inside is looked at by itself. */
export async function expectNoBarriers(where: Page | Frame): Promise<void> {
  // Evaluated and not added as a script, which the pages' own policies would refuse.
  if (!(await where.evaluate(() => 'axe' in globalThis))) await where.evaluate(source);
  const violations = await where.evaluate(async (tags) => {
    const found = await globalThis.axe?.run({ iframes: false, runOnly: tags, resultTypes: ['violations'] });
    return found?.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`).join('\n');
  }, wcag22aa);
  expect(violations).toBe('');
}
