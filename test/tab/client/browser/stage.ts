// The built tab in a real browser, inside the stand-in for Teams.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Frame, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, vi } from 'vitest';
import { launchChromium } from '#test/support/chromium.ts';
import type { FakeSchool } from '../fake/fake-school.ts';
import { type FakeServer, startFakeServer } from '../fake/fake-server.ts';

export interface OpenOptions {
  /** Where to begin, as #/schools/LARK. */
  readonly at?: string;
  /** What the host says: theme, place (of a deep link), token (a refusal), frame, person. */
  readonly host?: Readonly<Record<string, string>>;
  readonly width?: number;
  /** Prepares the school before the tab asks. */
  readonly school?: (school: FakeSchool) => void;
}

export interface Opened {
  readonly page: Page;
  readonly tab: Frame;
  readonly school: FakeSchool;
}

export interface Stage {
  readonly address: string;
  /** Opens the tab in a browser window of its own, with a school of its own. The one before is closed. */
  readonly open: (options?: OpenOptions) => Promise<Opened>;
  /** Opens the tab's own address, outside Teams. */
  readonly openOutside: () => Promise<Page>;
  /** Bytes of script and style that the first load costs, gzipped. */
  readonly firstLoad: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

const root = path.resolve(import.meta.dirname, '../../../..');

/** One stage for all the tests of the `describe` that asks for it: a build and a browser cost a few seconds each. */
export function sharedStage(): () => Stage {
  let set: Stage | null = null;
  beforeAll(async () => {
    set = await setStage();
  });
  afterAll(() => set?.stop());
  return () => {
    if (set === null) throw new Error('the stage is not set');
    return set;
  };
}

async function setStage(): Promise<Stage> {
  const built = await mkdtemp(path.join(tmpdir(), 'ptt-tab-'));
  const configFile = path.join(root, 'tab/client/vite.config.ts');
  // As it is shipped: what vitest sets would put the development version of React into it.
  vi.stubEnv('NODE_ENV', 'production');
  const [browser] = await Promise.all([
    launchChromium(),
    build({ configFile, logLevel: 'silent', build: { outDir: built, emptyOutDir: true, reportCompressedSize: false } }),
  ]);
  vi.unstubAllEnvs();
  return stageOf(browser, built, await startFakeServer(built));
}

async function stageOf(browser: Browser, built: string, server: FakeServer): Promise<Stage> {
  const window = await browser.newContext({ locale: 'en-GB' });
  window.setDefaultTimeout(8_000);
  // One window for all, which keeps what it has loaded and compiled. Each time another person opens it, whose drafts are their own.
  const page = await window.newPage();
  let opened = 0;

  return {
    address: server.address,
    open: async ({ at = '', host = {}, width = 1200, school: prepare } = {}) => {
      await page.goto('about:blank');
      await page.setViewportSize({ width, height: 900 });
      const school = server.reset();
      prepare?.(school);
      opened += 1;
      await page.goto(`${server.address}/host?${new URLSearchParams({ ...host, person: `person-${opened}` })}${at}`);
      const tab = await (await page.waitForSelector('#tab')).contentFrame();
      if (tab === null) throw new Error('the stand-in for Teams shows no tab');
      await tab.waitForSelector('h1');
      return { page, tab, school };
    },
    openOutside: async () => {
      await page.goto(`${server.address}/tab/`);
      return page;
    },
    firstLoad: async () => {
      // What the page itself names; the rest is fetched by those who go there.
      const page = await readFile(path.join(built, 'index.html'), 'utf8');
      const names = [...page.matchAll(/assets\/[^"]+/g)].map(([name]) => name);
      const files = await Promise.all(names.map((name) => readFile(path.join(built, name))));
      return files.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
    },
    stop: async () => {
      await browser.close();
      await server.stop();
      await rm(built, { recursive: true });
    },
  };
}

/** Waits until the element with the focus says this. */
export const focusOn = (tab: Frame, words: string): Promise<unknown> =>
  tab.waitForFunction((said) => document.activeElement?.textContent?.startsWith(said), words);

/** What the browser does when somebody comes back to the tab: the tab asks for news. */
export const comeBack = (tab: Frame): Promise<unknown> =>
  tab.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
