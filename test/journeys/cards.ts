import { z } from 'zod';

export const messagesSchema = z.object({
  messages: z.array(
    z.object({
      id: z.string(),
      from: z.object({ bot: z.boolean() }),
      text: z.string(),
      cards: z.array(z.record(z.string(), z.unknown())),
    }),
  ),
});

export interface CardLine {
  /** The heading under which the line stands. */
  readonly group: string;
  readonly text: string;
  /** The first button of the line that is sent to the bot. */
  readonly button: unknown;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const within = (node: Node): readonly Node[] => [node, ...Object.values(node).flat().filter(isNode).flatMap(within)];
/** Cards escape what could be markdown. */
const plain = (text: string): string => text.replace(/\\(.)/g, '$1');

function textIn(node: Node): string {
  return within(node)
    .filter(({ type, text }) => type === 'TextBlock' && typeof text === 'string')
    .map(({ text }) => plain(String(text)))
    .join(' ');
}

/** The lines of a card that speak of a case each, with the heading above them. */
export function cardLines(cards: readonly Node[]): readonly CardLine[] {
  const lines: CardLine[] = [];
  for (const card of cards) {
    let group = '';
    for (const element of [card['body']].flat().filter(isNode)) {
      if (element['type'] === 'TextBlock') group = textIn(element);
      if (element['type'] !== 'Container') continue;
      lines.push({
        group,
        text: textIn(element),
        button: within(element).find(({ type }) => type === 'Action.Execute'),
      });
    }
  }
  return lines;
}
