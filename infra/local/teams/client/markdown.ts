import MarkdownIt from 'markdown-it';
import { el } from './dom.ts';

// Bots write a subset of markdown; HTML in it stays text, and pictures are only shown through a card's own Image.
const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true }).disable('image');

/** Safe HTML of a bot's markdown. */
export function markdownToHtml(text: string): string {
  return markdown.render(text);
}

/** What a person typed: plain text in which `<at>…</at>` is a mention. */
export function personText(text: string): HTMLElement {
  const paragraph = el('p', { class: 'typed' });
  for (const part of text.trim().split(/(<at>[^<]*<\/at>)/)) {
    const mention = /^<at>([^<]*)<\/at>$/.exec(part)?.[1];
    paragraph.append(
      mention === undefined ? part.replaceAll('&nbsp;', ' ') : el('strong', { class: 'mention' }, mention),
    );
  }
  return paragraph;
}

/** Plain text with its web addresses as links. */
export function linkedText(text: string): HTMLElement {
  const block = el('div', { class: 'typed' });
  let from = 0;
  for (const match of markdown.linkify.match(text) ?? []) {
    block.append(text.slice(from, match.index), el('a', { href: match.url }, match.text));
    from = match.lastIndex;
  }
  block.append(text.slice(from));
  return block;
}
