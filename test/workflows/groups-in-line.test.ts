// The groups of a pupil stand in a part of the templates and beside the case, and say the same in both.
import { describe, expect, it } from 'vitest';
import { pupilGroups, type PupilGroup } from '#domain/case.ts';
import type { SectionDocument } from '#domain/record/section-content.ts';
import { aWorld, must } from '#test/builders/world.ts';
import { saveSection } from '#workflows/casework/save-section.ts';

/** A case being prepared; its groups are saved by somebody who saw no such part. */
async function aBench() {
  const world = await aWorld();
  const ref = await world.inPreparation();
  const save = (groups: SectionDocument) =>
    saveSection(world.outside, { ...world.target(ref), etag: '' }, { kind: 'groups', body: { groups } });
  return { ...world, ref, save };
}

describe('the groups', () => {
  it.each<[PupilGroup, SectionDocument]>([
    ['EHC plan', { sen: 'EHC plan' }],
    ['SEN support', { sen: 'SEN support' }],
    ['SEN support', { sen: 'EHC needs assessment' }],
    ['Looked after', { lookedAfter: true }],
    ['Child protection plan', { childProtection: true }],
    ['Child in need', { childInNeed: true }],
    ['Early help', { earlyHelp: 'open' }],
    ['Medical need', { medical: 'mental' }],
    ['Free school meals', { freeSchoolMeals: true }],
    ['Interpreter needed', { interpreter: { needed: true } }],
  ])('“%s” stands beside the case too where the part says %j', async (group, groups) => {
    const { ref, save, file } = await aBench();
    must(await save(groups));
    expect(file(ref).case.groups).toEqual([group]);
  });

  it('are as the list has them, one and all', async () => {
    const { ref, save, file } = await aBench();
    const groups = {
      sen: 'EHC plan',
      lookedAfter: true,
      childProtection: true,
      childInNeed: true,
      earlyHelp: 'open',
      medical: 'physical',
      freeSchoolMeals: true,
      interpreter: { needed: true },
    };
    must(await save(groups));
    expect(file(ref).case.groups).toEqual(pupilGroups.filter((group) => group !== 'SEN support'));
  });

  it('leave the case where the part says that they do not hold', async () => {
    const { ref, save, file } = await aBench();
    expect(file(ref).case.groups).toEqual(['SEN support']);
    must(await save({ sen: 'none', earlyHelp: 'declined', medical: 'none', lookedAfter: false }));
    expect(file(ref).case.groups).toEqual([]);
  });

  it('cost the case no write where it has them already', async () => {
    const { save, records } = await aBench();
    records.cases.failNextWrite(new Error('the case was written'));
    must(await save({ sen: 'SEN support' }));
    expect(records.cases.all()[0]?.value.groups).toEqual(['SEN support']);
  });

  it('come into line when the request is made again after only the part was written', async () => {
    const { ref, save, records, file } = await aBench();
    const groups = { lookedAfter: true };
    records.cases.failNextWrite(new Error('the network went away'));
    await expect(save(groups)).rejects.toThrow('the network went away');
    expect(file(ref).case.groups).toEqual(['SEN support']);
    must(await save(groups));
    expect(file(ref).case.groups).toEqual(['Looked after']);
  });
});
