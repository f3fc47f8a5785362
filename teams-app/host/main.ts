// Production: the platform's fetch, Microsoft's public cloud, settings from the environment.
import { publicCloud } from '#bot/cloud.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { runApp } from './run-app.ts';

await runApp(() => {
  const config = readConfig();
  return { config, fetch: globalThis.fetch, cloud: publicCloud, log: createLog(config.logLevel) };
});
