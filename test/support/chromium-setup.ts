import { findOrGetChromium } from './chromium.ts';

/** Runs once before the browser tests, so that two test files never fetch a browser at the same time. */
export async function setup(): Promise<void> {
  process.env.PTT_CHROMIUM = await findOrGetChromium();
}
