import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { placesForBrowsers } from './chromium-places.ts';

/** What finding a browser needs from the computer. */
export interface Computer {
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether packages may be installed without asking anybody. */
  readonly isRoot: boolean;
  /** Where this version of Playwright keeps, or would put, its own Chromium. */
  readonly playwrightsOwn: string;
  readonly exists: (file: string) => boolean;
  /** Runs a program to its end; true when it could be started and said that all went well. */
  readonly run: (program: string, args: readonly string[], output: 'shown' | 'hidden') => Promise<boolean>;
}

const whatToDo =
  'No Chromium, Chrome or Edge was found and none could be downloaded: install Chromium or Google Chrome, or set PTT_CHROMIUM to the path of one, and run the tests again.';

/**
 * The path of a Chromium that starts: the one PTT_CHROMIUM names, one that the computer has, Playwright's own, or else one that is fetched
 * (Playwright's download, then Debian's package where that is allowed). Throws one sentence that says what to do when there is none.
 */
export async function findOrGetChromium(computer: Computer = thisComputer()): Promise<string> {
  const named = computer.environment.PTT_CHROMIUM;
  if (named) {
    if (computer.exists(named)) return named;
    throw new Error(
      `PTT_CHROMIUM names ${named}, and there is no such file: correct it, or unset it to have one found.`,
    );
  }
  return (
    (await firstThatStarts([...placesForBrowsers(computer), computer.playwrightsOwn], computer)) ??
    (await downloadWithPlaywright(computer)) ??
    (await installWithApt(computer)) ??
    fail(whatToDo)
  );
}

async function firstThatStarts(places: readonly string[], computer: Computer): Promise<string | undefined> {
  for (const place of places) if (computer.exists(place) && (await starts(place, computer))) return place;
  return undefined;
}

/** On Linux a browser can be there and not start: a stub that wants a snap, or a download whose libraries are missing. */
async function starts(place: string, computer: Computer): Promise<boolean> {
  return computer.platform !== 'linux' || computer.run(place, ['--version'], 'hidden');
}

async function downloadWithPlaywright(computer: Computer): Promise<string | undefined> {
  const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  const downloaded = await computer.run(process.execPath, [cli, 'install', 'chromium', '--no-shell'], 'shown');
  return downloaded ? firstThatStarts([computer.playwrightsOwn], computer) : undefined;
}

async function installWithApt(computer: Computer): Promise<string | undefined> {
  if (!computer.isRoot || !computer.exists('/usr/bin/apt-get')) return undefined;
  const installed =
    (await computer.run('/usr/bin/apt-get', ['update'], 'shown')) &&
    (await computer.run('/usr/bin/apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 'shown'));
  return installed ? firstThatStarts(placesForBrowsers(computer), computer) : undefined;
}

function fail(sentence: string): never {
  throw new Error(sentence);
}

function thisComputer(): Computer {
  return {
    platform: process.platform,
    environment: process.env,
    isRoot: process.getuid?.() === 0,
    playwrightsOwn: chromium.executablePath(),
    exists: existsSync,
    run: (program, args, output) =>
      new Promise((resolve) => {
        const stdio = output === 'shown' ? 'inherit' : 'ignore';
        const child = spawn(program, args, { stdio, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
        child.once('error', () => resolve(false));
        child.once('close', (code) => resolve(code === 0));
      }),
  };
}

/**
 * Chromium heeds the last list of features that it is told to leave out, so Playwright's own comes again here. The last two would start a
 * process for the address bar of each person's window, which nobody sees and which costs more than opening the page.
 */
const featuresLeftOut = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/** A headless browser that calls nobody by itself. The caller closes it. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findOrGetChromium(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${featuresLeftOut.join(',')}`,
    ],
  });
}
