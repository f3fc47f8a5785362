import type { CasePage } from '#tab/api/contract.ts';
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
          [words.times, page.times],
          [words.hours, texts.board.hours(row.hoursInSchool, row.fullWeekHours)],
          [words.starts, dateWords(page.startsOn)],
          [words.ends, dateWords(row.endsOn)],
          [words.version, String(page.version)],
          [words.signedOff, signedOff === null ? words.notSignedOff : words.byOn(signedOff.by, signedOff.on)],
          ...(ended === null ? [] : [[words.ended, `${ended.reason}\n${words.byOn(ended.by, ended.on)}`] as const]),
        ]}
      />
    </Surface>
  );
}
