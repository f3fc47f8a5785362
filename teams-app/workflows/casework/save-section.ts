// One part of a case's templates, filled in or changed. A section has no status of its own: it may be saved half done,
// and what it lacks is for findings to say.
import { caseReasons, isOpen, type Case, type CaseReason, type CaseSection, type PupilGroup } from '#domain/case.ts';
import { londonDate } from '#domain/dates.ts';
import { caseworkers, roleList, type Role } from '#domain/people.ts';
import { parseSection, sectionToJson, sectionWords } from '#domain/record/section-content.ts';
import { sections, type SectionBody, type SectionContent, type SectionKind } from '#domain/record/sections.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { Row, SchoolRecords } from '../ports.ts';
import { changedMeanwhile, firstProblemText, problem, type Problem } from '../problem.ts';
import { changesWhatIsAgreed } from './agreed-weeks.ts';
import { casefileOf } from './casefile.ts';
import { writeRow, type Changing, type Target } from './change-case.ts';
import { settleCase } from './settle-case.ts';

export const sectionKey = (caseRef: string, kind: SectionKind): string => `${caseRef}/section/${kind}`;

/** SharePoint keeps a little under 64,000 characters in a cell of many lines. */
const longestBody = 60_000;

/** What happens from day to day is written down by those who see it. */
const everyday: ReadonlySet<SectionKind> = new Set(['contacts', 'carriedOut', 'marks', 'reviews']);
/** What may still be completed when the case has ended. */
const afterTheEnd: ReadonlySet<SectionKind> = new Set(['ending', 'sharing', 'told', 'marks']);

/** Who may fill in a section. */
export const rolesFor = (kind: SectionKind): readonly Role[] =>
  everyday.has(kind) ? [...caseworkers, 'attendance', 'teacher'] : caseworkers;

/** The groups that the list of cases has a word for. */
export const groupsIn = ({ groups }: SectionBody<'groups'>): readonly PupilGroup[] => {
  const held: readonly (readonly [PupilGroup, boolean])[] = [
    ['EHC plan', groups.sen === 'EHC plan'],
    ['SEN support', groups.sen === 'SEN support' || groups.sen === 'EHC needs assessment'],
    ['Looked after', groups.lookedAfter === true],
    ['Child protection plan', groups.childProtection === true],
    ['Child in need', groups.childInNeed === true],
    ['Early help', groups.earlyHelp === 'open'],
    ['Medical need', groups.medical !== null && groups.medical !== 'none'],
    ['Free school meals', groups.freeSchoolMeals === true],
    ['Interpreter needed', groups.interpreter.needed === true],
  ];
  return held.filter(([, holds]) => holds).map(([group]) => group);
};

const isCaseReason = (word: string | null): word is CaseReason => caseReasons.some((reason) => reason === word);

/** The reasons by the names that the list of cases has; one that it has no name for is another. */
export function reasonsIn({ reasons }: Pick<SectionBody<'purpose'>, 'reasons'>): readonly CaseReason[] {
  const named = reasons.flatMap(({ reason }) => (reason === null ? [] : [isCaseReason(reason) ? reason : 'Other']));
  return [...new Set<CaseReason>(named)];
}

/** What the list of cases shows beside the section, so that both say the same. */
function alsoOfCase(content: SectionContent, theCase: Case): Partial<Case> {
  if (content.kind === 'groups') {
    const groups = groupsIn(content.body);
    return groups.join() === theCase.groups.join() ? {} : { groups };
  }
  if (content.kind !== 'purpose') return {};
  const reasons = reasonsIn(content.body);
  // What was left blank there is not taken away here.
  const objectives = content.body.objectives?.trim() || theCase.objectives;
  return {
    ...(reasons.length === 0 || reasons.join() === theCase.reasons.join() ? {} : { reasons }),
    ...(objectives === theCase.objectives ? {} : { objectives }),
  };
}

const asInFile = (content: SectionContent): string => JSON.stringify(sectionToJson(content));

/** What is wrong with a part that holds more than its cell takes; null when it fits. */
export function tooLong(content: SectionContent): Problem | null {
  const length = Math.max(asInFile(content).length, sectionWords(content).length);
  if (length <= longestBody) return null;
  return problem('invalid', `This part holds ${length} characters; a list keeps ${longestBody} at most.`, {
    next: 'Shorten it, or keep long papers in the pupil’s file and write down where they are.',
  });
}

/** Writes the section beside its case, once: what stands there already in the same words is not written again. `etag` is that of the row as the person saw it, blank where there was none, null where nobody looked. */
export async function writeSection(
  records: SchoolRecords,
  caseRef: string,
  content: SectionContent,
  by: { readonly on: CaseSection['changedOn']; readonly name: string },
  etag: string | null,
): Promise<Problem | null> {
  const key = sectionKey(caseRef, content.kind);
  const changes = { content, words: sectionWords(content), changedOn: by.on, changedBy: by.name };
  const isThere = ({ value }: Row<CaseSection>): boolean => asInFile(value.content) === asInFile(content);
  const trouble = tooLong(content);
  if (trouble) return trouble;
  const row = records.sections.byKey(key);
  if (row && isThere(row)) return null;
  if (row) return etag === null || etag === row.etag ? writeRow(records.sections, row, changes) : changedMeanwhile();
  // Somebody may begin it while this person is writing: what they wrote is to be seen first.
  if (etag !== null && etag !== '') return changedMeanwhile();
  const created = await records.sections.create({ key, caseRef, ...changes });
  return created.ok || isThere(created.error.existing) ? null : changedMeanwhile();
}

export interface SectionToSave {
  readonly kind: SectionKind;
  /** As in a file. */
  readonly body: unknown;
}

/** Why this person cannot change this part now; null when they can. */
export function whyNotSaved(theCase: Case, kind: SectionKind, roles: readonly Role[]): Problem | null {
  const allowed = rolesFor(kind);
  if (!roles.some((role) => allowed.includes(role)))
    return problem('refused', `Only the ${roleList(allowed)} can fill in “${sections[kind].title}”.`);
  if (isOpen(theCase) || afterTheEnd.has(kind)) return null;
  const left = [...afterTheEnd].map((one) => `“${sections[one].title}”`).join(', ');
  return problem('refused', `The case has ended; only these can still be completed: ${left}.`);
}

/** `target.etag` is that of the section as the person saw it; blank where it had not been begun. */
export async function saveSection(
  outside: Changing,
  { school, caseRef, actor, etag }: Target,
  { kind, body }: SectionToSave,
): Promise<Result<Row<Case>, Problem>> {
  const records = outside.workspace.school(school.key);
  const row = records.cases.byKey(caseRef);
  if (!row) return err(problem('not found', `There is no case ${caseRef} in ${school.name}.`));
  const refusal = whyNotSaved(row.value, kind, actor.roles);
  if (refusal) return err(refusal);
  const content = parseSection(kind, body);
  if (!content.ok) {
    return err(problem('invalid', firstProblemText(content.error), { field: content.error[0]?.path ?? '' }));
  }
  const agreed = changesWhatIsAgreed(casefileOf(records, row.value), content.value, school);
  if (agreed) return err(agreed);
  const by = { on: londonDate(outside.clock.now()), name: actor.name };
  const trouble = await writeSection(records, caseRef, content.value, by, etag);
  if (trouble) return err(trouble);
  const also = alsoOfCase(content.value, row.value);
  const notWritten = Object.keys(also).length > 0 ? await writeRow(records.cases, row, also) : null;
  if (notWritten) return err(notWritten);
  outside.log('case changed', { caseRef, action: `section ${kind}` });
  return ok((await settleCase({ records, school, clock: outside.clock }, caseRef)) ?? row);
}
