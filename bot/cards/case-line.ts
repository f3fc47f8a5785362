import { casePage, type TabPlace, tabLink } from '../tab-links.ts';
import { type Container, type Element, type Execute, openUrl, text, type TextBlock } from './card.ts';
import { short } from './fit.ts';

/** One case in a card: by reference and initials, never by name, reason or group. */
export interface CaseLine {
  readonly schoolKey: string;
  readonly caseRef: string;
  readonly initials: string;
  /** What is to be done or known: “3 days overdue”, or a sentence. */
  readonly state: string;
  readonly looks: Pick<TextBlock, 'color'>;
  readonly button?: Execute;
  /** The title of the link to the case in the tab. */
  readonly link: string;
}

const name = (line: CaseLine): TextBlock =>
  text(`${short(line.caseRef, 20)} · ${short(line.initials, 8)}`, { weight: 'Bolder' });

function row(tab: TabPlace, line: CaseLine, items: readonly Element[]): Container {
  const where = tabLink(tab, casePage(line.schoolKey, line.caseRef));
  const open = openUrl(line.link, `${line.link}: ${short(line.caseRef, 20)}`, where);
  const actions = line.button ? [line.button, open] : [open];
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [...items, { type: 'ActionSet', spacing: 'Small', actions }],
  };
}

/** Two or three words of state beside the reference, and a line of detail below. */
export function caseLine(tab: TabPlace, line: CaseLine & { readonly detail: string }): Container {
  const state = text(short(line.state, 40), { ...line.looks, weight: 'Bolder', horizontalAlignment: 'Right' });
  return row(tab, line, [
    {
      type: 'ColumnSet',
      columns: [
        { type: 'Column', width: 'stretch', items: [name(line)] },
        { type: 'Column', width: 'auto', items: [state] },
      ],
    },
    text(short(line.detail, 160), { isSubtle: true, spacing: 'None' }),
  ]);
}

/** A sentence of state below the reference, over the whole width. */
export const caseSentence = (tab: TabPlace, line: CaseLine): Container =>
  row(tab, line, [name(line), text(short(line.state, 200), { ...line.looks, spacing: 'None' })]);
