// Fills an empty tenant: the trust's register as its administrator would, then the stories, through the product itself.
import { londonDate } from '#domain/dates.ts';
import { connect, openOutside, systemClock, type OpenOutside, type Surroundings } from '#host/compose.ts';
import { noteAcknowledgements } from '#workflows/notices/note-acknowledgements.ts';
import type { Outside, SchoolRow } from '#workflows/ports.ts';
import type { Tenant } from '../tenant.ts';
import { people } from './people.ts';
import { playStory } from './play-story.ts';
import { demoAuthorities, demoSchools } from './schools.ts';
import { stories } from './stories.ts';
import type { Story } from './story.ts';

const officers = {
  LARK: people.derbyshireOfficer,
  HOLL: people.derbyshireOfficer,
  MILL: people.derbyCityOfficer,
} as const;

/** Mail older than this has been read and deleted long ago. */
const mailKeptDays = 14;

/** Ticks the authority's notices of one school, as its officer would, and waits until the product sees it. */
async function acknowledge(tenant: Tenant, outside: Outside, story: Story, school: SchoolRow): Promise<void> {
  const path = outside.workspace.authorities.byKey(school.authority)?.value.sitePath ?? '';
  const site = tenant.store.sites.byPath(path);
  const list = site && tenant.store.lists.of(site.id).find((one) => one.displayName.startsWith('LA notices'));
  if (!list) throw new Error(`the demonstration found no list of notices at “${path}”`);
  const notices = outside.workspace.authorityNotices(school.authority);
  for (const row of notices.all()) {
    if (row.value.school !== school.name || row.value.acknowledged) continue;
    const ticked = tenant.store.items.update(
      list.id,
      Number(row.id),
      { Acknowledged: true },
      { actor: { userId: officers[story.school].id } },
    );
    if (!ticked.ok) throw new Error(ticked.error.message);
  }
  await notices.refresh();
  await noteAcknowledgements(outside, school);
}

const mark = 'demonstration';
export const isHalfSeeded = (tenant: Tenant): boolean => tenant.store.meta.get(mark) === 'begun';

/** Opens the product on a new tenant, which makes the lists, and writes register and cases. Does nothing where that was done. */
export async function seedDemo(tenant: Tenant, surroundings: Surroundings): Promise<void> {
  if (tenant.store.meta.get(mark) === 'done') return;
  tenant.store.meta.set(mark, 'begun');
  let now = (surroundings.clock ?? systemClock).now();
  const today = londonDate(now);
  const open: OpenOutside = await openOutside({ ...surroundings, clock: { now: () => now } }, connect(surroundings));
  const { workspace } = open;
  for (const school of demoSchools(today)) await workspace.schools.create(school);
  for (const authority of demoAuthorities) await workspace.authorities.create(authority);
  await workspace.refreshAll();

  const mailbox: Outside['mailbox'] = {
    send: async (mail) => {
      if (londonDate(now).until(today).days < mailKeptDays) await open.mailbox.send(mail);
    },
  };
  const outside: Outside = { ...open, mailbox };
  const stage = { outside, today, setNow: (instant: typeof now) => void (now = instant) };
  const order = stories
    .map((story, index) => ({ story, number: index + 1 }))
    .toSorted((a, b) => Number(b.story.acknowledged ?? false) - Number(a.story.acknowledged ?? false));
  for (const { story, number } of order) {
    const school = workspace.schools.byKey(story.school)?.value;
    if (!school) throw new Error(`the demonstration has no school ${story.school}`);
    await playStory(stage, school, story, number);
    if (story.acknowledged) await acknowledge(tenant, outside, story, school);
  }
  tenant.store.meta.set(mark, 'done');
}
