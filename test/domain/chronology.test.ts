import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsOf } from '#domain/chronology.ts';
import { compareDates } from '#domain/dates.ts';
import { anyCasefile } from '#test/builders/arbitrary.ts';
import { aCase, aCasefile, aHeldReview, anAgreement, aNotice, aReview } from '#test/builders/casework.ts';
import { inDays, today } from '#test/builders/today.ts';

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
      '2026-11-09 Signed off by the headteacher; the part-time timetable starts. (Juniper Thistle)',
      '2026-11-22 Review 1 held. Outcome: back to full time, 32.5 hours a week. (Wren Larkspur)',
      '2026-11-23 Case closed: Returned full-time. (Heron Reed)',
    ]);
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
