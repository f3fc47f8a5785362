// Builds the two clients as a process of its own, so that the tenant does not keep the bundler in its memory.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { teamsPageBuild } from './teams/build.ts';

await build(teamsPageBuild);
await build({
  configFile: fileURLToPath(new URL('../../tab/client/vite.config.ts', import.meta.url)),
  logLevel: 'warn',
});
