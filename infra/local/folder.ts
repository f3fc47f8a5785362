import { fileURLToPath } from 'node:url';

/** Where the local tenant keeps its data, its log and the address it answers at. PTT_LOCAL_FOLDER gives a second tenant its own. */
const folder = process.env['PTT_LOCAL_FOLDER'] ?? fileURLToPath(new URL('../../.local', import.meta.url));

export const localFiles = {
  folder,
  data: `${folder}/tenant.sqlite`,
  log: `${folder}/app.log`,
  /** Present while the tenant runs; the command line finds it by this. */
  address: `${folder}/tenant.json`,
} as const;
