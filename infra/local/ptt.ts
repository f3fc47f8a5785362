// npm run ptt: the command line against the tenant that the environment names, or else against the local one.
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { publicCloud } from '#bot/cloud.ts';
import { runCommand, type Terminal } from '#host/command-line.ts';
import type { Surroundings } from '#host/compose.ts';
import { readConfig } from '#host/config.ts';
import { createLog } from '#host/log.ts';
import { localFiles } from './folder.ts';
import { localSurroundings } from './surroundings.ts';

function surroundings(): Surroundings {
  if (process.env['PTT_TENANT_ID']) {
    return { config: readConfig(), fetch: globalThis.fetch, cloud: publicCloud, log: createLog('error') };
  }
  if (!existsSync(localFiles.address)) {
    throw new Error(
      'The local tenant is not running. Start it with “npm start” in another window, or set PTT_TENANT_ID and the other settings for a real one.',
    );
  }
  const { origin } = z.object({ origin: z.url() }).parse(JSON.parse(readFileSync(localFiles.address, 'utf8')));
  return localSurroundings(origin, {
    PTT_LOG_LEVEL: 'error',
    PTT_INSTANCE: 'command-line',
    PTT_PUBLIC_ADDRESS: origin,
  });
}

/** Takes the cursor back and the rest of the line away. */
const blankLine = '\r\u001B[K';
let unfinishedLine = false;
const endLine = (): void => {
  if (unfinishedLine) process.stdout.write(blankLine);
  unfinishedLine = false;
};
const terminal: Terminal = {
  say: (line) => {
    endLine();
    process.stdout.write(`${line}\n`);
  },
  complain: (line) => {
    endLine();
    process.stderr.write(`${line}\n`);
  },
  progress: (line) => {
    if (!process.stdout.isTTY) return;
    process.stdout.write(`${blankLine}${line}`);
    unfinishedLine = true;
  },
};

process.exitCode = await runCommand(process.argv.slice(2), surroundings, terminal);
