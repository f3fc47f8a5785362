import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date } from '#domain/dates.ts';
import { parseRecord, problemText } from '#domain/record/parse-record.ts';
import { parseSection, sectionSchema, sectionToJson, sectionWords } from '#domain/record/section-content.ts';
import { sectionKinds, type SectionContent, type SectionKind } from '#domain/record/sections.ts';
import { sectionsOfRecord } from '#test/builders/take-apart.ts';
import { anyRecord } from '#test/builders/arbitrary-record.ts';
import { contentOf } from '../support/filled-section.ts';
import { runs } from '#test/support/runs.ts';

const complete = parseRecord(
  JSON.parse(readFileSync(new URL('../../fixtures/cases/complete.json', import.meta.url), 'utf8')),
);
if (!complete.ok) throw new Error('The complete case is not a case.');
const contents = sectionsOfRecord(complete.value);

const throughAList = (content: SectionContent): unknown => JSON.parse(JSON.stringify(sectionToJson(content)));
const problems = (kind: SectionKind, document: unknown): readonly string[] => {
  const parsed = parseSection(kind, document);
  return parsed.ok ? [] : parsed.error.map(problemText);
};

describe('what is kept of a section', () => {
  it.each(contents.map((content) => [content.kind, content] as const))(
    '“%s” of the complete case comes back from a list as it was',
    (kind, content) => {
      expect(parseSection(kind, throughAList(content))).toEqual({ ok: true, value: content });
    },
  );

  it('comes back as it was, whatever a case holds', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        for (const content of sectionsOfRecord(record)) {
          const kept = JSON.stringify(sectionToJson(content));
          const read = parseSection(content.kind, JSON.parse(kept));
          expect(read.ok && JSON.stringify(sectionToJson(read.value))).toBe(kept);
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('has dates as calendar dates inside, and as ISO dates in the list', () => {
    const content = contentOf('contacts', { contacts: [{ on: '2026-11-17', at: '14:05' }] });
    expect(content.body).toEqual({ contacts: [expect.objectContaining({ on: date('2026-11-17'), at: 845 })] });
    expect(throughAList(content)).toMatchObject({ contacts: [{ on: '2026-11-17', at: '14:05' }] });
  });
});

describe('a section that cannot be read', () => {
  it.each<[SectionKind, unknown, readonly string[]]>([
    [
      'risk',
      { risk: { hazards: [{}, { rating: 'huge' }], completedOn: '2026-02-30' } },
      [
        'risk.completedOn: “2026-02-30” is not a date that exists; look it up in a calendar.',
        'risk.hazards.1.rating: “huge” is not known here; write “low”, “medium” or “high”.',
      ],
    ],
    [
      'weeks',
      { plan: { versions: [{ version: 1, weeks: [{ commencing: '2026-11-02', days: { monday: { in: '9' } } }] }] } },
      ['plan.versions.0.weeks.0.days.monday.in: “9” is not a time of day; write it like 09:00.'],
    ],
    ['weeks', { plan: { versions: [{}] } }, ['plan.versions.0.version: is missing; write it in.']],
    ['reviews', { reviews: [{ week: 2 }] }, ['reviews.0.number: is missing; write it in.']],
    [
      'groups',
      { groups: { shoeSize: 3 } },
      ['groups.shoeSize: 3 is not a field of a case; take it out, or see docs/case.schema.json for its name.'],
    ],
    [
      'pupil',
      { pupil: { name: 'Robin Sample' } },
      ['pupil.name: “Robin Sample” is not a field of a case; take it out, or see docs/case.schema.json for its name.'],
    ],
    ['voices', [], ['The document: a list is not a group of fields; write a group of fields.']],
    ['voices', null, ['The document: null is not a group of fields; write a group of fields.']],
  ])('%s %j: every problem is told, with its place and value', (kind, document, expected) => {
    expect(problems(kind, document).toSorted()).toEqual([...expected].toSorted());
  });

  it('is refused in words, and never throws, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sectionKinds), fc.jsonValue({ maxDepth: 4 }), (kind, document) => {
        const parsed = parseSection(kind, document);
        expect(parsed.ok || parsed.error.length > 0).toBe(true);
      }),
    );
  });
});

describe('a section in words, for those who open the list', () => {
  it('has a line for each field that is filled in, with its title, and none for what is blank', () => {
    const risk = contentOf('risk', {
      risk: {
        completedOn: '2026-10-15',
        completedBy: 'Dana Safeguarding',
        recordedIn: '',
        hazards: [
          { hazard: 'Alone at home', rating: 'medium', safeguarding: false, owner: 'Sam Senco' },
          {},
          { hazard: 'The road', state: 'mitigated' },
        ],
        factors: { youngCarer: 'considered' },
      },
    });
    expect(sectionWords(risk)).toBe(
      [
        'Risk assessment',
        '  Completed on: 2026-10-15',
        '  Completed by: Dana Safeguarding',
        '  Hazards',
        '    1. Identified risk: Alone at home',
        '      Rating: medium',
        '      It is a safeguarding concern: no',
        '      Who is responsible for mitigating it: Sam Senco',
        '    3. Identified risk: The road',
        '      State: mitigated',
        '  Risk factors',
        '    The child is a young carer: considered',
      ].join('\n'),
    );
  });

  it('says codes in the words of the document that they stand for', () => {
    const steps = contentOf('steps', { priorSteps: [{ step: 'A1', state: 'done' }] });
    expect(sectionWords(steps)).toBe(
      [
        'Derbyshire’s steps',
        '  1. Step: Meet the parent or carer to explain the process (DBY:15)',
        '    State: done',
      ].join('\n'),
    );
    const checklist = contentOf('ddatChecklist', { ddatChecklist: [{ item: 'signInOut', status: 'yes' }] });
    expect(sectionWords(checklist)).toContain('Item: Pupil signs in and signs out (DDAT:296)');
  });

  it('says yes and no, numbers, clock times and lists of words', () => {
    const words = sectionWords(
      contentOf('practical', {
        practical: {
          work: { differentiated: true },
          reasonableAdjustments: ['Ear defenders', '', 'A card'],
          transport: { version: 2, needed: false },
        },
      }),
    );
    expect(words.split('\n').map((line) => line.trim())).toEqual([
      'Practical arrangements',
      'Work',
      'Sufficient and suitably differentiated: yes',
      'Transport',
      'Transport is arranged by the school or the authority: no',
      'Confirmed for version: 2',
      'Reasonable adjustments',
      '1. Ear defenders',
      '3. A card',
    ]);
    const week = contentOf('weeks', {
      plan: { versions: [{ version: 1, weeks: [{ commencing: '2026-11-02', days: { friday: { in: '09:00' } } }] }] },
    });
    expect(sectionWords(week)).toContain('Time in: 09:00');
  });

  it('are none where nothing is filled in', () => {
    for (const kind of sectionKinds) expect([kind, sectionWords(contentOf(kind, {}))]).toEqual([kind, '']);
  });

  it.each(contents.map((content) => [content.kind, content] as const))(
    'of “%s” of the complete case hold every word that somebody wrote, and no field without a title',
    (_kind, content) => {
      const words = sectionWords(content);
      const written: string[] = [];
      JSON.stringify(sectionToJson(content), (_key, value: unknown) => {
        if (typeof value === 'string' && value.includes(' ')) written.push(value);
        return value;
      });
      expect(written.filter((text) => !words.includes(text))).toEqual([]);
      for (const line of words.split('\n')) expect(line.trim()).toMatch(/^(\d+\. )?\S/);
      expect(words).not.toMatch(/null|undefined|\[object/);
    },
  );
});

describe('what a form is made from', () => {
  it.each(sectionKinds)('the schema of “%s” is that of its fields, the same each time it is asked for', (kind) => {
    const schema = sectionSchema(kind);
    expect(schema.type).toBe('object');
    expect(Object.keys(schema.properties ?? {}).length).toBeGreaterThan(0);
    expect(sectionSchema(kind)).toBe(schema);
  });
});
