// A house of its own for a test file, and for each person in it a browser of their own.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { TenantUser } from '#local/tenant-definition.ts';
import { launchChromium } from '#test/support/chromium.ts';
import { type House, type HouseOptions, openHouse } from '#test/support/local-house.ts';
import { signIn } from '#test/support/sign-in.ts';

export interface HouseInUse {
  readonly house: () => House;
  /** The Teams page as this person has it open; the first time they are picked from the list. */
  readonly as: (who: TenantUser) => Promise<Page>;
  /** Another browser of the same person, or of nobody yet. The caller need not close it. */
  readonly browser: () => Promise<BrowserContext>;
}

/** To be called once at the top of a test file. No test may leave a script error or a refusal of the page's own policy behind. */
export function useHouse(options: HouseOptions = { pollSeconds: 10 }): HouseInUse {
  let chromium: Browser | undefined;
  let opened: House | undefined;
  const complaints: string[] = [];
  const desks = new Map<string, Promise<Page>>();

  const house = (): House => {
    if (!opened) throw new Error('The house is open only while tests run.');
    return opened;
  };
  const browser = async (): Promise<BrowserContext> => {
    if (!chromium) throw new Error('The browser is open only while tests run.');
    const context = await chromium.newContext({
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(30_000);
    context.on('weberror', (error) => complaints.push(error.error().message));
    context.on('console', (message) => {
      // What a server refused is for the test to judge; what the page itself does wrong is not.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        complaints.push(message.text());
    });
    return context;
  };
  const as = (who: TenantUser): Promise<Page> => {
    const known = desks.get(who.id);
    if (known) return known;
    const desk = browser().then((context) => signIn(context, house().tenant.origin, who));
    desks.set(who.id, desk);
    return desk;
  };

  beforeAll(async () => {
    [opened, chromium] = await Promise.all([openHouse(inject('foundations'), options), launchChromium()]);
  });
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await chromium?.close();
    await opened?.stop();
  });
  return { house, as, browser };
}
