// The product as a process of its own against the local tenant, which start.ts names in PTT_LOCAL_TENANT.
import { runApp } from '#host/run-app.ts';
import { localSurroundings } from './surroundings.ts';

// PTT_TAB_FILES: where a test has built the tab's client, so that it leaves the usual place alone.
const { PTT_TAB_FILES } = process.env;

await runApp(() => {
  const { PTT_LOCAL_TENANT: tenantOrigin, PTT_POLL_SECONDS, PTT_LOG_LEVEL, PTT_INSTANCE } = process.env;
  if (!tenantOrigin) throw new Error('PTT_LOCAL_TENANT is not set: start this with “npm start”.');
  const own = Object.entries({ PTT_POLL_SECONDS, PTT_LOG_LEVEL, PTT_INSTANCE }).filter(
    ([, value]) => value !== undefined,
  );
  return localSurroundings(tenantOrigin, Object.fromEntries(own));
}, PTT_TAB_FILES);
