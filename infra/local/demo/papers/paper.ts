import type { PlainDate } from '#domain/dates.ts';
import type { SectionJson, SectionKind } from '#domain/record/sections.ts';

/** One part of a case's templates as it is written on a day. */
export interface Paper {
  readonly kind: SectionKind;
  readonly on: PlainDate;
  readonly body: SectionJson<SectionKind>;
}

export const paper = <K extends SectionKind>(kind: K, on: PlainDate, body: SectionJson<K>): Paper => ({
  kind,
  on,
  body,
});
