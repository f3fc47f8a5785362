// Casefiles with their sections, for properties.
import fc from 'fast-check';
import type { Casefile } from '#domain/case.ts';
import { sectionsOfRecord } from '#test/builders/take-apart.ts';
import { anyCasefile } from '#test/builders/arbitrary.ts';
import { anyRecord } from '#test/builders/arbitrary-record.ts';
import { aSection } from '#test/builders/sections.ts';

/** Any rows with any sections filled in, which need not fit each other. */
export const anyFilledCasefile: fc.Arbitrary<Casefile> = fc.tuple(anyCasefile, anyRecord).map(([file, record]) => ({
  ...file,
  sections: sectionsOfRecord(record).map((content) => aSection(file.case.ref, content)),
}));
