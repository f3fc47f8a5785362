import { problemText, type RecordProblem } from '#domain/record/parse-record.ts';

/** Why something asked for was not done, in words for the person who asked, and what to do next. */
export interface Problem {
  readonly kind: 'refused' | 'not found' | 'invalid' | 'changed meanwhile';
  readonly words: string;
  /** The field of the form that the words are about. */
  readonly field?: string;
  readonly next?: string;
}

export const problem = (
  kind: Problem['kind'],
  words: string,
  more: { field?: string; next?: string } = {},
): Problem => ({ kind, words, ...more });

export const changedMeanwhile = (columns: readonly string[] = []): Problem =>
  problem(
    'changed meanwhile',
    `Somebody else changed this case in the meantime${columns.length > 0 ? ` (${columns.join(', ')})` : ''}.`,
    {
      next: 'Look at what is there now, then send yours again. Nothing that you typed is lost.',
    },
  );

/** The first thing that is wrong with a document, and how much else is. */
export function firstProblemText([first, ...others]: readonly RecordProblem[]): string {
  const more = others.length === 1 ? 'There is one more like it.' : `There are ${others.length} more like it.`;
  return `${first ? problemText(first) : ''}${others.length === 0 ? '' : ` ${more}`}`;
}
