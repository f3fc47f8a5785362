import { describe, expect, it } from 'vitest';
import { caseActions, lifecycle } from '#domain/lifecycle.ts';
import type { CasePage } from '#tab/contract/answers.ts';
import { firstValues, isAsked } from '#tab/client/case/forms/definition.ts';
import { caseForms } from '#tab/client/case/forms/definitions.ts';
import { hoursForm } from '#tab/client/case/forms/plan-forms.ts';
import { readForm } from '#tab/client/case/forms/read-form.ts';
import type { CaseAction } from '#tab/client/route.ts';
import { aCasePage, aRow } from './fake/builders.ts';

const page = aCasePage();
const atRisk = aCasePage({ reasons: ['Mental health', 'At risk of exclusion'] });
const press = { etag: page.etag, pressId: 'press-1' };

/** What comes of a press on the form as it opens, with what was typed into it. */
const pressed = (action: CaseAction, typed: Readonly<Record<string, string>> = {}, about: CasePage = page) =>
  readForm(caseForms[action], { ...firstValues(caseForms[action], about), ...typed }, about, press);

describe('the form of an action', () => {
  it.each(caseActions)(
    '“%s” is there, is named as on the page of the case, and goes to an address of its own',
    (action) => {
      const form = caseForms[action];
      expect(form.action).toBe(action);
      expect(form.words.title).toBe(lifecycle[action].label);
      const others = caseActions.filter((one) => caseForms[one].endpoint === form.endpoint);
      expect(others).toEqual(form.endpoint === 'consent' ? ['record consent', 'record refusal'] : [action]);
    },
  );

  it.each<[CaseAction, Readonly<Record<string, string>>, object, CasePage?]>([
    ['begin preparing', {}, {}],
    [
      'record refusal',
      { evidence: 'By telephone.' },
      { answer: 'refused', on: '2026-11-17', evidence: 'By telephone.' },
    ],
    [
      'start',
      { exceptional: ' Five weeks in hospital. ' },
      { exceptional: 'Five weeks in hospital.', despiteExclusionRisk: '' },
    ],
    [
      'sign off',
      { despiteExclusionRisk: 'It is not about behaviour.' },
      {
        exceptional: 'Robin could not come into school for five weeks.',
        despiteExclusionRisk: 'It is not about behaviour.',
      },
      atRisk,
    ],
    [
      'extend',
      { to: '2027-01-15', reason: 'Not yet well.', agencies: ' CAMHS \n\nSchool nurse\n', consultedOn: '2026-11-16' },
      {
        to: '2027-01-15',
        reason: 'Not yet well.',
        exceptional: '',
        agencies: ['CAMHS', 'School nurse'],
        consultedOn: '2026-11-16',
      },
    ],
    [
      'close',
      { reason: 'Other', details: 'The family emigrates.' },
      { on: '2026-11-17', reason: 'Other', details: 'The family emigrates.' },
    ],
    ['close', { reason: 'Returned full-time' }, { on: '2026-11-17', reason: 'Returned full-time', details: '' }],
    ['decline', { details: 'No adult is at home.' }, { on: '2026-11-17', details: 'No adult is at home.' }],
    ['withdraw', { on: '2026-11-16' }, { on: '2026-11-16', details: '' }],
    [
      'transfer',
      { toSchool: 'Hollin Bank School' },
      { toSchool: 'Hollin Bank School', on: '2026-11-17', noteSentOn: null, details: '' },
    ],
    [
      'reopen',
      { why: 'Ill again.', startsOn: '2026-11-23', endsOn: '2026-12-18' },
      { why: 'Ill again.', startsOn: '2026-11-23', endsOn: '2026-12-18' },
    ],
  ])('“%s” sends what was typed (%o)', (action, typed, body, about) => {
    expect(pressed(action, typed, about)).toEqual({ ok: true, body: { ...press, ...body } });
  });

  it.each<[CaseAction, Readonly<Record<string, string>>, readonly string[], CasePage?]>([
    ['start', { exceptional: ' ' }, ['exceptional']],
    ['start', { exceptional: '' }, ['exceptional', 'despiteExclusionRisk'], atRisk],
    ['sign off', {}, ['despiteExclusionRisk'], atRisk],
    ['start', { exceptional: 'x'.repeat(2001) }, ['exceptional']],
    ['extend', {}, ['to', 'reason']],
    ['extend', { to: '2027-01-15', reason: 'Ill.', agencies: 'x'.repeat(201) }, ['agencies']],
    ['close', {}, ['reason']],
    ['close', { reason: 'Other' }, ['details']],
    ['close', { on: '', reason: 'Other', details: 'Moved abroad.' }, ['on']],
    ['decline', {}, ['details']],
    ['withdraw', { on: '' }, ['on']],
    ['transfer', {}, ['toSchool']],
    ['transfer', { toSchool: 'x'.repeat(201), noteSentOn: 'soon' }, ['toSchool', 'noteSentOn']],
    ['reopen', {}, ['why', 'startsOn', 'endsOn']],
  ])('“%s” with %o says at each field what is wrong, and sends nothing', (action, typed, fields, about) => {
    const read = pressed(action, typed, about);
    expect(read.ok).toBe(false);
    const problems = read.ok ? [] : read.problems;
    expect(problems.map(({ field }) => field)).toEqual(fields);
    for (const { words } of problems) expect(words).toMatch(/\.$/);
  });

  it('says of words that are too long how long they may be, and of words that lack what to write', () => {
    const wordsOf = (typed: string) => {
      const read = pressed('decline', { details: typed });
      return read.ok ? [] : read.problems.map(({ words }) => words);
    };
    expect(wordsOf('x'.repeat(2001))).toEqual(['This is too long. Shorten it to 2,000 characters.']);
    expect(wordsOf('')).toEqual(['Write what stands against the plan and what is done for the pupil instead.']);
  });

  it('says what new times make of a case that is only being considered', () => {
    const means = (status: 'considering' | 'active') => hoursForm.means?.(aCasePage({ row: aRow({ status }) }));
    expect(lifecycle['change hours'].next.considering).toBe('considering');
    expect(means('considering')).toContain('stays one that is being considered');
    expect(means('active')).toContain('are a new version');
  });

  it('asks about a risk of exclusion only where that is a reason, and sends nothing of it elsewhere', () => {
    const { start } = caseForms;
    expect(isAsked(start, 'despiteExclusionRisk', {}, page)).toBe(false);
    expect(isAsked(start, 'despiteExclusionRisk', {}, atRisk)).toBe(true);
    expect(pressed('start', { despiteExclusionRisk: 'typed while it was one' })).toMatchObject({
      body: { despiteExclusionRisk: '' },
    });
  });
});
