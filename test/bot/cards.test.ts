import * as adaptivecards from 'adaptivecards';
import markdownIt from 'markdown-it';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardBytes } from '#bot/cards/fit.ts';
import { escapeMarkdown } from '#bot/cards/escape.ts';
import { reviewDueCard } from '#bot/cards/review-due.ts';
import { aSchool } from './support/cases.ts';
import { countingIds, everyCard, tab, usual } from './support/cards.ts';
import { actionsOf, nodesOf, wordsOf } from './support/walk.ts';

const cards = Object.entries(everyCard);

describe('every card', () => {
  it.each(cards)('“%s” stays within 28 KB', (_name, card) => {
    expect(cardBytes(card)).toBeLessThanOrEqual(28 * 1024);
  });

  it.each(cards)('“%s” can be read aloud, noticed and shown by an old client', (_name, { summary, content }) => {
    expect(summary.length).toBeGreaterThan(5);
    expect(summary.length).toBeLessThanOrEqual(100);
    expect(content.speak.length).toBeGreaterThan(5);
    expect(content.fallbackText.length).toBeGreaterThan(5);
    expect(content.speak).not.toMatch(/[<>&]/);
    expect(content.version).toBe('1.5');
  });

  it.each(cards)('“%s” says in words what each button does, and to which case', (_name, { content }) => {
    const titles = actionsOf(content)
      .filter((action) => action.type !== 'Action.Submit')
      .map((action) => action.tooltip);
    expect(titles.every((tooltip) => typeof tooltip === 'string' && tooltip.length > 5)).toBe(true);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it.each(cards)(
    '“%s” gives every picture a description, begins with a heading or an answer, and wraps its text',
    (_name, { content }) => {
      const nodes = nodesOf(content);
      expect(nodes.filter((node) => node.type === 'Image' && !node.altText)).toEqual([]);
      expect(nodes.filter((node) => node.type === 'TextBlock' && node.wrap !== true)).toEqual([]);
      expect(nodes.some((node) => node.type === 'TextBlock' && node.style === 'heading')).toBe(true);
    },
  );

  it.each(cards)('“%s” names no pupil, reason, group or parent', (_name, card) => {
    const all = JSON.stringify(card);
    for (const secret of [
      /Jimmy|Example/,
      /Mina|Sample/,
      /Leo|Placeholder/,
      /Nobody/,
      /Madeup/,
      /Mental health/,
      /SEN support/,
      /Z9990/,
      /2017-/,
    ]) {
      expect(all).not.toMatch(secret);
    }
  });

  it.each(cards)('“%s” is read by the Adaptive Cards library without a complaint', (_name, { content }) => {
    const context = new adaptivecards.SerializationContext(adaptivecards.Versions.v1_5);
    const parsed = new adaptivecards.AdaptiveCard();
    parsed.parse(JSON.parse(JSON.stringify(content)), context);
    const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
    expect(events).toEqual([]);
    expect(parsed.validateProperties().validationEvents.map((event) => event.message)).toEqual([]);
    expect(parsed.getItemCount()).toBe(content.body.length);
  });

  it.each(cards)('“%s” links only into the tab', (_name, { content }) => {
    const urls = actionsOf(content).flatMap((action) => (typeof action.url === 'string' ? [action.url] : []));
    const into = `https://teams.microsoft.com/l/entity/${tab.appId}/${tab.entityId}`;
    expect(urls.filter((url) => url !== into && !url.startsWith(`${into}?context=`))).toEqual([]);
  });
});

describe('the card of reviews due', () => {
  const content = reviewDueCard({ schools: [usual] }, { tab, newId: countingIds() }).content;

  it('puts overdue reviews first, then those due soon, soonest first, then those that lack an outcome', () => {
    expect(wordsOf(content).filter((words) => /^[A-Z0-9]{3}-/.test(words))).toEqual([
      'K7M-2QX · JE',
      'Q4R-8TB · MRS',
      'A9C-3DE · LP',
      'F2G-6HJ · ZN',
      'M5N-7PQ · KM',
    ]);
    expect(wordsOf(content)).toContain('3 days overdue');
    expect(wordsOf(content)).toContain('due tomorrow');
    expect(wordsOf(content)).toContain('Recorded by Ada Invented, Fri 13 Nov 2026');
  });

  it('gives every button an id of its own, also for clients that only know Action.Submit', () => {
    const pressed = actionsOf(content).filter((action) => action.type === 'Action.Execute');
    expect(pressed).toHaveLength(4);
    expect(pressed[0]).toMatchObject({
      title: 'Review held',
      verb: 'review.held',
      data: { verb: 'review.held', schoolKey: 'LARK', caseRef: 'K7M-2QX', reviewKey: 'K7M-2QX/1', pressId: 'press-1' },
      fallback: { type: 'Action.Submit', data: { verb: 'review.held', pressId: 'press-1' } },
    });
    expect(new Set(pressed.map((action) => JSON.stringify(action.data))).size).toBe(4);
  });

  it('opens the case itself in the tab', () => {
    const open = actionsOf(content).find((action) => action.tooltip === 'Open case: K7M-2QX');
    const context: unknown = JSON.parse(new URL(String(open?.url)).searchParams.get('context') ?? '');
    expect(context).toEqual({ subEntityId: 'schools/LARK/cases/K7M-2QX' });
  });

  it('says how many more there are when they do not all fit, and keeps the soonest', () => {
    const planned = Array.from({ length: 45 }, (_, index) => ({
      ref: `A${String(index).padStart(2, '0')}-ZZZ`,
      dueOn: `2026-10-${String(1 + (index % 30)).padStart(2, '0')}`,
    }));
    const words = wordsOf(reviewDueCard({ schools: [aSchool(planned)] }, { tab, newId: () => 'p' }).content);
    expect(words).toContain('25 more cases in the tab.');
    expect(words).toContain('47 days overdue');
    expect(words).not.toContain('18 days overdue');
  });

  it('says so when nothing is due', () => {
    expect(wordsOf(everyCard['no reviews due']?.content)).toContain(
      'Larkfield Primary School. No reviews are overdue or due in the next 7 days.',
    );
  });

  it('names the school of each review where there are several', () => {
    const words = wordsOf(everyCard['reviews due in three schools']?.content);
    expect(words).toContain('Overdue · Hollin Bank School');
    expect(words.indexOf('Overdue · Hollin Bank School')).toBeLessThan(
      words.indexOf('Overdue · Larkfield Primary School'),
    );
  });
});

describe('text from people in a card', () => {
  const markdown = markdownIt({ html: true });
  const html = (text: string): string =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

  it.each([
    '[click](https://evil.example)',
    '**bold** _slanted_ ~~gone~~ `code`',
    '# heading',
    '- a list',
    '12. a list',
    '1) a list',
    '<b>tag</b> <at>everyone</at>',
    '&copy; &#42;',
    'a \\* b \\',
    '> quote',
    '![picture](https://evil.example/x.png)',
    '<https://evil.example>',
    '***',
    '---',
    '===',
  ])('is shown as it was written: %s', (text) => {
    expect(markdown.render(escapeMarkdown(text)).trim()).toBe(`<p>${html(text)}</p>`);
  });

  it('is shown as it was written, whatever it is', () => {
    const pieces = fc.array(fc.constantFrom(...Array.from('*_[]()<>&#+-.!`~|\\"1 aZ:/')), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(pieces, (characters) => {
        const text = `x${characters.join('').replace(/ +/g, ' ').trimEnd()}`;
        expect(markdown.render(escapeMarkdown(text)).trim()).toBe(`<p>${html(text)}</p>`);
      }),
    );
  });

  it('cannot start a paragraph or a list of its own', () => {
    expect(escapeMarkdown('one\n\n- two\r\n1. three')).toBe('one - two 1. three');
  });

  it('is not taken for a date to be worked out', () => {
    expect(wordsOf(everyCard['help for hostile words']?.content).join(' ')).not.toContain('{{');
  });
});
