import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseSection } from '#domain/case.ts';
import { eventsOf } from '#domain/chronology.ts';
import { compareDates } from '#domain/dates.ts';
import { anyCasefile } from '#test/builders/arbitrary.ts';
import { aCase, aCasefile, aHeldReview, anAgreement, aNotice, aReview } from '#test/builders/casework.ts';
import { inDays, today } from '#test/builders/today.ts';
import { filledSection } from './support/filled-section.ts';

describe('the story that the rows of a case tell', () => {
  it('runs from its opening to its end, oldest first, with who did what', () => {
    const file = aCasefile({
      case: aCase({ status: 'closed', endedOn: today, endedBy: 'Heron Reed', closureReason: 'Returned full-time' }),
      agreements: [anAgreement()],
      reviews: [aHeldReview({ heldOn: inDays(-1), outcome: 'Back to full time', hoursAfter: 32.5 })],
      notices: [aNotice({ state: 'acknowledged', acknowledgedOn: inDays(-20), acknowledgedBy: 'Hazel Rainbow' })],
    });
    expect(eventsOf(file).map(({ on, words, by }) => `${on.toString()} ${words} (${by})`)).toEqual([
      '2026-11-02 Case opened. Planned from Mon 9 Nov 2026. (Wren Larkspur)',
      '2026-11-02 Version 1 put to Jo Example: Monday to Friday 9.00 to 11.30; 12.5 hours a week, Mon 9 Nov 2026 to Fri 18 Dec 2026. (Wren Larkspur)',
      '2026-11-02 The authority was sent the notification. (Part-time timetables)',
      '2026-11-03 The authority acknowledged the notification. (Hazel Rainbow)',
      '2026-11-05 Jo Example signed version 1. Evidence: Signed copy in the pupil’s file (Wren Larkspur)',
      '2026-11-09 Version 1 signed off by the headteacher. Exceptional because: Jimmy could not come into school for five weeks. (Juniper Thistle)',
      '2026-11-22 Review 1 held. Outcome: back to full time, 32.5 hours a week. (Wren Larkspur)',
      '2026-11-23 Case closed: Returned full-time. (Heron Reed)',
    ]);
  });

  it('names each version that is signed off, and none where the list does not say which', () => {
    const signedOff = (changes: Parameters<typeof aCase>[0]) =>
      eventsOf(aCasefile({ case: aCase({ exceptional: null, ...changes }) })).find(
        ({ by }) => by === 'Juniper Thistle',
      );
    expect(signedOff({ version: 2, signedOffVersion: 2 })).toMatchObject({
      event: 'signed-off-v2',
      words: 'Version 2 signed off by the headteacher.',
    });
    expect(signedOff({ signedOffVersion: null })).toMatchObject({
      event: 'signed-off',
      words: 'Signed off by the headteacher.',
    });
  });

  it('says nothing of what has not happened yet', () => {
    const waiting = aCasefile({
      case: aCase({ status: 'preparing', signedOffOn: null, signedOffBy: null }),
      agreements: [anAgreement({ state: 'asked' })],
      reviews: [aReview()],
      notices: [aNotice({ state: 'owed', sentOn: null })],
    });
    expect(eventsOf(waiting).map(({ event }) => event)).toEqual(['opened', 'consent-v1 asked']);
  });

  it('says of a review recorded from a card that it was held, without inventing an outcome', () => {
    const file = aCasefile({ reviews: [aReview({ heldOn: today, recordedBy: 'Wren Larkspur' })] });
    expect(eventsOf(file).at(-1)).toMatchObject({ event: 'review-1 held', words: 'Review 1 held.' });
  });

  it('says “not recorded” where a person left the name out', () => {
    expect(eventsOf(aCasefile({ agreements: [anAgreement({ recordedBy: null })] })).map(({ by }) => by)).toContain(
      'not recorded',
    );
  });
});

describe('what the sections of a case add to its story', () => {
  const told = (...sections: readonly CaseSection[]) =>
    eventsOf(aCasefile({ case: aCase(), agreements: [], reviews: [], notices: [], sections }))
      .filter(({ event }) => event !== 'opened' && !event.startsWith('signed-off'))
      .map(({ event, on, words, by }) => `${on.toString()} ${event}: ${words} (${by})`);

  it('is that one was filled in or changed, by whom, once a day', () => {
    expect(told(filledSection('risk', {}), filledSection('voices', {}, inDays(-2)))).toEqual([
      '2026-11-21 voices 2026-11-21: “What everybody says” filled in or changed. (Sorrel Hawthorn)',
      '2026-11-23 risk 2026-11-23: “Risk assessment” filled in or changed. (Sorrel Hawthorn)',
    ]);
  });

  it('is each extension on the day it was asked for, with its reason', () => {
    const extensions = [
      { number: 1, requestedOn: '2026-11-20', to: '2026-12-18', reason: 'Robin was ill for a week.' },
      { requestedOn: '2026-11-22', to: null },
      { number: 2, to: '2027-01-15', reason: 'Not asked for on any day' },
    ];
    expect(told(filledSection('extensions', { extensions })).filter((one) => one.includes('xten'))).toEqual([
      '2026-11-20 extension-1: Extended to Fri 18 Dec 2026: Robin was ill for a week. (Sorrel Hawthorn)',
      '2026-11-22 extension-2026-11-22: Extended: no reason given. (Sorrel Hawthorn)',
      '2026-11-23 extensions 2026-11-23: “Extensions” filled in or changed. (Sorrel Hawthorn)',
    ]);
  });

  it('is why a version was made, and to which school the pupil moves', () => {
    const weeks = filledSection('weeks', {
      plan: { versions: [{ version: 1 }, { version: 2, why: 'Opened again: he is well.' }] },
    });
    const ending = filledSection('ending', { transfer: { toSchool: 'Hollin Bank School', leavesOn: '2026-11-20' } });
    expect(told(weeks, ending)).toEqual([
      '2026-11-20 handed over: Moves to Hollin Bank School. (Sorrel Hawthorn)',
      '2026-11-23 weeks 2026-11-23: “Timetable by week” filled in or changed. (Sorrel Hawthorn)',
      '2026-11-23 version-2 why: Version 2: Opened again: he is well. (Sorrel Hawthorn)',
      '2026-11-23 ending 2026-11-23: “Ending and handing over” filled in or changed. (Sorrel Hawthorn)',
    ]);
  });
});

describe('the story of any case', () => {
  it('has each event once, in order of days, whatever the lists hold', () => {
    fc.assert(
      fc.property(anyCasefile, (file) => {
        const events = eventsOf(file);
        expect(new Set(events.map(({ event }) => event)).size).toBe(events.length);
        expect(events.toSorted((a, b) => compareDates(a.on, b.on))).toEqual(events);
      }),
    );
  });
});
