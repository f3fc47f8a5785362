import type { CaseSection } from '#domain/case.ts';
import { problemText } from '#domain/record/parse-record.ts';
import { parseSection } from '#domain/record/section-content.ts';
import type { SectionContent, SectionJson, SectionKind } from '#domain/record/sections.ts';
import { aCase } from '#test/builders/casework.ts';
import { aSection } from '#test/builders/sections.ts';
import { today } from '#test/builders/today.ts';

/** A section's content as it would stand in a file; fails where no such section can be. */
export function contentOf<K extends SectionKind>(kind: K, body: SectionJson<K>): SectionContent {
  const parsed = parseSection(kind, body);
  if (parsed.ok) return parsed.value;
  throw new Error(`This is no section:\n${parsed.error.map(problemText).join('\n')}`);
}

/** The same as a row beside aCase, filled in today unless the test says otherwise. */
export const filledSection = <K extends SectionKind>(kind: K, body: SectionJson<K>, on = today): CaseSection =>
  aSection(aCase().ref, contentOf(kind, body), on);
