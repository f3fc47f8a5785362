import { describe, expect, it } from 'vitest';
import { dateWords, momentWords } from '#tab/client/words/dates.ts';
import { counted, typedNumber } from '#tab/client/words/numbers.ts';
import { safeLink } from '#tab/client/words/safe-link.ts';

describe('words', () => {
  it.each([
    ['2026-11-17', 'Tue 17 Nov 2026'],
    ['2026-03-29', 'Sun 29 Mar 2026'],
    ['2026-10-25', 'Sun 25 Oct 2026'],
  ])('name the day %s as %s, also where the clocks change', (iso, words) => {
    expect(dateWords(iso)).toBe(words);
  });

  it('name a moment by London’s clock, in winter and in summer', () => {
    expect(momentWords('2026-11-17T07:30:00Z', '2026-11-17')).toBe('today at 07:30');
    expect(momentWords('2026-07-01T23:30:00Z', '2026-07-03')).toBe('Thu 2 Jul 2026 at 00:30');
  });

  it('count one and many', () => {
    expect(counted(1, 'case', 'cases')).toBe('1 case');
    expect(counted(2000, 'case', 'cases')).toBe('2,000 cases');
  });

  it('read hours as people type them', () => {
    expect(typedNumber(' 12,5 ')).toBe(12.5);
    expect(typedNumber('')).toBeNaN();
    expect(typedNumber('ten')).toBeNaN();
  });

  it('let through only links to web pages', () => {
    expect(safeLink('https://example.example/notice.docx')).toBe('https://example.example/notice.docx');
    expect(safeLink('javascript:alert(1)')).toBeNull();
    expect(safeLink('no link')).toBeNull();
    expect(safeLink(null)).toBeNull();
  });
});
