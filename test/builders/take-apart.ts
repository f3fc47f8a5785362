// A whole record as the sections that it would be kept in; what lists hold is left behind.
import { noticeKinds } from '#domain/case.ts';
import { recordToJson } from '#domain/record/parse-record.ts';
import type { CaseRecord } from '#domain/record/case-record.ts';
import { parseSection } from '#domain/record/section-content.ts';
import { sectionKinds, sections, type SectionContent, type SectionKind } from '#domain/record/sections.ts';

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const without = (value: unknown, ...names: readonly string[]): Fields =>
  isFields(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name))) : {};

const only = (value: unknown, names: readonly string[]): Fields =>
  isFields(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name))) : {};

const each = (value: unknown, change: (one: unknown) => unknown): readonly unknown[] =>
  Array.isArray(value) ? value.map(change) : [];

const reviewDetails = [
  'number',
  'week',
  'attendees',
  'outcomes',
  'targetsMet',
  'pupilViewsGathered',
  'professionalViews',
];

/** What a section keeps of a field whose other half stands in a list. */
const halves: Readonly<Record<string, (value: unknown) => unknown>> = {
  pupil: (pupil) => without(pupil, 'name', 'dateOfBirth', 'yearGroup', 'upn'),
  plan: (plan) => ({
    ...without(plan, 'current'),
    versions: each(isFields(plan) ? plan['versions'] : [], (one) =>
      without(one, 'startsOn', 'endsOn', 'writtenOn', 'hoursAgreed'),
    ),
  }),
  reviews: (reviews) =>
    each(reviews, (one) => only(one, reviewDetails)).filter(
      (one) => isFields(one) && typeof one['number'] === 'number',
    ),
  // The first parent's answers to each version are rows of their own list.
  agreements: (agreements) =>
    each(agreements, (one) => one).filter(
      (one) =>
        !isFields(one) || one['party'] !== 'parent' || one['to'] !== 'the plan' || one['livesWithPupil'] !== true,
    ),
  // So are the notices by which the school's authority is told that a plan begins, changes and ends.
  notices: (notices) =>
    each(notices, (one) => one).filter(
      (one) => !isFields(one) || one['to'] !== 'authority' || !noticeKinds.some((kind) => kind === one['kind']),
    ),
};

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) ? value.length === 0 : isFields(value) && Object.values(value).every(isEmpty));

/** Sections in which nothing is written are left out. */
export function sectionsOfRecord(record: CaseRecord): readonly SectionContent[] {
  const json: Fields = { ...recordToJson(record) };
  const sectionOf = (kind: SectionKind): readonly SectionContent[] => {
    const body = Object.fromEntries(
      Object.keys(sections[kind].schema.shape).map((field) => [field, halves[field]?.(json[field]) ?? json[field]]),
    );
    if (isEmpty(body)) return [];
    const content = parseSection(kind, body);
    if (!content.ok) throw new Error(`the section ${kind} does not fit the record it is taken from`);
    return [content.value];
  };
  return sectionKinds.flatMap(sectionOf);
}
