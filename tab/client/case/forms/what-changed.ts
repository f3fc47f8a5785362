import type { CasePage } from '#tab/contract/answers.ts';
import { texts } from '../../texts.ts';
import { dateWords } from '../../words/dates.ts';
import { numberWords } from '../../words/numbers.ts';

type Fact = readonly [name: string, value: (page: CasePage) => string];

const dateOrNone = (date: string | null): string => (date === null ? texts.form.none : dateWords(date));

const facts: readonly Fact[] = [
  [texts.board.columns.stands, (page) => texts.statuses[page.row.status]],
  [
    texts.caseCard.consent,
    (page) => (page.row.consent === null ? texts.caseCard.notAsked : texts.consents[page.row.consent]),
  ],
  [texts.caseCard.hours, (page) => numberWords(page.row.hoursInSchool)],
  [texts.caseCard.times, (page) => page.times],
  [texts.caseCard.starts, (page) => dateWords(page.startsOn)],
  [texts.caseCard.ends, (page) => dateWords(page.row.endsOn)],
  [texts.caseCard.nextReview, (page) => dateOrNone(page.row.nextReviewOn)],
];

/** What others did to a case since it was read: what was written down, then the facts that are different. Plain sentences. */
export function whatChanged(before: CasePage, after: CasePage): readonly string[] {
  const lastSeen = Math.max(0, ...before.chronology.map((entry) => entry.number));
  const events = after.chronology
    .filter((entry) => entry.number > lastSeen)
    .toSorted((a, b) => a.number - b.number)
    .map((entry) => texts.form.changedEvent(entry.on, entry.words, entry.by));
  const differences = facts
    .filter(([, value]) => value(before) !== value(after))
    .map(([name, value]) => texts.form.changedTo(name, value(before), value(after)));
  return [...events, ...differences];
}
