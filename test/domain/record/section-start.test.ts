import { describe, expect, it } from 'vitest';
import { pupilGroups, type PupilGroup } from '#domain/case.ts';
import { ddatItems } from '#domain/record/ddat-checklist.ts';
import { derbyshireSteps } from '#domain/record/derbyshire-steps.ts';
import { parseSection } from '#domain/record/section-content.ts';
import { sectionToBeginWith } from '#domain/record/section-start.ts';
import { sectionKinds } from '#domain/record/sections.ts';
import { recordOf } from '#domain/record-of.ts';
import { aCase, aCasefile } from '#test/builders/casework.ts';
import { aSchool } from '#test/builders/schools.ts';
import { aSection } from '#test/builders/sections.ts';

const ofEverything = aCase({ groups: pupilGroups, reasons: ['Reintegration', 'Mental health'], version: 3 });

describe('what a form shows before anybody has written', () => {
  it.each(sectionKinds)('can be saved as it stands: %s', (kind) => {
    for (const theCase of [ofEverything, aCase({ groups: [], reasons: [], parentName: '' })])
      expect(parseSection(kind, sectionToBeginWith(kind, theCase))).toMatchObject({ ok: true });
  });

  it('is every step of Derbyshire’s, still to do, and every item of the trust’s checklist, not answered', () => {
    expect(sectionToBeginWith('steps', ofEverything)).toEqual({
      priorSteps: Object.keys(derbyshireSteps).map((step) => ({ step, state: 'to do' })),
    });
    expect(sectionToBeginWith('ddatChecklist', ofEverything)).toEqual({
      ddatChecklist: Object.keys(ddatItems).map((item) => ({ item })),
    });
  });

  it('is the version that the parent is asked about, the reasons of the case, and the parent', () => {
    expect(sectionToBeginWith('weeks', ofEverything)).toEqual({ plan: { versions: [{ version: 3, weeks: [] }] } });
    expect(sectionToBeginWith('purpose', ofEverything)).toEqual({
      reasons: [{ reason: 'Reintegration' }, { reason: 'Mental health' }],
      objectives: ofEverything.objectives,
    });
    expect(sectionToBeginWith('pupil', ofEverything)).toEqual({
      pupil: { parents: [{ name: 'Jo Example', livesWithPupil: true }] },
    });
    expect(sectionToBeginWith('pupil', aCase({ parentName: '' }))).toEqual({});
  });

  it.each<[PupilGroup, unknown]>([
    ['EHC plan', { sen: 'EHC plan' }],
    ['SEN support', { sen: 'SEN support' }],
    ['Looked after', { lookedAfter: true }],
    ['Child protection plan', { childProtection: true }],
    ['Child in need', { childInNeed: true }],
    ['Early help', { earlyHelp: 'open' }],
    ['Free school meals', { freeSchoolMeals: true }],
    ['Interpreter needed', { interpreter: { needed: true } }],
    // Whether it is physical or mental the list does not say, and the person is asked.
    ['Medical need', {}],
  ])('takes over that the list has ticked “%s”', (group, expected) => {
    expect(sectionToBeginWith('groups', aCase({ groups: [group] }))).toEqual({ groups: expected });
  });

  it('takes the stronger of two ticks for special needs, and answers nothing that is not ticked', () => {
    expect(sectionToBeginWith('groups', aCase({ groups: ['SEN support', 'EHC plan'] }))).toEqual({
      groups: { sen: 'EHC plan' },
    });
    expect(sectionToBeginWith('groups', aCase({ groups: [] }))).toEqual({ groups: {} });
  });

  it('is otherwise blank: nothing is answered for anybody', () => {
    const known = ['steps', 'ddatChecklist', 'weeks', 'purpose', 'pupil', 'groups'];
    for (const kind of sectionKinds.filter((one) => !known.includes(one)))
      expect([kind, sectionToBeginWith(kind, ofEverything)]).toEqual([kind, {}]);
  });

  it('saved as it stands changes nothing that the rules see, but the lists that are shown to be answered', () => {
    const theCase = aCase({ reasons: ['Mental health'] });
    const sections = sectionKinds.flatMap((kind) => {
      const parsed = parseSection(kind, sectionToBeginWith(kind, theCase));
      return parsed.ok ? [aSection(theCase.ref, parsed.value)] : [];
    });
    const before = recordOf(aCasefile({ case: theCase }), aSchool());
    const { priorSteps, ddatChecklist, ...after } = recordOf(aCasefile({ case: theCase, sections }), aSchool());
    expect({ ...after, priorSteps: [], ddatChecklist: null }).toEqual(before);
    expect([priorSteps.length, ddatChecklist?.length]).toEqual([28, 29]);
  });
});
