import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { everyCard } from './support/cards.ts';

const folder = process.env.PTT_SPECS;
const schemaFile = 'adaptive-card-1.5.0.schema.json';

function validatorOf(specs: string): ValidateFunction {
  const text = readFileSync(path.join(specs, schemaFile), 'utf8');
  // Draft 06 renamed `id`; Microsoft's file still has the old name.
  const { id: _id, ...schema } = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: false });
  ajv.addMetaSchema(draft06);
  return ajv.compile(schema);
}

const named = folder === undefined ? `skipped: set PTT_SPECS to the folder of ${schemaFile}` : 'published by Microsoft';

describe.skipIf(folder === undefined)(`the schema of Adaptive Cards 1.5 (${named})`, () => {
  const validate = folder === undefined ? undefined : validatorOf(folder);

  it.each(Object.entries(everyCard))('allows “%s”', (_name, card) => {
    const valid = validate?.(JSON.parse(JSON.stringify(card.content)));
    expect(validate?.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('does not allow a card with a misspelt property', () => {
    const misspelt = { ...everyCard.help?.content, fallbackTxet: 'x' };
    expect(validate?.(JSON.parse(JSON.stringify(misspelt)))).toBe(false);
  });
});
