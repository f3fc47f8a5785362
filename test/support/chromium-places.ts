import path from 'node:path';

interface Surroundings {
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const linuxFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin'];

const macNames = ['Google Chrome', 'Chromium', 'Microsoft Edge'];

const windowsNames = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where Chromium, Chrome and Edge stand on this kind of computer, the likeliest first. */
export function placesForBrowsers({ platform, environment }: Surroundings): readonly string[] {
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    return windowsNames.flatMap((name) => folders.map((folder) => path.win32.join(folder, name)));
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(environment.HOME ? [`${environment.HOME}/Applications`] : [])];
    return macNames.flatMap((name) => folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  const folders = new Set([...(environment.PATH ?? '').split(':').filter(Boolean), ...linuxFolders]);
  return linuxNames.flatMap((name) => [...folders].map((folder) => path.posix.join(folder, name)));
}
