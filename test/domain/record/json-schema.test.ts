import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { caseSchemaText } from '#domain/record/json-schema.ts';
import { aRecordJson } from '#test/builders/record.ts';

const read = (place: string): string => readFileSync(new URL(`../../../${place}`, import.meta.url), 'utf8');
const schema = z.record(z.string(), z.unknown()).parse(JSON.parse(caseSchemaText()));
const validate = new Ajv2020({ formats: { date: true } }).compile(schema);

type Untitled = readonly string[];
/** Paths of the fields that a form could not print a label for. */
function untitled(node: unknown, at: string): Untitled {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((one, index) => untitled(one, `${at}.${index}`));
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    if (key !== 'properties' || typeof value !== 'object' || value === null) return untitled(value, `${at}.${key}`);
    return Object.entries(value).flatMap(([name, field]: [string, unknown]) => [
      ...(typeof field === 'object' && field !== null && 'title' in field ? [] : [`${at}.${name}`]),
      ...untitled(field, `${at}.${name}`),
    ]);
  });
}

describe('docs/case.schema.json', () => {
  it('is what npm run build:schema writes today', () => {
    expect(read('docs/case.schema.json')).toBe(caseSchemaText());
  });

  it('gives every field a title', () => {
    expect(untitled(schema, 'case')).toEqual([]);
  });

  it('allows the ordinary case and every example', () => {
    const names = readdirSync(new URL('../../fixtures/cases/', import.meta.url));
    expect(names.toSorted()).toEqual([
      'cambridgeshire-as-printed.json',
      'cambridgeshire-corrected.json',
      'complete.json',
      'minimal.json',
    ]);
    for (const name of names) {
      const document: unknown = JSON.parse(read(`test/fixtures/cases/${name}`));
      expect([name, validate(document), validate.errors]).toEqual([name, true, null]);
    }
    expect(validate(JSON.parse(JSON.stringify(aRecordJson())))).toBe(true);
  });

  it('refuses a field that no case has, and a date written in words', () => {
    expect(validate({ ...Object(aRecordJson()), shoeSize: 3 })).toBe(false);
    expect(validate({ ...Object(aRecordJson()), decidedOn: 'Tuesday' })).toBe(false);
  });
});
