import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

/** Where the built Teams page lies. */
export const teamsPageFolder = fileURLToPath(new URL('../../../dist/local-teams/', import.meta.url));

/** For Vite's build(): the local Teams page, served at the root of the tenant's own origin. */
export const teamsPageBuild: InlineConfig = {
  configFile: false,
  root: fileURLToPath(new URL('client/', import.meta.url)),
  base: '/',
  logLevel: 'warn',
  build: {
    outDir: teamsPageFolder,
    emptyOutDir: true,
    // Beside the page's own routes, so that no address of the product's can meet one of these.
    assetsDir: '_local/assets',
    chunkSizeWarningLimit: 800,
  },
};
