import { describe, expect, it } from 'vitest';
import { roles, type Role } from '#domain/people.ts';
import { sectionKinds, sections, type SectionKind } from '#domain/record/sections.ts';
import { anActor } from '#test/builders/people.ts';
import { today } from '#test/builders/today.ts';
import { aWorld, must, type World } from '#test/builders/world.ts';
import { endCase } from '#workflows/casework/end-case.ts';
import { rolesFor, saveSection } from '#workflows/casework/save-section.ts';

const everyday: readonly SectionKind[] = ['contacts', 'carriedOut', 'marks', 'reviews'];
const leading: readonly Role[] = ['headteacher', 'senco', 'dsl'];

const save = ({ outside, target }: World, ref: string, kind: SectionKind, role: Role = 'senco') =>
  saveSection(outside, target(ref, anActor(role)), { kind, body: {} });

describe('who fills in a part', () => {
  it.each(sectionKinds)('%s: those who lead cases, and what happens from day to day also those who see it', (kind) => {
    const may = everyday.includes(kind) ? [...leading, 'attendance', 'teacher'] : leading;
    expect(roles.filter((role) => rolesFor(kind).includes(role))).toEqual(may);
  });

  it.each(roles)('a %s is let in or told who may', async (role) => {
    const world = await aWorld();
    const ref = await world.inPreparation();
    const risk = await save(world, ref, 'risk', role);
    const contacts = await save(world, ref, 'contacts', role);
    const words = (done: typeof risk): string => (done.ok ? '' : `${done.error.kind}: ${done.error.words}`);
    expect([words(risk), words(contacts)]).toEqual([
      leading.includes(role)
        ? ''
        : 'refused: Only the headteacher, the SENCO or the designated safeguarding lead can fill in “Risk assessment”.',
      role === 'trust'
        ? 'refused: Only the headteacher, the SENCO, the designated safeguarding lead, the attendance officer or the teacher can fill in “Contacts while not in school”.'
        : '',
    ]);
    expect(world.file(ref).sections).toHaveLength(Number(risk.ok) + Number(contacts.ok));
  });

  it('may do so when several parts are theirs, by any of them', async () => {
    const world = await aWorld();
    const ref = await world.inPreparation();
    const both = anActor('teacher', { roles: ['teacher', 'dsl'] });
    must(await saveSection(world.outside, world.target(ref, both), { kind: 'risk', body: {} }));
    expect(world.file(ref).sections).toHaveLength(1);
  });
});

describe('when the case has ended', () => {
  const afterwards: readonly SectionKind[] = ['ending', 'sharing', 'told', 'marks'];

  async function afterTheEnd(kind: SectionKind) {
    const world = await aWorld();
    const ref = await world.agreed();
    must(await endCase(world.outside, world.target(ref), { action: 'withdraw', on: today, details: '' }));
    return { saved: await save(world, ref, kind), parts: world.file(ref).sections };
  }

  it.each(afterwards)('%s can still be completed', async (kind) => {
    const { saved, parts } = await afterTheEnd(kind);
    expect(saved.ok).toBe(true);
    expect(parts).toMatchObject([{ content: { kind } }]);
  });

  it.each(sectionKinds.filter((kind) => !afterwards.includes(kind)))('%s stays as it was', async (kind) => {
    const { saved, parts } = await afterTheEnd(kind);
    const left = afterwards.map((one) => `“${sections[one].title}”`).join(', ');
    expect(saved).toMatchObject({
      ok: false,
      error: { kind: 'refused', words: `The case has ended; only these can still be completed: ${left}.` },
    });
    expect(parts).toEqual([]);
  });
});
