import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import { factsOf, yearOf } from '#domain/rules/facts.ts';
import { groups, type Group } from '#domain/rules/kinds.ts';
import { aRecord, type RecordChanges } from '#test/builders/record.ts';
import { calendar } from '#test/policies/support/hold-policy.ts';

const facts = (changes: RecordChanges) => factsOf(aRecord(changes), { today: date('2026-11-23'), calendar });
const none: RecordChanges = { groups: { sen: 'none' }, reasons: [] };

describe('the groups of a pupil', () => {
  it.each<readonly [string, NonNullable<RecordChanges['groups']>, readonly Group[]]>([
    ['nothing ticked', {}, ['not with social care']],
    ['SEN support', { sen: 'SEN support' }, ['special educational needs', 'not with social care']],
    ['an assessment', { sen: 'EHC needs assessment' }, ['special educational needs', 'not with social care']],
    ['an EHC plan', { sen: 'EHC plan' }, ['special educational needs', 'EHC plan', 'not with social care']],
    ['looked after', { lookedAfter: true }, ['looked after', 'social care']],
    ['protection', { childProtection: true }, ['child protection', 'social care']],
    ['in need', { childInNeed: true }, ['child in need', 'social care']],
    ['early help', { earlyHelp: 'open' }, ['not with social care', 'early help']],
    ['early help offered', { earlyHelp: 'offered' }, ['not with social care']],
    ['youth justice', { youthJustice: true }, ['not with social care', 'youth justice']],
    ['a court order', { youthJusticeOrder: true }, ['not with social care', 'youth justice']],
    ['a medical need', { medical: 'physical' }, ['not with social care', 'medical']],
    ['a medical need unknown', { medical: null }, ['not with social care']],
    ['meals', { freeSchoolMeals: true }, ['not with social care', 'free school meals']],
    ['interpreter', { interpreter: { needed: true } }, ['not with social care', 'interpreter']],
    ['exploitation', { exploitationRisk: true }, ['not with social care', 'exploitation']],
  ])('with %s', (_, ticked, expected) => {
    const found = facts({ ...none, groups: { ...none.groups, ...ticked } }).groups;
    expect(groups.filter((group) => found.has(group)).toSorted()).toEqual(['every pupil', ...expected].toSorted());
  });

  it.each([
    ['Physical health', true],
    ['Mental health', true],
    ['Reintegration', false],
  ] as const)('a reason of %s makes a medical need: %s', (reason, isMedical) => {
    expect(facts({ ...none, reasons: [{ reason }] }).groups.has('medical')).toBe(isMedical);
  });
});

it.each([
  ['Year 9', '9'],
  ['9', '9'],
  ['year 09', '9'],
  ['Y11', '11'],
  ['R', 'R'],
  [' reception ', 'R'],
  ['Year 12', null],
  ['Nursery', null],
  ['', null],
  [null, null],
])('the year group “%s” is read as %s', (typed, year) => {
  expect(yearOf(typed)).toBe(year);
});

describe('the version in force', () => {
  const versions = [
    { version: 2, startsOn: '2026-11-16', endsOn: '2026-12-11' },
    { version: 3, startsOn: '2026-11-30', endsOn: '2026-12-18' },
    { version: 1, startsOn: '2026-11-02' },
  ];

  it('is the current one, or else the newest', () => {
    expect(facts({ plan: { current: 2, versions } })).toMatchObject({ versionAt: ['plan', 'versions', 0] });
    expect(facts({ plan: { current: null, versions } })).toMatchObject({ versionAt: ['plan', 'versions', 1] });
    expect(facts({ plan: { current: 9, versions } })).toMatchObject({ versionAt: ['plan', 'versions', 1] });
  });

  it('gives the end; the earliest of all gives the start', () => {
    const { startsOn, endsOn } = facts({ plan: { current: 2, versions } });
    expect((endsOn ?? 0) - (startsOn ?? 0)).toBe(39);
  });

  it('may be missing', () => {
    expect(facts({ plan: { versions: [] } })).toMatchObject({
      version: null,
      versionAt: ['plan', 'versions'],
      startsOn: null,
      endsOn: null,
    });
  });
});

it.each([
  ['considering', true, false],
  ['preparing', true, false],
  ['agreed', true, false],
  ['active', true, true],
  ['closed', false, false],
  ['declined', false, false],
  ['withdrawn', false, false],
] as const)('a case that is %s is open: %s, running: %s', (status, isOpen, isLive) => {
  expect(facts({ status })).toMatchObject({ isOpen, isLive });
});
