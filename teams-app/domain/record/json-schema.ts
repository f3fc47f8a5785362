import { z } from 'zod';
import { caseRecordSchema } from './case-record.ts';

/** The JSON Schema (draft 2020-12) of a case as it is written, for editors and other systems: the text of docs/case.schema.json. */
export function caseSchemaText(): string {
  const schema = z.toJSONSchema(caseRecordSchema, {
    io: 'input',
    // Words for our own forms: a strict validator refuses a keyword that JSON Schema does not have.
    override: ({ jsonSchema }) => {
      delete jsonSchema['labels'];
    },
  });
  return `${JSON.stringify({ $id: 'urn:part-time-timetables:case:1', ...schema }, null, 1)}\n`;
}
