// The parts of a case's templates as the tab sends them.
import { sectionToJson, type SectionDocument } from '#domain/record/section-content.ts';
import type { SectionBody, SectionKind } from '#domain/record/sections.ts';
import type { Casefile } from '#domain/case.ts';
import { completeContents } from '#test/builders/sections.ts';

/** A part filled in soundly, with other fields at its top where a test gives them. */
export function aBody(kind: SectionKind, changes: SectionDocument = {}): SectionDocument {
  const content = completeContents().find((one) => one.kind === kind);
  return { ...(content ? sectionToJson(content) : {}), ...changes };
}

/** The risk assessment, last looked at on this day. */
export const riskReviewed = (on: { toString(): string }): SectionDocument => {
  const { risk } = aBody('risk');
  return { risk: { ...Object(risk), reviewedOn: on.toString() } };
};

/** What stands in one part of a case; null where nobody has begun. */
export function partOf<K extends SectionKind>({ sections }: Casefile, kind: K): SectionBody<K> | null {
  const found = sections.find(({ content }) => content.kind === kind);
  return found ? (found.content.body as SectionBody<K>) : null;
}
