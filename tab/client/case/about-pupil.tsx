import type { CasePage } from '#tab/api/contract.ts';
import { Facts } from '../frame/facts.tsx';
import { Surface } from '../frame/surface.tsx';
import { texts } from '../texts.ts';
import { dateWords } from '../words/dates.ts';

export function AboutPupil({ page }: { readonly page: CasePage }) {
  const words = texts.caseCard;
  return (
    <Surface heading={words.about}>
      <Facts
        facts={[
          [words.reasons, page.reasons.join('\n')],
          [words.objectives, page.objectives],
          [words.groups, page.groups.length === 0 ? words.noGroups : page.groups.join('\n')],
          [words.parent, page.parentName],
          [words.born, dateWords(page.dateOfBirth)],
          [words.upn, page.upn],
        ]}
      />
    </Surface>
  );
}
