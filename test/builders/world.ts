// A trust in memory: Larkfield in its register, Derbyshire beside it, and short ways to bring a case to where a test begins.
import type { Case, Casefile } from '#domain/case.ts';
import type { Actor } from '#domain/people.ts';
import type { Result } from '#domain/result.ts';
import { createTwinOutside, type TwinOutside } from '#test/twins/outside.ts';
import type { Target } from '#workflows/casework/change-case.ts';
import { casefileOf } from '#workflows/casework/casefile.ts';
import { openCase, type NewCase } from '#workflows/casework/open-case.ts';
import { recordConsent } from '#workflows/casework/record-consent.ts';
import { writeSection } from '#workflows/casework/save-section.ts';
import { signOff, type SignOff } from '#workflows/casework/sign-off.ts';
import type { Row, SchoolRow } from '#workflows/ports.ts';
import { headteacher, senco } from './people.ts';
import { aSchool, derbyshire } from './schools.ts';
import { completeContents } from './sections.ts';
import { inDays, today } from './today.ts';

export interface World {
  readonly outside: TwinOutside;
  readonly school: SchoolRow;
  readonly records: ReturnType<TwinOutside['workspace']['school']>;
  /** Everything the lists hold about a case, as it is now. */
  readonly file: (caseRef: string) => Casefile;
  readonly target: (caseRef: string, actor?: Actor) => Target;
  /** Each opens a case and brings it so far, on the day of the clock; they answer its reference. */
  readonly inPreparation: (changes?: Partial<NewCase>) => Promise<string>;
  readonly agreed: (changes?: Partial<NewCase>) => Promise<string>;
  /** Fills in every part of the case's templates, so that nothing stands in the way of a start. */
  readonly complete: (caseRef: string) => Promise<void>;
  readonly active: (changes?: Partial<NewCase>) => Promise<string>;
}

export const aNewCase = (changes: Partial<NewCase> = {}): NewCase => ({
  sourceKey: 'notification:1',
  pupilName: 'Jimmy Example',
  dateOfBirth: today.subtract({ years: 9 }),
  yearGroup: 'Year 5',
  upn: 'P000000000001',
  groups: ['SEN support'],
  parentName: 'Jo Example',
  reasons: ['Mental health'],
  objectives: 'To feel safe in class and to stay for lunch.',
  times: 'Monday to Friday 9.00 to 11.30',
  hoursInSchool: 12.5,
  startsOn: today,
  endsOn: inDays(25),
  ...changes,
});

export const aSignOff = (changes: Partial<SignOff> = {}): SignOff => ({
  exceptional: 'Jimmy could not come into school for five weeks.',
  despiteExclusionRisk: '',
  ...changes,
});

/** The value of what went well; else the test fails with the words of what did not. */
export function must<T>(done: Result<T, { readonly words: string }>): T {
  if (done.ok) return done.value;
  throw new Error(`It was refused: ${done.error.words}`);
}

export async function aWorld(school: SchoolRow = aSchool()): Promise<World> {
  const outside = createTwinOutside();
  await outside.workspace.schools.create(school);
  await outside.workspace.authorities.create(derbyshire);
  const records = outside.workspace.school(school.key);
  const target: World['target'] = (caseRef, actor = senco) => ({ school, caseRef, actor, etag: null });
  const opened = async (changes: Partial<NewCase>): Promise<Row<Case>> =>
    must(
      await openCase(
        outside,
        school,
        senco,
        aNewCase({ sourceKey: `earlier:${records.cases.all().length + 1}`, ...changes }),
      ),
    );
  const file: World['file'] = (caseRef) => {
    const row = records.cases.byKey(caseRef);
    if (!row) throw new Error(`There is no case ${caseRef}.`);
    return casefileOf(records, row.value);
  };
  const inPreparation: World['inPreparation'] = async (changes = {}) => (await opened(changes)).value.ref;
  const agreed: World['agreed'] = async (changes = {}) => {
    const ref = await inPreparation(changes);
    must(
      await recordConsent(outside, target(ref), {
        answer: 'signed',
        on: today,
        evidence: 'Signed copy in the pupil’s file',
      }),
    );
    return ref;
  };
  const complete: World['complete'] = async (ref) => {
    const { case: theCase } = file(ref);
    const by = { on: today, name: senco.name };
    for (const content of completeContents(theCase.endsOn.add({ days: 3 }))) {
      const trouble = await writeSection(records, ref, content, by, null);
      if (trouble) throw new Error(`It was refused: ${trouble.words}`);
    }
  };
  const active: World['active'] = async (changes = {}) => {
    const ref = await agreed(changes);
    await complete(ref);
    must(await signOff(outside, target(ref, headteacher), 'start', aSignOff()));
    return ref;
  };
  return { outside, school, records, file, target, inPreparation, agreed, complete, active };
}
