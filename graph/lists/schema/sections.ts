// The filled parts of a case's templates: a body for this product, and the same in words for everybody else.
import type { CaseSection } from '#domain/case.ts';
import { parseSection, sectionToJson } from '#domain/record/section-content.ts';
import { problemText } from '#domain/record/parse-record.ts';
import { sectionKinds, type SectionContent } from '#domain/record/sections.ts';
import { err, type Result } from '#domain/result.ts';
import { choice, date, key, note, noteOrBlank, text, textOrBlank, type CellProblem, type Field } from '../fields.ts';
import { caseRefColumn, defineList } from '../list-schema.ts';

const kind = choice(sectionKinds)('SectionKind', 'Part', { indexed: true });
const body = note('Body', 'Body', {
  aside: true,
  description: 'For the product: as in a case’s file. Change the part in the tab, not here.',
});

function readBody(text: string, cells: Parameters<typeof kind.read>[0]): Result<SectionContent, CellProblem> {
  const which = kind.read(cells);
  if (!which.ok) return which;
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return err({ column: 'Body', words: 'is not the JSON that the product wrote' });
  }
  const content = parseSection(which.value, document);
  if (content.ok) return content;
  const [first] = content.error;
  return err({ column: 'Body', words: `does not fit: ${first ? problemText(first) : 'it cannot be read'}` });
}

/** Which part it is says how its body is to be read. */
const contentField: Field<SectionContent> = {
  columns: [...body.columns, ...kind.columns],
  read: (cells) => {
    const written = body.read(cells);
    return written.ok ? readBody(written.value, cells) : written;
  },
  write: (content) => ({ ...kind.write(content.kind), ...body.write(JSON.stringify(sectionToJson(content))) }),
};

export const sectionsList = defineList<CaseSection>({
  title: 'Case sections',
  description: 'One row is one part of a case’s templates as it is filled in: risk assessment, pastoral support plan …',
  site: 'school',
  key: 'key',
  fields: {
    key: key('Section', 'Case reference and part.'),
    caseRef: text(caseRefColumn, 'Case reference', { indexed: true }),
    content: contentField,
    words: noteOrBlank('Words', 'What it says'),
    changedOn: date('ChangedOn', 'Changed on', { indexed: true }),
    changedBy: textOrBlank('ChangedBy', 'Changed by'),
  },
});
