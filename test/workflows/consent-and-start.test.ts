import { describe, expect, it } from 'vitest';
import { roles } from '#domain/people.ts';
import { anActor, headteacher } from '#test/builders/people.ts';
import { inDays, today } from '#test/builders/today.ts';
import { aWorld, must } from '#test/builders/world.ts';
import { changeHours } from '#workflows/casework/change-hours.ts';
import { recordConsent, type ConsentAnswer } from '#workflows/casework/record-consent.ts';
import { startCase } from '#workflows/casework/start-case.ts';

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

describe('starting', () => {
  it('makes the case active, names the headteacher, and plans the first review two weeks ahead', async () => {
    const { outside, target, agreed, file } = await aWorld();
    const ref = await agreed();
    must(await startCase(outside, target(ref, headteacher)));
    expect(file(ref)).toMatchObject({
      case: { status: 'active', signedOffOn: today, signedOffBy: 'Juniper Thistle', nextReviewOn: inDays(14) },
      reviews: [{ number: 1, dueOn: inDays(14), heldOn: null }],
    });
  });

  it('without signed consent is refused, in words, and changes nothing', async () => {
    const { outside, target, inPreparation, file } = await aWorld();
    const ref = await inPreparation();
    const before = file(ref);
    expect(await startCase(outside, target(ref, headteacher))).toMatchObject({
      ok: false,
      error: {
        kind: 'refused',
        words:
          'The parent has not signed the times and dates of version 1. A part-time timetable cannot start without signed consent.',
      },
    });
    expect(file(ref)).toEqual(before);
  });

  it('is refused once more when the times have changed since the parent signed', async () => {
    const { outside, target, agreed } = await aWorld();
    const ref = await agreed();
    must(
      await changeHours(outside, target(ref), {
        times: 'Mornings',
        hoursInSchool: 15,
        startsOn: today,
        endsOn: inDays(20),
      }),
    );
    const started = await startCase(outside, target(ref, headteacher));
    expect(started).toMatchObject({ ok: false, error: { words: expect.stringContaining('version 2') } });
  });

  it.each(roles.filter((role) => role !== 'headteacher'))('by a %s is refused', async (role) => {
    const { outside, target, agreed, file } = await aWorld();
    const ref = await agreed();
    expect(await startCase(outside, target(ref, anActor(role)))).toMatchObject({
      ok: false,
      error: { kind: 'refused', words: 'Only the headteacher can do this.' },
    });
    expect(file(ref).case.status).toBe('agreed');
  });

  it('pressed twice starts once', async () => {
    const { outside, target, agreed, file } = await aWorld();
    const ref = await agreed();
    must(await startCase(outside, target(ref, headteacher)));
    const before = file(ref);
    must(await startCase(outside, target(ref, headteacher)));
    expect(file(ref)).toEqual(before);
  });

  it('is refused to one whose page shows what somebody else has changed since', async () => {
    const { outside, target, agreed, records, file } = await aWorld();
    const ref = await agreed();
    const seen = records.cases.byKey(ref)?.etag ?? '';
    outside.workspace.lists
      .school('LARK')
      .cases.editByHand(ref, { Objectives: 'Edited in SharePoint' }, 'Wren Larkspur');
    await records.cases.refresh();
    expect(await startCase(outside, { ...target(ref, headteacher), etag: seen })).toMatchObject({
      ok: false,
      error: { kind: 'changed meanwhile', next: expect.stringContaining('Nothing that you typed is lost') },
    });
    expect(file(ref).case.status).toBe('agreed');
  });
});
