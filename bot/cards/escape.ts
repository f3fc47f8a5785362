/**
 * Text from people as text: a card's markdown makes no link, emphasis, list or date of it. Line breaks become blanks, since a line of its
 * own could start a list.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .replace(/[\\`*_~[\]<>&|]/g, '\\$&')
      .replace(/^( *)([#+-]|\d+(?=[.)]))/, (_, blanks: string, start: string) =>
        /\d/.test(start) ? `${blanks}${start}\\` : `${blanks}\\${start}`,
      )
      // {{DATE(…)}} and {{TIME(…)}} are replaced by clients before markdown is read.
      .replace(/\{(?=\{)/g, '{\u200B')
  );
}
