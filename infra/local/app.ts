// The product as a process of its own against the local tenant, which start.ts names in PTT_LOCAL_TENANT.
import { date } from '#domain/dates.ts';
import { runApp } from '#host/run-app.ts';
import { clockOn } from './set-clock.ts';
import { localSurroundings } from './surroundings.ts';

// For tests. PTT_TAB_FILES: where the tab's client was built, so that the usual place is left alone. PTT_TODAY: the day that it is to be.
const { PTT_TAB_FILES, PTT_TODAY } = process.env;

await runApp(() => {
  const { PTT_LOCAL_TENANT: tenantOrigin, PTT_POLL_SECONDS, PTT_LOG_LEVEL, PTT_INSTANCE } = process.env;
  if (!tenantOrigin) throw new Error('PTT_LOCAL_TENANT is not set: start this with “npm start”.');
  const own = Object.entries({ PTT_POLL_SECONDS, PTT_LOG_LEVEL, PTT_INSTANCE }).filter(
    ([, value]) => value !== undefined,
  );
  const surroundings = localSurroundings(tenantOrigin, Object.fromEntries(own));
  return PTT_TODAY ? { ...surroundings, clock: clockOn(date(PTT_TODAY)) } : surroundings;
}, PTT_TAB_FILES);
