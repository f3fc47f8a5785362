import { describe, expect, it } from 'vitest';
import { caseActions, type CaseAction } from '#domain/lifecycle.ts';
import type { Choice } from '#tab/contract/answers.ts';
import { actionGroups } from '#tab/client/case/action-groups.ts';
import { aChoice } from './fake/builders.ts';

const notYou = 'Only the headteacher can do this.';

/** Each group by the actions in it. */
function grouped(choices: readonly Choice[]) {
  const { next, others, endings, refused } = actionGroups(choices);
  const names = (some: readonly Choice[]) => some.map(({ action }) => action);
  return {
    next: next?.action,
    others: names(others),
    endings: names(endings),
    refused: refused.map(({ why, choices: some }) => [why, names(some)]),
  };
}

describe('what can be done to a case', () => {
  it('puts what people come for first, and what ends a case apart', () => {
    const choices = (['record review', 'change hours', 'extend', 'record refusal', 'close', 'transfer'] as const).map(
      (action) => aChoice(action),
    );
    expect(grouped(choices)).toEqual({
      next: 'record review',
      others: ['change hours', 'extend', 'record refusal'],
      endings: ['close', 'transfer'],
      refused: [],
    });
  });

  it.each<[CaseAction | undefined, readonly CaseAction[]]>([
    ['begin preparing', ['begin preparing', 'change hours', 'withdraw']],
    ['start', ['start', 'change hours', 'record refusal']],
    ['sign off', ['record review', 'sign off', 'change hours']],
    ['record consent', ['record consent', 'record review']],
    [undefined, ['reopen']],
    [undefined, ['change hours', 'withdraw']],
  ])('puts “%s” first among %o', (first, actions) => {
    expect(grouped(actions.map((action) => aChoice(action))).next).toBe(first);
  });

  it('puts nothing first that is refused, and says a reason that several share once', () => {
    const choices = [
      aChoice('start', notYou),
      aChoice('record consent'),
      aChoice('record refusal', 'Something else.'),
      aChoice('decline', notYou),
    ];
    expect(grouped(choices)).toEqual({
      next: 'record consent',
      others: [],
      endings: [],
      refused: [
        [notYou, ['start', 'decline']],
        ['Something else.', ['record refusal']],
      ],
    });
  });

  it('shows every action exactly once', () => {
    const choices = caseActions.map((action, index) => aChoice(action, index % 3 === 0 ? notYou : null));
    const { next, others, endings, refused } = actionGroups(choices);
    const shown = [...(next ? [next] : []), ...others, ...endings, ...refused.flatMap((group) => group.choices)];
    expect(shown.map(({ action }) => action).toSorted()).toEqual(caseActions.toSorted());
  });
});
