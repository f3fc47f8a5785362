import type { Choice } from '#tab/contract/answers.ts';

/** The steps that people come for, the likeliest first: what is allowed is what is due. */
const likely: readonly Choice['action'][] = ['begin preparing', 'start', 'sign off', 'record consent', 'record review'];

const endingActions: ReadonlySet<Choice['action']> = new Set(['close', 'decline', 'withdraw', 'transfer']);

export interface ActionGroups {
  readonly next: Choice | undefined;
  readonly others: readonly Choice[];
  /** Apart from the rest, so that nobody ends a case by a slip. */
  readonly endings: readonly Choice[];
  readonly refused: readonly { readonly why: string; readonly choices: readonly Choice[] }[];
}

/** The actions of a case's page as they are shown: calm also where there are nine of them. */
export function actionGroups(choices: readonly Choice[]): ActionGroups {
  const allowed = choices.filter(({ why }) => why === null);
  const next = likely.flatMap((action) => allowed.find((choice) => choice.action === action) ?? [])[0];
  const isEnding = ({ action }: Choice) => endingActions.has(action);
  const reasons = Map.groupBy(
    choices.filter(({ why }) => why !== null),
    ({ why }) => why ?? '',
  );
  return {
    next,
    others: allowed.filter((choice) => choice !== next && !isEnding(choice)),
    endings: allowed.filter(isEnding),
    refused: [...reasons].map(([why, refused]) => ({ why, choices: refused })),
  };
}
