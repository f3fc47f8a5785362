import { planOf } from '#graph/lists/provisioning/plan.ts';
import { findList } from '#graph/lists/provisioning/standing.ts';
import { schoolLists } from '#graph/lists/schema.ts';
import { describe, expect, it } from 'vitest';

describe('a plan', () => {
  it('takes no column that SharePoint keeps by itself for one made by hand', () => {
    const [column] = schoolLists.cases.columns.filter(({ name }) => name === 'Pupil');
    if (!column) throw new Error('Cases have no pupil.');
    const shape = { ...schoolLists.cases, columns: [column] };
    const standing = { id: '1', name: '_Pupil', displayName: 'Pupil', text: {} };
    expect(planOf(shape, [{ ...standing, readOnly: true }])).toEqual([{ kind: 'make', column }]);
    expect(planOf(shape, [standing])).toMatchObject([{ kind: 'explain' }]);
  });

  it('does not doubt a column whose type Graph does not say', () => {
    const shape = {
      ...schoolLists.cases,
      columns: schoolLists.cases.columns.filter(({ name }) => name === 'HoursInSchool'),
    };
    const description = shape.columns[0]?.description ?? '';
    const standing = { id: '1', name: 'HoursInSchool', displayName: 'Hours a week in school', description };
    expect(planOf(shape, [standing])).toEqual([]);
  });
});

describe('a list that a person has renamed', () => {
  const standing = (id: string, name: string, displayName: string) => ({ id, name, displayName });

  it('is found by its address, which stays', () => {
    const lists = [standing('1', 'Notices', 'Notices'), standing('2', 'Cases', 'Our pupils')];
    expect(findList(lists, schoolLists.cases)?.id).toBe('2');
  });

  it('is not taken for another whose name it bears', () => {
    const lists = [standing('1', 'Reviews', 'Cases'), standing('2', 'Cases', 'Our pupils')];
    expect(findList(lists, schoolLists.cases)?.id).toBe('2');
  });

  it('is found by its title where the address is another, as of a list that was made by hand', () => {
    expect(findList([standing('1', 'Fallbuch', 'Case sections')], schoolLists.sections)?.id).toBe('1');
    expect(
      findList([standing('1', 'Governors view', 'Governors’ view')], { ...schoolLists.cases, title: 'Governors’ view' })
        ?.id,
    ).toBe('1');
  });
});
