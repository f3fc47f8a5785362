import type { RowProblem } from './ports.ts';

/** For the person who meets it. */
export const mendingWords = ({ list, id, column, words }: RowProblem): string =>
  `In SharePoint, item ${id} of the list “${list}” cannot be read: ${column} ${words}.`;

/** What was asked for is held in a row that somebody edited into something unreadable. Nothing was written over it. */
export class NeedsMending extends Error {
  override readonly name = 'NeedsMending';
  readonly problem: RowProblem;

  constructor(problem: RowProblem) {
    super(mendingWords(problem));
    this.problem = problem;
  }
}
