// Any document that docs/case.schema.json allows, made from the schema itself: what a person or another system may write.
import fc from 'fast-check';
import { z } from 'zod';
import { caseRecordSchema } from '#domain/record/case-record.ts';

interface Node {
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Node[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly $ref?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

const isoDays = fc
  .date({ min: new Date('2019-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const clockTimes = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

function ofText({ format, pattern, minLength, maxLength }: Node): fc.Arbitrary<unknown> {
  if (format === 'date') return isoDays;
  if (pattern !== undefined) return clockTimes;
  return fc.string({
    minLength: minLength ?? 0,
    maxLength: maxLength ?? 20,
    unit: maxLength === undefined ? 'grapheme' : 'grapheme-ascii',
  });
}

function ofType(type: string, node: Node, defs: Readonly<Record<string, Node>>): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'string':
      return ofText(node);
    case 'integer':
      return fc.integer({ min: node.minimum ?? 0, max: Math.min(node.maximum ?? 60, 60) });
    case 'number':
      return fc.integer({ min: 0, max: 130 }).map((quarters) => quarters / 4);
    case 'array':
      return fc.array(ofNode(node.items ?? {}, defs), { maxLength: 3 });
    case 'object': {
      const fields = Object.entries(node.properties ?? {}).map(([name, field]) => [name, ofNode(field, defs)]);
      return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, {
        requiredKeys: [...(node.required ?? [])],
        noNullPrototype: true,
      });
    }
    default:
      throw new Error(`The schema has a type that this builder does not know: ${type}`);
  }
}

function ofNode(node: Node, defs: Readonly<Record<string, Node>>): fc.Arbitrary<unknown> {
  if (node.$ref !== undefined) return ofNode(defs[node.$ref.replace('#/$defs/', '')] ?? {}, defs);
  if (node.const !== undefined) return fc.constant(node.const);
  if (node.enum !== undefined) return fc.constantFrom(...node.enum);
  if (node.anyOf !== undefined) return fc.oneof(...node.anyOf.map((one) => ofNode(one, defs)));
  const types = typeof node.type === 'string' ? [node.type] : (node.type ?? []);
  return fc.oneof(...types.map((type) => ofType(type, node, defs)));
}

const schema = z.toJSONSchema(caseRecordSchema, { io: 'input' }) as Node & { $defs?: Readonly<Record<string, Node>> };

export const anyCaseDocument: fc.Arbitrary<unknown> = ofNode(schema, schema.$defs ?? {});
