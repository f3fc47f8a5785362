// What a form shows before anybody has written: every item of a checklist, so that it is answered and not looked up.
import type { Case } from '../case.ts';
import { ddatItems } from './ddat-checklist.ts';
import { derbyshireSteps } from './derbyshire-steps.ts';
import type { SectionDocument } from './section-content.ts';
import type { SectionKind } from './sections.ts';

const beginnings: { readonly [K in SectionKind]?: (theCase: Case) => SectionDocument } = {
  steps: () => ({ priorSteps: Object.keys(derbyshireSteps).map((step) => ({ step, state: 'to do' })) }),
  ddatChecklist: () => ({ ddatChecklist: Object.keys(ddatItems).map((item) => ({ item })) }),
  weeks: ({ version }) => ({ plan: { versions: [{ version, weeks: [] }] } }),
  purpose: ({ reasons, objectives }) => ({ reasons: reasons.map((reason) => ({ reason })), objectives }),
  pupil: ({ parentName }) =>
    parentName === '' ? {} : { pupil: { parents: [{ name: parentName, livesWithPupil: true }] } },
  groups: (theCase) => ({ groups: groupsToBeginWith(theCase) }),
};

/** As in a file. Only what is known already, or what a document lists item by item; the rest is blank. */
export const sectionToBeginWith = (kind: SectionKind, theCase: Case): SectionDocument =>
  beginnings[kind]?.(theCase) ?? {};

/** What the list has ticked; what it has not is for the person to answer. */
function groupsToBeginWith({ groups }: Case): Readonly<Record<string, unknown>> {
  const has = (group: (typeof groups)[number]): boolean => groups.includes(group);
  return {
    ...(has('EHC plan') ? { sen: 'EHC plan' } : has('SEN support') ? { sen: 'SEN support' } : {}),
    ...(has('Looked after') ? { lookedAfter: true } : {}),
    ...(has('Child protection plan') ? { childProtection: true } : {}),
    ...(has('Child in need') ? { childInNeed: true } : {}),
    ...(has('Early help') ? { earlyHelp: 'open' } : {}),
    ...(has('Free school meals') ? { freeSchoolMeals: true } : {}),
    ...(has('Interpreter needed') ? { interpreter: { needed: true } } : {}),
  };
}
