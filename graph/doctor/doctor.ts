// Looks a tenant over from the outside in: sign-in first, then what needs it. Changes nothing.
import { hubLists } from '../lists/schema.ts';
import { readRegister, type Register } from '../register.ts';
import { provisionCommand, type Trouble } from '../trouble.ts';
import { lookAtCertificate } from './certificate.ts';
import { type Check, fine, look, lookFor, notSeen, type Seen, toMend } from './check.ts';
import { lookAtClock } from './clock.ts';
import { grantOn, isSiteBySite, sitesManage } from './grants.ts';
import type { Patient } from './patient.ts';
import { lookAtToken, tryMail, tryMaking } from './permissions.ts';
import { lookAtRoles } from './roles.ts';
import { examineSchool } from './schools.ts';
import { lookAtBotSignIn, lookAtSignIn } from './sign-in.ts';
import { seeSite, type SiteFound } from './sites.ts';
import { lookAtSubscriptions } from './subscriptions.ts';

/** One check after the other, as they are made. */
export async function* examine(patient: Patient): AsyncGenerator<Check, void, undefined> {
  const { hubSite, sharedMailbox } = patient.settings;
  patient.onLook('sign-in');
  if (patient.certificate) yield lookAtCertificate(patient, patient.certificate);
  const signIn = await lookAtSignIn(patient);
  yield* signIn.checks;
  yield lookAtClock(patient.watch);
  const roles = signIn.found;
  if (roles === null) {
    yield notSeen('the rest', null, unsigned);
    return;
  }
  yield lookAtToken(roles);
  const hub = yield* seeSite(patient, { sitePath: hubSite, kind: 'hub' }, roles);
  const register = await lookFor('register', hubSite, () => lookAtRegister(patient, hub));
  yield* register.checks;
  patient.onLook('role groups');
  const groups = await lookAtRoles(patient, roles);
  yield* groups.checks;
  yield await lookAtBotSignIn(patient);

  const sites: (SiteFound | null)[] = [hub];
  for (const school of register.found?.schools ?? []) {
    patient.onLook(school.name);
    yield* examineSchool(patient, school, groups.found, roles);
    sites.push(yield* seeSite(patient, { sitePath: school.sitePath, kind: 'school' }, roles));
    sites.push(yield* seeSite(patient, { sitePath: school.governorsSitePath, kind: 'governors' }, roles));
  }
  for (const { sitePath } of register.found?.authorities ?? [])
    sites.push(yield* seeSite(patient, { sitePath, kind: 'authority' }, roles));

  const found = sites.filter((site) => site !== null);
  const bySite = isSiteBySite(roles, sitesManage);
  for (const site of bySite ? found : found.slice(0, 1)) {
    const isNeeded = (bySite ? [site] : found).some(({ isUnfinished }) => isUnfinished);
    yield* await look('permissions', grantOn(site.sitePath, sitesManage, roles), () =>
      tryMaking(patient, site, roles, isNeeded),
    );
  }
  patient.onLook('mail');
  yield* await look('mail', sharedMailbox, () => tryMail(patient, roles));
  patient.onLook('subscriptions');
  yield* await look('subscriptions', null, () => lookAtSubscriptions(patient, listPathsOf(found), roles));
  yield cost(patient);
}

const listPathsOf = (sites: readonly SiteFound[]): readonly string[] =>
  sites.flatMap(({ siteId, listIds }) => [...listIds.values()].map((id) => `/sites/${siteId}/lists/${id}`));

const unsigned: Trouble = {
  words: 'It cannot be looked at before the app can sign in.',
  who: 'whoever runs the app',
  todo: 'Mend the sign-in, then run the doctor again.',
};

async function lookAtRegister({ graph, settings }: Patient, hub: SiteFound | null): Promise<Seen<Register>> {
  const { hubSite } = settings;
  if (hub === null) return { checks: [notSeen('register', hubSite, withoutHub)], found: null };
  if (!hub.listIds.has(hubLists.schools.title))
    return { checks: [toMend('register', hubSite, noRegister)], found: null };
  const register = await readRegister(graph, hub.siteId, hub.listIds);
  const { schools, authorities } = register;
  const check =
    schools.length === 0
      ? toMend('register', hubSite, emptyRegister)
      : fine('register', hubSite, `Schools: ${schools.length}. Authorities: ${authorities.length}.`);
  return { checks: [check], found: register };
}

const withoutHub: Trouble = {
  words: 'The schools and authorities are not known without the hub, and could not be looked at.',
  who: 'whoever runs the app',
  todo: 'Mend what is said of the hub, then run the doctor again.',
};

const noRegister: Trouble = {
  words: 'The list of schools is not there, so no school is known.',
  who: 'whoever runs the app',
  todo: provisionCommand,
};

const emptyRegister: Trouble = {
  words: 'No school is in the register.',
  who: 'SharePoint site owner',
  todo: `Add a row for each school to the list “Schools” on the hub, then run ${provisionCommand}.`,
};

function cost({ meter }: Patient): Check {
  const { requests, units, throttled } = meter.total();
  const busy = throttled === 0 ? '' : ` ${throttled} of them were turned away as too many.`;
  return fine(
    'cost',
    null,
    `Looking took ${requests} requests and ${units} resource units; the smallest tenant has 1,250 a minute.${busy}`,
  );
}
