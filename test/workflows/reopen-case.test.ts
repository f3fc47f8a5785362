import { describe, expect, it } from 'vitest';
import { roles } from '#domain/people.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aWorld, must } from '#test/builders/world.ts';
import { endCase, type Ending } from '#workflows/casework/end-case.ts';
import { reopenCase, type Reopening } from '#workflows/casework/reopen-case.ts';
import { saveSection } from '#workflows/casework/save-section.ts';
import { anEndedCase, aReopening, closing } from './an-ended-case.ts';
import { partOf } from './section-bodies.ts';

describe('opening a case again', () => {
  it('begins a new version with new dates, and forgets the end and the sign-off', async () => {
    const { ref, reopen, file } = await anEndedCase();
    must(await reopen());
    expect(file(ref).case).toMatchObject({
      status: 'preparing',
      version: 2,
      startsOn: inDays(21),
      endsOn: inDays(60),
      nextReviewOn: null,
      endedOn: null,
      endedBy: null,
      closureReason: null,
      signedOffOn: null,
      signedOffBy: null,
      signedOffVersion: null,
      exceptional: null,
      despiteExclusionRisk: null,
    });
  });

  it('asks the parent anew and owes the authority a second notification', async () => {
    const { ref, reopen, file } = await anEndedCase();
    must(await reopen());
    expect(file(ref).agreements).toMatchObject([
      { version: 1, state: 'signed' },
      { version: 2, state: 'asked', startsOn: inDays(21), endsOn: inDays(60), askedOn: inDays(11) },
    ]);
    expect(file(ref).notices).toMatchObject([
      { kind: 'notification', version: 1, state: 'sent' },
      { kind: 'closure', version: 1, state: 'sent' },
      { key: `${ref}/notice/notification-v2`, kind: 'notification', version: 2, state: 'owed' },
    ]);
  });

  it('is written down with its reason, and leaves the first end in the chronology', async () => {
    const { ref, reopen, file } = await anEndedCase();
    must(await reopen());
    const words = file(ref).chronology.map((entry) => entry.words);
    expect(words).toContain('Version 2: Opened again: The mornings became hard again.');
    expect(words).toContain('Case closed: Returned full-time.');
    expect(words).toContain(
      'Version 1 signed off by the headteacher. Exceptional because: Jimmy could not come into school for five weeks.',
    );
  });

  it('keeps the weeks of the earlier version, and none for the new one', async () => {
    const { outside, target, active, file } = await aWorld();
    const ref = await active();
    const plan = { fullTimeFrom: '2026-12-21', versions: [{ version: 1, why: 'First plan', weeks: [] }] };
    must(await saveSection(outside, target(ref), { kind: 'weeks', body: { plan } }));
    must(await endCase(outside, target(ref), { ...closing, on: today }));
    must(await reopenCase(outside, target(ref), aReopening()));
    expect(partOf(file(ref), 'weeks')?.plan).toMatchObject({
      fullTimeFrom: null,
      versions: [
        { version: 1, why: 'First plan' },
        { version: 2, why: 'Opened again: The mornings became hard again.', weeks: [], firstReviewOn: null },
      ],
    });
  });

  it('pressed twice opens it once', async () => {
    const { ref, reopen, file } = await anEndedCase();
    must(await reopen());
    const before = file(ref);
    must(await reopen());
    expect(file(ref)).toEqual(before);
  });

  it.each<[string, Ending]>([
    ['declined', { action: 'decline', on: inDays(10), details: 'A full week with support is tried first.' }],
    ['withdrawn', { action: 'withdraw', on: inDays(10), details: '' }],
  ])('goes for one that was %s too', async (status, ending) => {
    const { ref, reopen, file } = await anEndedCase(ending);
    expect(file(ref).case.status).toBe(status);
    must(await reopen());
    expect(file(ref)).toMatchObject({
      case: { status: 'preparing', version: 2, closureReason: null },
      agreements: [{ state: 'signed' }, { version: 2, state: 'asked' }],
    });
  });
});

describe('opening again is refused, and nothing is written,', () => {
  it.each<[string, Partial<Reopening>, string, string]>([
    [
      'from the day on which it ended',
      { startsOn: inDays(10) },
      'startsOn',
      'The case ended on Thu 3 Dec 2026; it can begin again after that day.',
    ],
    [
      'to its own first day',
      { endsOn: inDays(21) },
      'endsOn',
      'The end date, Mon 14 Dec 2026, is not after the start date, Mon 14 Dec 2026.',
    ],
    ['without a reason', { why: '\n ' }, 'why', 'No reason is given for opening the case again.'],
  ])('%s', async (_what, changes, field, words) => {
    const { ref, reopen, file } = await anEndedCase();
    const before = file(ref);
    expect(await reopen(changes)).toMatchObject({ ok: false, error: { kind: 'invalid', field, words } });
    expect(file(ref)).toEqual(before);
    must(await reopen({ startsOn: inDays(11) }));
  });

  it.each<[string, Ending]>([
    ['Home education', { action: 'close', on: inDays(10), reason: 'Home education', details: '' }],
    ['Moved school', { action: 'transfer', on: inDays(10), toSchool: 'Hollin Bank', noteSentOn: null, details: '' }],
  ])('after “%s”: the pupil is not on roll', async (reason, ending) => {
    const { ref, reopen, file } = await anEndedCase(ending);
    expect(await reopen()).toMatchObject({
      ok: false,
      error: {
        kind: 'refused',
        words: `The case ended because: ${reason}. The pupil is no longer on this school’s roll; the school they attend opens a case of its own.`,
      },
    });
    expect(file(ref).case.status).toBe('closed');
  });

  it.each(roles.filter((role) => role !== 'headteacher' && role !== 'senco'))('by a %s', async (role) => {
    const { reopen } = await anEndedCase();
    expect(await reopen({}, role)).toMatchObject({
      ok: false,
      error: { kind: 'refused', words: 'Only the headteacher or the SENCO can do this.' },
    });
  });

  it('of a case that has not ended', async () => {
    const { outside, target, active } = await aWorld();
    const ref = await active();
    expect(await reopenCase(outside, target(ref), aReopening())).toMatchObject({
      ok: false,
      error: { words: 'This cannot be done while the case is active.' },
    });
  });
});

describe('a reopening that was cut short after its reason was written', () => {
  it('leaves the case ended, and is finished by the same request', async () => {
    const { ref, records, reopen, file } = await anEndedCase();
    records.cases.failNextWrite(new Error('the network went away'));
    await expect(reopen()).rejects.toThrow('the network went away');
    expect(file(ref).case).toMatchObject({ status: 'closed', version: 1 });
    expect(file(ref).agreements).toHaveLength(1);
    must(await reopen());
    expect(file(ref)).toMatchObject({ case: { status: 'preparing', version: 2 }, agreements: [{}, { version: 2 }] });
    expect(partOf(file(ref), 'weeks')?.plan.versions.filter(({ version }) => version === 2)).toHaveLength(1);
  });

  it('and was meant otherwise the second time says what was meant then', async () => {
    const { ref, records, reopen, file } = await anEndedCase();
    records.cases.failNextWrite(new Error('the network went away'));
    await expect(reopen()).rejects.toThrow('the network went away');
    must(await reopen({ why: 'A new diagnosis.', startsOn: inDays(28) }));
    expect(file(ref).case.startsOn).toEqual(inDays(28));
    expect(partOf(file(ref), 'weeks')?.plan.versions).toMatchObject([
      { version: 2, why: 'Opened again: A new diagnosis.' },
    ]);
  });
});
