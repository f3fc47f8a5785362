import { describe, expect, it } from 'vitest';
import { type Computer, findOrGetChromium } from './support/chromium.ts';

const own = '/home/sam/.cache/ms-playwright/chromium-1/chrome-linux/chrome';

interface Situation {
  readonly platform?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly isRoot?: boolean;
  /** Files that are there from the start. */
  readonly files?: readonly string[];
  /** Browsers that are there and do not start. */
  readonly broken?: readonly string[];
  /** What fetching brings, by the program that fetches; a program that is not named here fails. */
  readonly brings?: Readonly<Partial<Record<'playwright' | 'apt-get', string>>>;
}

/** A computer that remembers what was run on it. */
function aComputer(situation: Situation): Computer & { readonly ran: string[] } {
  const files = new Set(situation.files);
  const ran: string[] = [];
  const fetched = (program: 'playwright' | 'apt-get'): boolean => {
    const file = situation.brings?.[program];
    if (file !== undefined) files.add(file);
    return file !== undefined;
  };
  return {
    ran,
    platform: situation.platform ?? 'linux',
    environment: situation.environment ?? { PATH: '/usr/bin' },
    isRoot: situation.isRoot ?? false,
    playwrightsOwn: own,
    exists: (file) => files.has(file),
    run: async (program, args) => {
      if (args.includes('--version')) return !situation.broken?.includes(program);
      const name = args.some((arg) => arg.endsWith('cli.js')) ? 'playwright' : 'apt-get';
      ran.push(`${name} ${args.find((arg) => arg === 'update' || arg === 'install')}`);
      return name === 'apt-get' && args.includes('update') ? true : fetched(name);
    },
  };
}

describe('the browser for the tests', () => {
  it('is the one that PTT_CHROMIUM names, before any other', async () => {
    const computer = aComputer({
      environment: { PTT_CHROMIUM: '/opt/mine/chrome', PATH: '/usr/bin' },
      files: ['/opt/mine/chrome', '/usr/bin/chromium', own],
    });
    expect(await findOrGetChromium(computer)).toBe('/opt/mine/chrome');
  });

  it('is not replaced behind one’s back when PTT_CHROMIUM names a file that is not there', async () => {
    const computer = aComputer({ environment: { PTT_CHROMIUM: '/opt/gone' }, files: ['/usr/bin/chromium'] });
    await expect(findOrGetChromium(computer)).rejects.toThrow(
      'PTT_CHROMIUM names /opt/gone, and there is no such file',
    );
  });

  it.each([
    ['linux', { PATH: '/usr/bin:/bin' }, '/usr/bin/chromium'],
    ['linux', { PATH: '/home/sam/bin' }, '/home/sam/bin/google-chrome'],
    ['linux', {}, '/snap/bin/chromium'],
    ['darwin', { HOME: '/Users/sam' }, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', { HOME: '/Users/sam' }, '/Users/sam/Applications/Chromium.app/Contents/MacOS/Chromium'],
    ['win32', { PROGRAMFILES: 'C:\\Program Files' }, 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
    [
      'win32',
      { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' },
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  ])('is one that a computer with %s already has: %o', async (platform, environment, place) => {
    const computer = aComputer({ platform, environment, files: [own, place] });
    expect(await findOrGetChromium(computer)).toBe(place);
    expect(computer.ran).toEqual([]);
  });

  it('is Playwright’s own when the computer has none', async () => {
    expect(await findOrGetChromium(aComputer({ files: [own] }))).toBe(own);
  });

  it('is another when one is there and does not start', async () => {
    const computer = aComputer({ files: ['/usr/bin/chromium-browser', own], broken: ['/usr/bin/chromium-browser'] });
    expect(await findOrGetChromium(computer)).toBe(own);
  });

  it('is downloaded by Playwright when there is none at all', async () => {
    const computer = aComputer({ brings: { playwright: own } });
    expect(await findOrGetChromium(computer)).toBe(own);
    expect(computer.ran).toEqual(['playwright install']);
  });

  it('comes from Debian’s packages when the download fails and one may install them', async () => {
    const computer = aComputer({
      isRoot: true,
      files: ['/usr/bin/apt-get'],
      brings: { 'apt-get': '/usr/bin/chromium' },
    });
    expect(await findOrGetChromium(computer)).toBe('/usr/bin/chromium');
    expect(computer.ran).toEqual(['playwright install', 'apt-get update', 'apt-get install']);
  });

  it('comes from Debian’s packages when the download lacks libraries to start', async () => {
    const computer = aComputer({
      isRoot: true,
      files: ['/usr/bin/apt-get'],
      broken: [own],
      brings: { playwright: own, 'apt-get': '/usr/bin/chromium' },
    });
    expect(await findOrGetChromium(computer)).toBe('/usr/bin/chromium');
  });

  it('is never installed on a computer where one may not', async () => {
    const computer = aComputer({ files: ['/usr/bin/apt-get'], brings: { 'apt-get': '/usr/bin/chromium' } });
    await expect(findOrGetChromium(computer)).rejects.toThrow(/install Chromium or Google Chrome, or set PTT_CHROMIUM/);
    expect(computer.ran).toEqual(['playwright install']);
  });
});
