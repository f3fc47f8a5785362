// The words with which an action is refused, for the person who asked.
import { describe, expect, it } from 'vitest';
import type { AgreementState, Casefile, CaseStatus, ClosureReason } from '#domain/case.ts';
import { caseActions, decide, type CaseAction } from '#domain/lifecycle.ts';
import type { Actor } from '#domain/people.ts';
import { aCase, aCasefile, anAgreement, aReview } from '#test/builders/casework.ts';
import { anActor, headteacher, senco } from '#test/builders/people.ts';
import { inDays, today } from '#test/builders/today.ts';

const decideOn = (file: Casefile, action: CaseAction, actor: Actor) => decide(file, action, actor, today, () => []);
const fileIn = (status: CaseStatus, state: AgreementState = 'signed') =>
  aCasefile({ case: aCase({ status }), agreements: [anAgreement({ state })] });

describe('why something cannot be done', () => {
  const words = (...given: Parameters<typeof decideOn>): string => {
    const decision = decideOn(...given);
    return decision.ok ? 'it can' : decision.error.words;
  };

  it('names who could do it', () => {
    expect(words(fileIn('agreed'), 'start', senco)).toBe('Only the headteacher can do this.');
    expect(words(aCasefile(), 'close', anActor('teacher'))).toBe(
      'Only the headteacher, the SENCO or the designated safeguarding lead can do this.',
    );
  });

  it('says that consent is not signed', () => {
    const asked = fileIn('preparing', 'asked');
    const unsigned =
      'The parent has not signed the times and dates of version 1. A part-time timetable cannot start without signed consent.';
    expect(words(asked, 'start', headteacher)).toBe(unsigned);
    expect(words({ ...asked, agreements: [] }, 'start', headteacher)).toBe(unsigned);
  });

  it('does not take the signature under an earlier version for consent to this one', () => {
    const changed = aCasefile({
      case: aCase({ status: 'preparing', version: 2 }),
      agreements: [anAgreement({ version: 1 })],
    });
    expect(words(changed, 'start', headteacher)).toContain('has not signed the times and dates of version 2');
  });

  it('says that the parent refused, and what follows', () => {
    expect(words(fileIn('preparing', 'refused'), 'start', headteacher)).toBe(
      'The parent has refused the times and dates of version 1. Without their agreement the pupil attends full time.',
    );
  });

  it('says that the parent has answered already', () => {
    expect(words(fileIn('active', 'signed'), 'record consent', senco)).toBe('Consent to version 1 is signed already.');
    expect(words(fileIn('active', 'refused'), 'record refusal', senco)).toBe(
      'Consent to version 1 is refused already.',
    );
    expect(words(fileIn('active', 'withdrawn'), 'record refusal', senco)).toBe(
      'Consent to version 1 is withdrawn already.',
    );
  });

  it('lets a parent who refused sign after all while the case is active, and one who signed withdraw', () => {
    expect(words(fileIn('active', 'refused'), 'record consent', senco)).toBe('it can');
    expect(words(fileIn('active', 'signed'), 'record refusal', senco)).toBe('it can');
  });

  it('says that the end date has passed, the day after it', () => {
    const file = (endsOn: typeof today) => aCasefile({ case: aCase({ status: 'agreed', endsOn }) });
    expect(words(file(today), 'start', headteacher)).toBe('it can');
    expect(words(file(inDays(-1)), 'start', headteacher)).toBe(
      'The end date, Sun 22 Nov 2026, has passed. Agree new dates with the parent first.',
    );
  });

  it('asks for a reason and objectives before a plan is prepared', () => {
    const file = (changes: Parameters<typeof aCase>[0]) =>
      aCasefile({ case: aCase({ status: 'considering', ...changes }) });
    expect(words(file({}), 'begin preparing', senco)).toBe('it can');
    expect(words(file({ reasons: [] }), 'begin preparing', senco)).toBe(
      'No reason is chosen. A part-time timetable needs one before it is prepared.',
    );
    expect(words(file({ objectives: ' ' }), 'begin preparing', senco)).toBe(
      'No objectives are written. A part-time timetable needs them before it is prepared.',
    );
  });

  it('extends a plan only after a review, and only with a parent who has not withdrawn (PLY:29, CAM:256)', () => {
    expect(words({ ...fileIn('active'), reviews: [aReview()] }, 'extend', senco)).toBe(
      'No review has been held yet. A plan is extended as part of a review: record one first.',
    );
    const reviews = [aReview({ heldOn: inDays(-3) })];
    for (const state of ['refused', 'withdrawn'] as const) {
      expect(words({ ...fileIn('active', state), reviews }, 'extend', senco)).toBe(
        `Consent to version 1 is ${state}. A plan that the parent does not agree to cannot be extended.`,
      );
    }
    expect(words({ ...fileIn('active', 'asked'), reviews }, 'extend', senco)).toBe('it can');
  });

  it('reopens no case of a pupil who has left the school', () => {
    const ended = (closureReason: ClosureReason | null) =>
      aCasefile({ case: aCase({ status: 'closed', closureReason }) });
    for (const reason of ['Moved school', 'Home education'] as const) {
      expect(words(ended(reason), 'reopen', headteacher)).toBe(
        `The case ended because: ${reason}. The pupil is no longer on this school’s roll; the school they attend opens a case of its own.`,
      );
    }
    for (const reason of ['Returned full-time', 'Never started', 'Consent withdrawn', null] as const)
      expect(words(ended(reason), 'reopen', headteacher)).toBe('it can');
  });

  it('says in which state the case is', () => {
    expect(words(fileIn('active'), 'start', headteacher)).toBe('The part-time timetable has already started.');
    expect(words(fileIn('agreed'), 'record review', headteacher)).toBe(
      'This cannot be done while the case is agreed, not yet started.',
    );
    expect(words(fileIn('considering'), 'record consent', senco)).toBe(
      'This cannot be done while the case is being considered.',
    );
  });

  it.each([
    ['closed', 'The case is closed; before anything else it would have to be reopened.'],
    ['declined', 'The case is declined; before anything else it would have to be reopened.'],
    ['withdrawn', 'The case is withdrawn before it started; before anything else it would have to be reopened.'],
  ] as const)('says of a case that is %s that it would have to be reopened', (status, expected) => {
    for (const action of caseActions.filter((one) => one !== 'reopen'))
      expect(words(fileIn(status), action, headteacher)).toBe(expected);
  });

  it('does not sign off the same version twice, and none that the parent has not signed', () => {
    const file = (signedOffVersion: number | null, agreements = [anAgreement({ version: 2 })]) =>
      aCasefile({ case: aCase({ version: 2, signedOffVersion }), agreements });
    expect(words(file(1), 'sign off', headteacher)).toBe('it can');
    expect(words(file(null), 'sign off', headteacher)).toBe('it can');
    expect(words(file(2), 'sign off', headteacher)).toBe('Version 2 is signed off already.');
    expect(words(file(1, [anAgreement({ version: 1 })]), 'sign off', headteacher)).toContain(
      'The parent has not signed the times and dates of version 2.',
    );
  });

  it('does not extend a plan that was opened again on the strength of a review of the time before', () => {
    const reviews = [aReview({ heldOn: inDays(-15) })];
    expect(words({ ...fileIn('active'), reviews }, 'extend', senco)).toContain('No review has been held yet.');
    const reviewed = [...reviews, aReview({ number: 2, heldOn: inDays(-14) })];
    expect(words({ ...fileIn('active'), reviews: reviewed }, 'extend', senco)).toBe('it can');
  });
});
