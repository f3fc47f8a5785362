// npm run build:schema
import { writeFile } from 'node:fs/promises';
import { caseSchemaText } from '#domain/record/json-schema.ts';

const target = new URL('../../docs/case.schema.json', import.meta.url);
await writeFile(target, caseSchemaText());
process.stdout.write('Wrote docs/case.schema.json.\n');
