// A case taken apart into the rows and sections that a school keeps, and put together again.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '#domain/record/case-record.ts';
import { parseRecord, recordToJson } from '#domain/record/parse-record.ts';
import { sectionKinds } from '#domain/record/sections.ts';
import { sectionsOfRecord } from '#test/builders/take-apart.ts';
import { recordOf } from '#domain/record-of.ts';
import { anyRecord } from '#test/builders/arbitrary-record.ts';
import { aRecord } from '#test/builders/record.ts';
import { aSchool } from '#test/builders/schools.ts';
import { differences } from '../support/differences.ts';
import { rowsOf } from '../support/rows-of-record.ts';
import { runs } from '#test/support/runs.ts';

const read = (name: string): CaseRecord => {
  const text = readFileSync(new URL(`../../fixtures/cases/${name}.json`, import.meta.url), 'utf8');
  const parsed = parseRecord(JSON.parse(text));
  if (!parsed.ok) throw new Error(`${name} is not a case.`);
  return parsed.value;
};
const complete = read('complete');

/** The school as its register has it, from what the record says. */
function schoolOf({ school }: CaseRecord) {
  if (!school.times) throw new Error('The case carries its school’s week.');
  return aSchool({ name: school.name ?? '', policies: school.policies, years: school.times });
}

const kindsOf = (record: CaseRecord) => sectionsOfRecord(record).map(({ kind }) => kind);
const bodyOf = (record: CaseRecord, kind: (typeof sectionKinds)[number]): unknown =>
  sectionsOfRecord(record).find((one) => one.kind === kind)?.body;

describe('a case taken apart', () => {
  it('fills the sections in which something is written, and begins no other', () => {
    expect(kindsOf(read('minimal'))).toEqual([]);
    const begun = kindsOf(complete);
    expect(sectionKinds.filter((kind) => !begun.includes(kind))).toEqual(['extensions', 'ending']);
  });

  it('keeps in its sections nothing that a list holds already', () => {
    expect(bodyOf(complete, 'pupil')).not.toHaveProperty('pupil.name');
    expect(bodyOf(complete, 'weeks')).not.toHaveProperty('plan.versions.0.startsOn');
    expect(bodyOf(complete, 'reviews')).not.toHaveProperty('reviews.0.heldOn');
  });

  it('leaves the first parent’s answer to the plan to its list, and keeps every other answer', () => {
    const answers = (record: CaseRecord) => bodyOf(record, 'agreements');
    const all = complete.agreements;
    expect(answers(complete)).toEqual({ agreements: all.slice(1) });
    const second = aRecord({
      agreements: [
        { party: 'parent', to: 'the plan', livesWithPupil: false, name: 'Al Other' },
        { party: 'parent', to: 'the idea', livesWithPupil: true, name: 'Jo Sample' },
        { party: 'parent', to: 'the plan', livesWithPupil: true, name: 'Jo Sample' },
      ],
    });
    expect(answers(second)).toEqual({ agreements: second.agreements.slice(0, 2) });
  });

  it('leaves notices to the school’s authority to their list, and keeps those to others and its returns', () => {
    const told = complete.notices.filter(({ to, kind }) => to !== 'authority' || kind !== 'notification');
    expect(told).toHaveLength(complete.notices.length - 1);
    expect(bodyOf(complete, 'told')).toEqual({ notices: told });
  });

  it('is no trouble, whatever a record holds', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(new Set(kindsOf(record)).size).toBe(kindsOf(record).length);
      }),
      { numRuns: runs(40) },
    );
  });
});

/** What the lists of a school have no place for, or say in a way of their own. */
const lost: readonly (readonly [path: string, why: string])[] = [
  ['school.trust', 'The register of schools is the trust’s own: it does not name the trust'],
  ['school.phase', 'The register of schools does not hold it; rules go by the year group'],
  ['agreements.0.position', 'The list of agreements has the parent’s name and answer'],
  ['agreements.0.method', 'The same'],
  ['signOff.role', 'Nobody but the headteacher can sign off here, and it is written “headteacher”'],
  ['notices', 'Those to the authority come first, without period, sender and receipt: the list holds what was sent'],
];
const covers = (line: string, path: string): boolean => path === line || path.startsWith(`${line}.`);

describe('the complete case, taken apart and put together again', () => {
  const again = recordOf(rowsOf(complete), schoolOf(complete));
  const changed = differences(recordToJson(complete), recordToJson(again));

  it('is the same in every field that can be kept', () => {
    expect(changed.filter((path) => !lost.some(([line]) => covers(line, path)))).toEqual([]);
  });

  it.each(lost)('differs at %s: %s', (line) => {
    expect(changed.filter((path) => covers(line, path))).not.toEqual([]);
  });

  it('has every notice, each once', () => {
    const what = ({ notices }: CaseRecord) =>
      notices.map(({ to, kind, version, sentOn }) => `${to} ${kind} ${version} ${sentOn?.toString()}`).toSorted();
    expect(what(again)).toEqual(what(complete));
  });

  it('is the same again when it is taken apart a second time', () => {
    expect(recordOf(rowsOf(again), schoolOf(again))).toEqual(again);
  });
});

describe('any case, taken apart and put together again', () => {
  it('is a document that another school can read', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const school = aSchool();
        const sent = JSON.stringify(recordToJson(recordOf(rowsOf(record), school)));
        const received = parseRecord(JSON.parse(sent));
        expect(received.ok && JSON.stringify(recordToJson(received.value))).toBe(sent);
      }),
      { numRuns: runs(40) },
    );
  });
});
