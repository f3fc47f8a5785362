// The product as a process of its own against the local tenant, which start.ts names in PTT_LOCAL_TENANT.
import { runApp } from '#host/run-app.ts';
import { movedClock } from './moved-clock.ts';
import { localSurroundings } from './surroundings.ts';

// For tests: where the tab's client was built, so that the usual place is left alone, and by how many milliseconds the clock is moved.
const { PTT_TAB_FILES, PTT_CLOCK_MOVED } = process.env;

await runApp(() => {
  const {
    PTT_LOCAL_TENANT: tenantOrigin,
    PTT_POLL_SECONDS,
    PTT_LOG_LEVEL,
    PTT_INSTANCE,
    PTT_PUBLIC_ADDRESS,
  } = process.env;
  if (!tenantOrigin) throw new Error('PTT_LOCAL_TENANT is not set: start this with “npm start”.');
  const own = Object.entries({ PTT_POLL_SECONDS, PTT_LOG_LEVEL, PTT_INSTANCE, PTT_PUBLIC_ADDRESS }).filter(
    ([, value]) => value !== undefined,
  );
  const surroundings = localSurroundings(tenantOrigin, Object.fromEntries(own));
  return PTT_CLOCK_MOVED ? { ...surroundings, clock: movedClock(Number(PTT_CLOCK_MOVED)) } : surroundings;
}, PTT_TAB_FILES);
