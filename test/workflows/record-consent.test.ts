import { describe, expect, it } from 'vitest';
import { inDays, today } from '#test/builders/today.ts';
import { aWorld, must } from '#test/builders/world.ts';
import { recordConsent, type ConsentAnswer } from '#workflows/casework/record-consent.ts';

const signed: ConsentAnswer = { answer: 'signed', on: today, evidence: 'Signed copy in the pupil’s file' };
const refused: ConsentAnswer = { answer: 'refused', on: today, evidence: '' };

describe('the parent’s answer', () => {
  it('signed makes the case agreed, and says who recorded it and where the paper is', async () => {
    const { outside, target, inPreparation, file } = await aWorld();
    const ref = await inPreparation();
    must(await recordConsent(outside, target(ref), signed));
    expect(file(ref)).toMatchObject({
      case: { status: 'agreed' },
      agreements: [{ state: 'signed', answeredOn: today, evidence: signed.evidence, recordedBy: 'Wren Larkspur' }],
    });
    expect(file(ref).chronology.at(-1)?.words).toBe(
      'Jo Example signed version 1. Evidence: Signed copy in the pupil’s file',
    );
  });

  it('recorded twice, as a press that arrives twice, is recorded once', async () => {
    const { outside, target, inPreparation, file } = await aWorld();
    const ref = await inPreparation();
    must(await recordConsent(outside, target(ref), signed));
    const before = file(ref);
    must(await recordConsent(outside, target(ref), signed));
    expect(file(ref)).toEqual(before);
  });

  it('refused before the start ends the case as declined', async () => {
    const { outside, target, inPreparation, file } = await aWorld();
    const ref = await inPreparation();
    must(await recordConsent(outside, target(ref), refused));
    expect(file(ref)).toMatchObject({
      case: { status: 'declined', endedOn: today, closureReason: 'Never started' },
      agreements: [{ state: 'refused' }],
    });
    expect(file(ref).notices.map(({ kind }) => kind)).toEqual(['notification', 'closure']);
  });

  it('signed and taken back before the start ends the case too', async () => {
    const { outside, target, agreed, file } = await aWorld();
    const ref = await agreed();
    must(await recordConsent(outside, target(ref), refused));
    expect(file(ref)).toMatchObject({ case: { status: 'declined' }, agreements: [{ state: 'withdrawn' }] });
  });

  it('taken back while the timetable runs is written down, and keeps the case open for the school to end', async () => {
    const { outside, target, active, file } = await aWorld();
    const ref = await active();
    must(await recordConsent(outside, target(ref), refused));
    expect(file(ref)).toMatchObject({ case: { status: 'active' }, agreements: [{ state: 'withdrawn' }] });
    expect(file(ref).chronology.map(({ event }) => event)).toContainEqual(
      expect.stringContaining('consent-v1 withdrawn'),
    );
  });

  it('that lies in the future is refused, with the field that it stands in', async () => {
    const { outside, target, inPreparation, file } = await aWorld();
    const ref = await inPreparation();
    const answer = await recordConsent(outside, target(ref), { ...signed, on: inDays(1) });
    expect(answer).toMatchObject({
      ok: false,
      error: { kind: 'invalid', words: 'Tue 24 Nov 2026 is in the future.', field: 'on' },
    });
    expect(file(ref).agreements).toMatchObject([{ state: 'asked' }]);
  });

  it('that is recorded already, for another day, is refused in words', async () => {
    const { outside, target, agreed } = await aWorld();
    const ref = await agreed();
    expect(await recordConsent(outside, target(ref), { ...signed, on: inDays(-1) })).toMatchObject({
      ok: false,
      error: { kind: 'refused', words: 'Consent to version 1 is signed already.' },
    });
  });

  it('to a case that is not there is not found', async () => {
    const { outside, target } = await aWorld();
    expect(await recordConsent(outside, target('AAA-AAA'), signed)).toMatchObject({
      ok: false,
      error: { kind: 'not found', words: 'There is no case AAA-AAA in Larkfield Primary School.' },
    });
  });
});
