// Every field of the portable case has one home: a section that somebody fills in, or a list that the casework writes.
import { describe, expect, it } from 'vitest';
import { caseSchemaText } from '#domain/record/json-schema.ts';
import { sectionSchema, type FieldSchema } from '#domain/record/section-content.ts';
import { isSectionKind, sectionHolding, sectionKinds, sections } from '#domain/record/sections.ts';
import { policies } from '#policies/stack-for.ts';

/** The paths of everything that can be filled in; the entries of a list are one step, “*”. */
function leavesOf(field: FieldSchema, at: readonly string[] = []): readonly string[] {
  const filled = field.anyOf?.find(({ type }) => type !== 'null') ?? field;
  if (filled.items) return leavesOf(filled.items, [...at, '*']);
  if (filled.properties)
    return Object.entries(filled.properties).flatMap(([name, one]) => leavesOf(one, [...at, name]));
  return [at.join('.')];
}

const ofRecord = leavesOf(JSON.parse(caseSchemaText()) as FieldSchema);
const ofSections = sectionKinds.flatMap((kind) => leavesOf(sectionSchema(kind)));

/** What no section asks for, because a list holds it or the school’s own settings do. */
const heldByLists: readonly (readonly [list: string, paths: readonly string[]])[] = [
  ['the form of the document itself', ['schema']],
  [
    'Cases',
    [
      'ref',
      'status',
      'lead',
      'pupil.name',
      'pupil.dateOfBirth',
      'pupil.yearGroup',
      'pupil.upn',
      'plan.current',
      'signOff.by',
      'signOff.role',
      'signOff.on',
      'signOff.version',
      'signOff.exceptional',
      'signOff.riskOfExclusion',
    ],
  ],
  [
    'Agreements, each with its version’s times and dates',
    ['startsOn', 'endsOn', 'writtenOn', 'hoursAgreed'].map((field) => `plan.versions.*.${field}`),
  ],
  [
    'Reviews',
    [
      'dueOn',
      'heldOn',
      'parentViews',
      'pupilViews',
      'schoolViews',
      'decision',
      'hoursAfter',
      'versionAfter',
      'nextOn',
      'recordedBy',
    ].map((field) => `reviews.*.${field}`),
  ],
  ['Chronology', ['number', 'on', 'event', 'words', 'by'].map((field) => `chronology.*.${field}`)],
];
const inLists = heldByLists.flatMap(([, paths]) => paths);

describe('the fields of a case', () => {
  it('are each in a section, in a list, or among the school’s settings', () => {
    const homeless = ofRecord.filter((path) => !ofSections.includes(path) && !inLists.includes(path));
    expect(homeless.filter((path) => !path.startsWith('school.'))).toEqual([]);
    expect(ofRecord.length).toBeGreaterThan(400);
  });

  it('are asked for in one section only', () => {
    const fields = sectionKinds.flatMap((kind) => Object.keys(sections[kind].schema.shape));
    expect(new Set(fields).size).toBe(fields.length);
    expect(new Set(ofSections).size).toBe(ofSections.length);
  });

  it('are not asked for in a section where a list holds them', () => {
    expect(inLists.filter((path) => ofSections.includes(path))).toEqual([]);
    expect(inLists.filter((path) => !ofRecord.includes(path))).toEqual([]);
  });

  it('are all fields of the portable case, so that a section can be sent to another school', () => {
    expect(ofSections.filter((path) => !ofRecord.includes(path))).toEqual([]);
  });

  it('are found by their name: the section where a finding is answered', () => {
    for (const kind of sectionKinds)
      for (const field of Object.keys(sections[kind].schema.shape)) expect(sectionHolding(field)).toBe(kind);
    const top = [...new Set(ofRecord.map((path) => path.split('.')[0] ?? ''))];
    expect(top.filter((field) => sectionHolding(field) === null)).toEqual(
      expect.arrayContaining(['schema', 'ref', 'status', 'lead', 'school', 'signOff', 'chronology']),
    );
    expect(top.filter((field) => sectionHolding(field) === null)).toHaveLength(7);
    expect(sectionHolding('no such field')).toBeNull();
  });
});

describe('each section', () => {
  it.each(sectionKinds)('%s has a title, and says what belongs in it', (kind) => {
    expect(sections[kind].title).toMatch(/^\S.{3,50}$/);
    expect(sections[kind].about).toMatch(/^[A-Z].{30,}\.$/);
  });

  it('has a title of its own', () => {
    expect(new Set(sectionKinds.map((kind) => sections[kind].title)).size).toBe(sectionKinds.length);
  });

  it('belongs to a policy that is written, or to every school', () => {
    const ids = new Set(policies.map(({ id }) => id));
    const ofPolicies = sectionKinds.flatMap((kind) => sections[kind].policy ?? []);
    expect(ofPolicies.filter((id) => !ids.has(id))).toEqual([]);
    expect([...new Set(ofPolicies)].toSorted()).toEqual(['cambridgeshire', 'ddat', 'derbyshire', 'warwickshire']);
  });

  it('is told from words that only look like one', () => {
    expect(sectionKinds.every(isSectionKind)).toBe(true);
    expect(['Risk', 'toString', '__proto__', ''].some(isSectionKind)).toBe(false);
  });

  it.each(sectionKinds)('%s may be saved with nothing in it', (kind) => {
    expect(sections[kind].schema.safeParse({}).success).toBe(true);
  });
});
