import type { CasePage } from '#tab/contract/answers.ts';
import { Facts } from '../frame/facts.tsx';
import { Surface } from '../frame/surface.tsx';
import { texts } from '../texts.ts';
import { dateWords } from '../words/dates.ts';

export function Plan({ page }: { readonly page: CasePage }) {
  const { signedOff, ended, row } = page;
  const words = texts.caseCard;
  return (
    <Surface heading={words.plan}>
      <Facts
        facts={[
          [words.times, page.times === '' ? texts.sections.notRecorded : page.times],
          [words.hours, texts.board.hours(row.hoursInSchool, row.fullWeekHours)],
          [words.starts, dateWords(page.startsOn)],
          [words.ends, dateWords(row.endsOn)],
          [words.version, String(page.version)],
          [words.signedOff, signedOff === null ? words.notSignedOff : signedOffWords(signedOff, page.version)],
          ...(signedOff === null || signedOff.exceptional === null || signedOff.exceptional === ''
            ? []
            : [[texts.sections.exceptional, signedOff.exceptional] as const]),
          ...(ended === null ? [] : [[words.ended, `${ended.reason}\n${words.byOn(ended.by, ended.on)}`] as const]),
        ]}
      />
    </Surface>
  );
}

/** Says which version it was, where a later one has come since. */
function signedOffWords({ by, on, version }: NonNullable<CasePage['signedOff']>, now: number): string {
  const signed = texts.caseCard.byOn(by, on);
  return version === null || version === now ? signed : `${signed}\n${texts.sections.signedEarlier(version, now)}`;
}
