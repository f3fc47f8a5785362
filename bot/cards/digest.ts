import { longDate } from '#domain/dates.ts';
import type { Digest } from '#workflows/ports.ts';
import { schoolPage, type TabPlace, tabLink } from '../tab-links.ts';
import { type Card, card, type Element, heading, openUrl, text } from './card.ts';
import { itemLine } from './consents.ts';
import { fitCard, short } from './fit.ts';
import { count } from './words.ts';

const mostLines = 20;

/** The reminders of one day for one staff channel: reviews due or overdue, then consents that are unsigned. */
export function digestCard(digest: Digest, tab: TabPlace): Card {
  const lines = [
    ...digest.reviews.map((item) => ({ group: 'Reviews', item })),
    ...digest.consents.map((item) => ({ group: 'Consent not signed', item })),
  ];
  const school = short(digest.school, 80);
  const summary = `Reminders: ${count(digest.reviews.length, 'review')} due, ${count(digest.consents.length, 'consent')} not signed`;
  const build = (shown: number): Card => {
    const visible = lines.slice(0, shown);
    const body: Element[] = [
      heading('Reminders', 'Large'),
      text(`${school}, ${longDate(digest.asOf)}`, { isSubtle: true, spacing: 'None' }),
    ];
    for (const group of new Set(visible.map((line) => line.group))) {
      body.push({ ...heading(group, 'Medium'), spacing: 'Large' });
      for (const line of visible) if (line.group === group) body.push(itemLine(tab, digest.schoolKey, line.item));
    }
    const hidden = lines.length - shown;
    if (hidden > 0) body.push(text(`${count(hidden, 'more case')} in the tab.`, { isSubtle: true, spacing: 'Medium' }));
    body.push(
      text('To record a review as held from here, write “@PTT review due”.', { isSubtle: true, spacing: 'Medium' }),
    );
    const open = openUrl('Open the tab', `Open the cases of ${school}`, tabLink(tab, schoolPage(digest.schoolKey)));
    return card({ summary, spoken: `${school}, ${longDate(digest.asOf)}. ${summary}.`, body, actions: [open] });
  };
  return fitCard(build, lines.length, mostLines);
}
