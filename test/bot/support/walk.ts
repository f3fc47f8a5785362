type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object in a card, itself first, at whatever depth. */
export function nodesOf(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (!isNode(value)) return [];
  return [value, ...Object.values(value).flatMap(nodesOf)];
}

/** The words that a card shows, in order. */
export const wordsOf = (card: unknown): readonly string[] =>
  nodesOf(card).flatMap((node) => (node.type === 'TextBlock' && typeof node.text === 'string' ? [node.text] : []));

/** What buttons and links a card has, by their titles. */
export const actionsOf = (card: unknown): readonly Node[] =>
  nodesOf(card).filter((node) => typeof node.type === 'string' && node.type.startsWith('Action.'));
