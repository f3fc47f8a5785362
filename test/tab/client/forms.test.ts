import { describe, expect, it } from 'vitest';
import { firstValues } from '#tab/client/case/forms/definition.ts';
import { createDrafts } from '#tab/client/case/forms/drafts.ts';
import { followCase, openForm } from '#tab/client/case/forms/open-form.ts';
import { hoursForm, signedForm } from '#tab/client/case/forms/plan-forms.ts';
import { readForm } from '#tab/client/case/forms/read-form.ts';
import { reviewForm } from '#tab/client/case/forms/review-forms.ts';
import { whatChanged } from '#tab/client/case/forms/what-changed.ts';
import { aCasePage, aRow } from './fake/builders.ts';

const page = aCasePage();
const press = { etag: page.etag, pressId: 'press-1' };

describe('a form of a case', () => {
  it('opens the review with today, the hours and times as they are, and the suggested next review', () => {
    expect(firstValues(reviewForm, page)).toMatchObject({
      heldOn: '2026-11-17',
      hoursAfter: '10',
      times: 'Mon to Fri 9:00 to 11:00',
      nextReviewOn: '2026-12-01',
    });
  });

  it('opens the review that a card recorded as held with the day it was held', () => {
    const recorded = aCasePage({ reviewToComplete: { number: 2, heldOn: '2026-11-16' } });
    expect(firstValues(reviewForm, recorded).heldOn).toBe('2026-11-16');
  });

  it('sends what was typed, with etag and press', () => {
    const values = {
      ...firstValues(reviewForm, page),
      outcome: 'More hours',
      hoursAfter: '12,5',
      pupilWords: ' I like art. ',
    };
    expect(readForm(reviewForm, values, page, press)).toMatchObject({
      ok: true,
      body: {
        ...press,
        outcome: 'More hours',
        hoursAfter: 12.5,
        nextReviewOn: '2026-12-01',
        pupilWords: 'I like art.',
      },
    });
  });

  it('sends the full week and no next review for a pupil who is back to full time', () => {
    const values = { ...firstValues(reviewForm, page), outcome: 'Back to full time' };
    expect(readForm(reviewForm, values, page, press)).toMatchObject({
      body: { hoursAfter: 32.5, nextReviewOn: null },
    });
  });

  it('leaves the next review to the school’s rules where none is typed', () => {
    const values = { ...firstValues(reviewForm, page), outcome: 'Same hours', nextReviewOn: '' };
    expect(readForm(reviewForm, values, page, press)).toMatchObject({ ok: true, body: { nextReviewOn: null } });
  });

  it('says at each field what is wrong and what would be right', () => {
    const values = { times: ' ', hoursInSchool: 'many', startsOn: '', endsOn: '2026-12-18' };
    const read = readForm(hoursForm, values, page, press);
    expect(read).toEqual({
      ok: false,
      problems: [
        { field: 'times', words: 'Say when the pupil is expected in school, for example “Mon to Fri 9:00 to 11:00”.' },
        { field: 'hoursInSchool', words: 'Enter the hours a week as a number from 0 to 60, for example 12.5.' },
        { field: 'startsOn', words: 'Enter the first day.' },
      ],
    });
  });

  it('carries the answer of the parent', () => {
    expect(readForm(signedForm, firstValues(signedForm, page), page, press)).toMatchObject({
      body: { answer: 'signed' },
    });
  });

  it('says once at a field that it is blank, and not also that it does not fit', () => {
    const values = { ...firstValues(reviewForm, page), heldOn: '' };
    expect(readForm(reviewForm, values, page, press)).toEqual({
      ok: false,
      problems: [
        { field: 'heldOn', words: 'Enter the day the review was held.' },
        { field: 'outcome', words: 'Choose what was decided.' },
      ],
    });
  });

  it('follows the case in fields that nobody touched, and keeps what was typed', () => {
    const typed = { ...firstValues(hoursForm, page), hoursInSchool: '12.5' };
    const now = aCasePage({ times: 'Mon to Fri 9:00 to 12:00', row: aRow({ hoursInSchool: 15 }) });
    expect(followCase(hoursForm, typed, page, now)).toMatchObject({
      hoursInSchool: '12.5',
      times: 'Mon to Fri 9:00 to 12:00',
    });
  });
});

describe('what was typed and not saved', () => {
  const place = { school: 'LARK', ref: 'K7M-2QX', form: 'close' };
  const draft = { pressId: 'press-1', values: { on: '2026-11-16', reason: 'Moved school' } };

  function storage(full: boolean) {
    const items = new Map<string, string>();
    return () => ({
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => {
        if (full) throw new Error('the storage is full');
        items.set(key, value);
      },
      removeItem: (key: string) => items.delete(key),
    });
  }

  it('comes back with its press after a reload, and is gone once it is saved', () => {
    const stored = storage(false);
    createDrafts(stored, 'person-1').write(place, draft);
    const reloaded = createDrafts(stored, 'person-1');
    expect(reloaded.read(place)).toEqual(draft);
    reloaded.clear(place);
    expect(createDrafts(stored, 'person-1').read(place)).toBeNull();
  });

  it('is not shown to another person, nor in another case', () => {
    const stored = storage(false);
    createDrafts(stored, 'person-1').write(place, draft);
    expect(createDrafts(stored, 'person-2').read(place)).toBeNull();
    expect(createDrafts(stored, 'person-1').read({ ...place, ref: 'R4T-9PA' })).toBeNull();
  });

  it.each([
    ['is full', storage(true)],
    [
      'is forbidden',
      () => {
        throw new Error('third-party storage is switched off');
      },
    ],
  ])('is kept as long as the page where the browser’s storage %s', (_why, stored) => {
    const drafts = createDrafts(stored, 'person-1');
    drafts.write(place, draft);
    expect(drafts.read(place)).toEqual(draft);
    drafts.clear(place);
    expect(drafts.read(place)).toBeNull();
  });

  it('fills the form again with the same press, and says so only where something differs', () => {
    const kept = { pressId: 'press-1', values: { ...firstValues(hoursForm, page), times: 'Mornings' } };
    expect(openForm(hoursForm, page, kept, () => 'press-2')).toMatchObject({
      pressId: 'press-1',
      restored: true,
      values: { times: 'Mornings', hoursInSchool: '10' },
    });
    const same = { pressId: 'press-1', values: firstValues(hoursForm, page) };
    expect(openForm(hoursForm, page, same, () => 'press-2').restored).toBe(false);
    expect(openForm(hoursForm, page, null, () => 'press-2').pressId).toBe('press-2');
  });
});

describe('what somebody else changed', () => {
  it('is told as what was written down, then as what is different now', () => {
    const after = aCasePage({
      row: aRow({ hoursInSchool: 15, nextReviewOn: null }),
      chronology: [
        ...page.chronology,
        { number: 4, on: '2026-11-17', words: 'Times changed.', by: 'Head Teacher-Example' },
      ],
    });
    expect(whatChanged(page, after)).toEqual([
      'Tue 17 Nov 2026, Head Teacher-Example: Times changed.',
      'Hours a week: 10 is now 15',
      'Next review: Fri 20 Nov 2026 is now none',
    ]);
  });

  it('is nothing where the case reads the same', () => {
    expect(whatChanged(page, aCasePage({ etag: '"2"' }))).toEqual([]);
  });
});
