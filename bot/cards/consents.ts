import type { DigestItem } from '#workflows/ports.ts';
import type { SchoolConsents } from '../bot-workflows.ts';
import { type TabPlace, tabLink } from '../tab-links.ts';
import { type Card, card, type Container, type Element, heading, openUrl, text } from './card.ts';
import { caseSentence } from './case-line.ts';
import { fitCard, short } from './fit.ts';
import { count, schoolNames } from './words.ts';

const mostLines = 20;

/** One line of a digest or of the unsigned consents. */
export const itemLine = (tab: TabPlace, schoolKey: string, item: DigestItem): Container =>
  caseSentence(tab, {
    schoolKey,
    caseRef: item.caseRef,
    initials: item.initials,
    state: item.words,
    looks: item.urgent ? { color: 'Attention' } : {},
    link: 'Open case',
  });

/** Cases whose parents have not signed, school by school, in the order in which they were given. */
export function unsignedCard(schools: readonly SchoolConsents[], tab: TabPlace): Card {
  const lines = schools.flatMap((school) => school.consents.map((item) => ({ school, item })));
  const summary = lines.length === 0 ? 'Every consent is signed' : `${count(lines.length, 'consent')} not signed`;
  const names = schools.map((one) => short(one.school, 60));
  const build = (shown: number): Card => {
    const visible = lines.slice(0, shown);
    const body: Element[] = [
      heading('Unsigned consents', 'Large'),
      text(`${schoolNames(names, 3)}. ${summary}.`, { isSubtle: true, spacing: 'None' }),
    ];
    for (const school of new Set(visible.map((line) => line.school))) {
      if (schools.length > 1) body.push({ ...heading(short(school.school, 80), 'Medium'), spacing: 'Large' });
      for (const line of visible) if (line.school === school) body.push(itemLine(tab, school.schoolKey, line.item));
    }
    const hidden = lines.length - shown;
    if (hidden > 0) body.push(text(`${count(hidden, 'more case')} in the tab.`, { isSubtle: true, spacing: 'Medium' }));
    const open = openUrl('Open the tab', 'Open Part-time timetables, where consent is recorded', tabLink(tab));
    return card({ summary, spoken: `${schoolNames(names, 2)}: ${summary}.`, body, actions: [open] });
  };
  return fitCard(build, lines.length, mostLines);
}
