import { describe, expect, it } from 'vitest';
import { roles, type Role } from '#domain/people.ts';
import { anActor, headteacher } from '#test/builders/people.ts';
import { aHeld } from '#test/builders/requests.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aSignOff, aWorld, must, type World } from '#test/builders/world.ts';
import { extendCase, type Extension } from '#workflows/casework/extend-case.ts';
import { recordConsent } from '#workflows/casework/record-consent.ts';
import { recordReview } from '#workflows/casework/record-review.ts';
import { saveSection } from '#workflows/casework/save-section.ts';
import { signOff } from '#workflows/casework/sign-off.ts';
import { partOf, riskReviewed } from './section-bodies.ts';

/** Until the end of January, decided ten days after the start. */
const anExtension = (changes: Partial<Extension> = {}): Extension => ({
  to: inDays(60),
  reason: 'Two afternoons are still too much.',
  exceptional: 'The clinic sees him in January.',
  agencies: ['Inclusion support service', 'School nurse'],
  consultedOn: inDays(9),
  ...changes,
});

interface Bench extends World {
  readonly ref: string;
  readonly extend: (changes?: Partial<Extension>, role?: Role) => ReturnType<typeof extendCase>;
}

/** A case that has run for ten days and was reviewed today. */
async function aReviewedCase(): Promise<Bench> {
  const world = await aWorld();
  const ref = await world.active();
  world.outside.clock.advance({ days: 10 });
  must(await recordReview(world.outside, world.target(ref), aHeld({ heldOn: inDays(10) })));
  return {
    ...world,
    ref,
    extend: (changes = {}, role = 'senco') =>
      extendCase(world.outside, world.target(ref, anActor(role)), anExtension(changes)),
  };
}

describe('extending a plan', () => {
  it('moves the last day as a new version, asks the parent anew and owes the authority an update', async () => {
    const { ref, extend, file } = await aReviewedCase();
    const { startsOn } = file(ref).case;
    must(await extend());
    const { case: theCase, agreements, notices } = file(ref);
    expect(theCase).toMatchObject({ status: 'active', version: 2, startsOn, endsOn: inDays(60), hoursInSchool: 12.5 });
    expect(agreements).toMatchObject([
      { version: 1, state: 'signed', endsOn: inDays(25) },
      { version: 2, state: 'asked', endsOn: inDays(60), askedOn: inDays(10) },
    ]);
    expect(notices.map(({ kind, version }) => [kind, version])).toEqual([
      ['notification', 1],
      ['update', 2],
    ]);
  });

  it('is written down with its reason, who was consulted and when', async () => {
    const { ref, extend, file } = await aReviewedCase();
    must(await extend());
    expect(partOf(file(ref), 'extensions')?.extensions).toEqual([
      {
        number: 1,
        requestedOn: inDays(10),
        from: inDays(26),
        to: inDays(60),
        version: 2,
        reason: 'Two afternoons are still too much.',
        exceptional: 'The clinic sees him in January.',
        planRevisedOn: inDays(10),
        parentAgreedOn: null,
        consultedOn: inDays(9),
        agencies: ['Inclusion support service', 'School nurse'],
        authorityAgreedOn: null,
      },
    ]);
    expect(file(ref).chronology).toContainEqual(
      expect.objectContaining({
        event: 'extension-1',
        words: 'Extended to Fri 22 Jan 2027: Two afternoons are still too much.',
      }),
    );
  });

  it('without anybody consulted or any word on what is exceptional is kept so, for findings to question', async () => {
    const { ref, extend, file } = await aReviewedCase();
    must(await extend({ agencies: [], consultedOn: null, exceptional: '  ' }));
    expect(partOf(file(ref), 'extensions')?.extensions).toMatchObject([
      { agencies: [], consultedOn: null, exceptional: null },
    ]);
  });

  it('pressed twice extends once', async () => {
    const { ref, extend, file } = await aReviewedCase();
    must(await extend());
    const before = file(ref);
    must(await extend());
    expect(file(ref)).toEqual(before);
  });

  it('a second time stands beside the first', async () => {
    const { ref, outside, target, extend, file } = await aReviewedCase();
    must(await extend({ to: inDays(40) }));
    must(await recordConsent(outside, target(ref), { answer: 'signed', on: inDays(10), evidence: '' }));
    must(await extend());
    expect(file(ref).case).toMatchObject({ version: 3, endsOn: inDays(60) });
    expect(partOf(file(ref), 'extensions')?.extensions).toMatchObject([
      { number: 1, version: 2, from: inDays(26), to: inDays(40) },
      { number: 2, version: 3, from: inDays(41), to: inDays(60) },
    ]);
  });

  it('is signed off by the headteacher like any other new version, once the parent has agreed', async () => {
    const { ref, outside, target, extend, file } = await aReviewedCase();
    must(await extend());
    const sign = () => signOff(outside, target(ref, headteacher), 'sign off', aSignOff());
    expect(await sign()).toMatchObject({ ok: false, error: { words: expect.stringContaining('has not signed') } });
    must(await recordConsent(outside, target(ref), { answer: 'signed', on: inDays(10), evidence: '' }));
    must(await saveSection(outside, target(ref), { kind: 'risk', body: riskReviewed(inDays(10)) }));
    must(await sign());
    expect(file(ref).case.signedOffVersion).toBe(2);
  });
});

describe('an extension is refused, and nothing is written,', () => {
  it.each<[string, Partial<Extension>, string, string]>([
    ['to the day it ends on already', { to: inDays(25) }, 'to', 'The plan runs to Fri 18 Dec 2026 already.'],
    ['to an earlier day', { to: inDays(20) }, 'to', 'The plan runs to Fri 18 Dec 2026 already.'],
    ['that was talked over tomorrow', { consultedOn: inDays(11) }, 'consultedOn', 'Fri 4 Dec 2026 is in the future.'],
    ['without a reason', { reason: ' \n' }, 'reason', 'No reason is given for more time.'],
  ])('%s', async (_what, changes, field, words) => {
    const { ref, extend, file } = await aReviewedCase();
    const before = file(ref);
    expect(await extend(changes)).toMatchObject({ ok: false, error: { kind: 'invalid', field, words } });
    expect(file(ref)).toEqual(before);
  });

  it('to a day that has passed when the plan has run out', async () => {
    const { ref, outside, extend, file } = await aReviewedCase();
    outside.clock.advance({ days: 20 });
    const passed = { ok: false, error: { kind: 'invalid', field: 'to' } };
    expect(await extend({ to: inDays(29) })).toMatchObject({
      ...passed,
      error: { words: 'Tue 22 Dec 2026 has passed.' },
    });
    expect(await extend({ to: inDays(30) })).toMatchObject(passed);
    must(await extend({ to: inDays(31) }));
    expect(file(ref).case.endsOn).toEqual(inDays(31));
  });

  it('before any review', async () => {
    const { outside, target, active, file } = await aWorld();
    const ref = await active();
    expect(await extendCase(outside, target(ref), anExtension({ consultedOn: null }))).toMatchObject({
      ok: false,
      error: {
        kind: 'refused',
        words: 'No review has been held yet. A plan is extended as part of a review: record one first.',
      },
    });
    expect(file(ref)).toMatchObject({ case: { version: 1, endsOn: inDays(25) } });
    expect(partOf(file(ref), 'extensions')).toBeNull();
  });

  it('after the parent has taken the consent back', async () => {
    const { ref, outside, target, extend } = await aReviewedCase();
    must(await recordConsent(outside, target(ref), { answer: 'refused', on: today, evidence: '' }));
    expect(await extend()).toMatchObject({
      ok: false,
      error: {
        words: 'Consent to version 1 is withdrawn. A plan that the parent does not agree to cannot be extended.',
      },
    });
  });

  it.each(roles.filter((role) => role !== 'headteacher' && role !== 'senco'))('by a %s', async (role) => {
    const { extend } = await aReviewedCase();
    expect(await extend({}, role)).toMatchObject({
      ok: false,
      error: { kind: 'refused', words: 'Only the headteacher or the SENCO can do this.' },
    });
  });
});

describe('an extension that was cut short after it was written down', () => {
  it('is finished by the same request, and stands there once', async () => {
    const { ref, records, extend, file } = await aReviewedCase();
    records.cases.failNextWrite(new Error('the network went away'));
    await expect(extend()).rejects.toThrow('the network went away');
    expect(partOf(file(ref), 'extensions')?.extensions).toHaveLength(1);
    expect(file(ref)).toMatchObject({ case: { version: 1, endsOn: inDays(25) }, agreements: [{ version: 1 }] });
    must(await extend());
    expect(partOf(file(ref), 'extensions')?.extensions).toHaveLength(1);
    expect(file(ref)).toMatchObject({
      case: { version: 2, endsOn: inDays(60) },
      agreements: [{}, { version: 2, state: 'asked' }],
    });
  });
});
