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
