// The part of Adaptive Cards 1.5 that our cards use. The types ask for what a screen reader, a notification or an old client needs.
import { escapeMarkdown } from './escape.ts';

export interface TextBlock {
  readonly type: 'TextBlock';
  /** Markdown; only `text` and `heading` make it. */
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
  readonly size?: 'Medium' | 'Large';
  readonly weight?: 'Bolder';
  readonly color?: 'Attention' | 'Good' | 'Warning';
  readonly isSubtle?: boolean;
  readonly spacing?: 'None' | 'Small' | 'Medium' | 'Large';
  readonly horizontalAlignment?: 'Right';
}

export interface Column {
  readonly type: 'Column';
  readonly width: 'stretch' | 'auto';
  readonly items: readonly Element[];
}

export interface ColumnSet {
  readonly type: 'ColumnSet';
  readonly spacing?: 'Small';
  readonly columns: readonly Column[];
}

export interface Container {
  readonly type: 'Container';
  readonly items: readonly Element[];
  readonly style?: 'good' | 'warning';
  readonly separator?: boolean;
  readonly spacing?: 'Medium';
}

export interface ActionSet {
  readonly type: 'ActionSet';
  readonly spacing?: 'Small';
  readonly actions: readonly Action[];
}

export interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly tooltip: string;
  readonly url: string;
}

export interface Submit {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface Execute {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly tooltip: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
  /** For clients from before Universal Actions: the press arrives as a message with the same data. */
  readonly fallback: Submit;
}

export type Action = OpenUrl | Execute;
export type Element = TextBlock | ColumnSet | Container | ActionSet;

export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly speak: string;
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
}

/** A card, and the line that Teams shows for it in a notification, where nobody has signed in yet. */
export interface Card {
  readonly summary: string;
  readonly content: AdaptiveCard;
}

type Looks = Omit<TextBlock, 'type' | 'text' | 'wrap'>;

/** Any text, shown as it stands whatever it holds. */
export const text = (words: string, looks: Looks = {}): TextBlock => ({
  type: 'TextBlock',
  text: escapeMarkdown(words),
  wrap: true,
  ...looks,
});

export const heading = (words: string, size: 'Medium' | 'Large'): TextBlock =>
  text(words, { style: 'heading', size, weight: 'Bolder' });

export const openUrl = (title: string, tooltip: string, url: string): OpenUrl => ({
  type: 'Action.OpenUrl',
  title,
  tooltip,
  url,
});

export interface CardParts {
  /** One line without anything about one pupil. */
  readonly summary: string;
  /** The card in a sentence or two: read aloud, and shown by clients that cannot draw it. */
  readonly spoken: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
}

export const card = ({ summary, spoken, body, actions }: CardParts): Card => ({
  summary,
  content: {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    // `speak` may be SSML, so what would be taken for its tags is left out.
    speak: spoken.replace(/&/g, 'and').replace(/[<>]/g, ''),
    fallbackText: escapeMarkdown(spoken),
    body,
    ...(actions ? { actions } : {}),
  },
});
