import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '#bot/edit-distance.ts';
import { parseCommand } from '#bot/parse-command.ts';

describe('what is typed to the bot', () => {
  it.each([
    ['<at>PTT</at>&nbsp;/ptt review due\n'],
    ['<at>PTT</at> review due'],
    ['<at id="0">PTT</at>&nbsp;Review Due'],
    ['/ptt review due'],
    ['/review due'],
    ['/ptt/review due'],
    ['@PTT /ptt REVIEW   DUE'],
    ['PTT: review due'],
    ['review due'],
    ['reviews due?'],
    ['review-due'],
    ['“review due”'],
    ['‘Review due’.'],
    ['&quot;review&#160;due&quot;'],
    ['&#x22;review&nbsp;due&#x22;'],
    ['\u200Breview\u200D \u00A0due\uFEFF'],
    ['\r\n\treview\r\ndue\r\n'],
    ['<at>PTT</at> <at>Ada Invented</at> review due'],
    ['<p><at>PTT</at>&nbsp;review due</p>'],
    ['ｒｅｖｉｅｗ　ｄｕｅ'],
    ['/ptt <at>PTT</at> review due'],
    ['review'],
    ['due'],
  ])('takes %j for “review due”', (text) => {
    expect(parseCommand(text)).toEqual({ kind: 'review due' });
  });

  it.each(['unsigned', 'Unsigned consents', '/ptt unsigned consent', '<at>PTT</at> /ptt consents'])(
    'takes %j for “unsigned consents”',
    (text) => {
      expect(parseCommand(text)).toEqual({ kind: 'unsigned' });
    },
  );

  it.each(['help', '', '   ', '/ptt', '<at>PTT</at>', '<at>PTT</at>&nbsp;\n', '@ptt', '/', '?', 'HELP!'])(
    'takes %j for a call for help',
    (text) => {
      expect(parseCommand(text)).toEqual({ kind: 'help' });
    },
  );

  it.each([
    ['reveiw due', 'reveiw due', 'review due'],
    ['<at>PTT</at>&nbsp;/ptt Reviw Deu', 'Reviw Deu', 'review due'],
    ['unsinged', 'unsinged', 'unsigned consents'],
    ['hlep', 'hlep', 'help'],
    ['pttreview', 'pttreview', 'review due'],
    ['constructor', 'constructor', 'unsigned consents'],
    ['__proto__', '__proto__', 'review due'],
  ])('does not know %j, and names the nearest command', (text, typed, nearest) => {
    expect(parseCommand(text)).toEqual({ kind: 'unknown', typed, nearest });
  });

  it('shows no more than a line of what it does not know', () => {
    const command = parseCommand('tell me everything '.repeat(2000));
    expect(command).toMatchObject({ kind: 'unknown' });
    expect(command.kind === 'unknown' && [...command.typed]).toHaveLength(60);
  });

  it('finds the command however it is dressed', () => {
    const blank = fc.array(fc.constantFrom(' ', '&nbsp;', '\u00A0', '\u200B', '\n', '\t', '&#160;'), {
      minLength: 1,
      maxLength: 5,
    });
    const address = fc.constantFrom('', '/ptt', '<at>PTT</at>', '<at>PTT</at>&nbsp;/ptt', '/', '@PTT');
    const quotes = fc.constantFrom(['', ''], ['“', '”'], ['"', '"'], ["'", '’'], ['&quot;', '&quot;']);
    const upper = fc.boolean();
    fc.assert(
      fc.property(address, blank, blank, quotes, upper, (before, first, second, [open = '', close = ''], loud) => {
        const words = loud ? ['REVIEW', 'DUE'] : ['review', 'due'];
        // A zero-width character alone does not part two words.
        const text = `${before} ${first.join('')}${open}${words[0]}${second.join('')} ${words[1]}${close}${first.join('')}`;
        expect(parseCommand(text)).toEqual({ kind: 'review due' });
      }),
    );
  });

  it('answers anything at all without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(['review due', 'unsigned', 'help', 'unknown']).toContain(parseCommand(text).kind);
      }),
    );
  });

  it('reads 28 KB of brackets in no time', () => {
    const started = performance.now();
    for (const piece of ['<', '<at>', '&', '&#', '/ptt ', '“', '<at '])
      parseCommand(piece.repeat(28_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('the distance between two texts', () => {
  it('is nothing for the same text, the same both ways, and never more than the longer text', () => {
    const short = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(short, short, (a, b) => {
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max([...a].length, [...b].length));
      }),
    );
  });

  it.each([
    ['kitten', 'sitting', 3],
    ['', 'help', 4],
    ['due', 'dye', 1],
  ])('from %j to %j is %i', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });
});
