import type { CasePage } from '#tab/contract/answers.ts';
import { Facts } from '../frame/facts.tsx';
import { Surface } from '../frame/surface.tsx';
import { texts } from '../texts.ts';
import { dateWords } from '../words/dates.ts';

export function AboutPupil({ page }: { readonly page: CasePage }) {
  const words = texts.caseCard;
  const orNone = (value: string) => (value === '' ? texts.sections.notRecorded : value);
  return (
    <Surface heading={words.about}>
      <Facts
        facts={[
          [words.reasons, orNone(page.reasons.join('\n'))],
          [words.objectives, orNone(page.objectives)],
          [words.groups, page.groups.length === 0 ? words.noGroups : page.groups.join('\n')],
          [words.parent, orNone(page.parentName)],
          [words.born, dateWords(page.dateOfBirth)],
          [words.upn, orNone(page.upn)],
        ]}
      />
    </Surface>
  );
}
