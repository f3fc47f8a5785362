// Carrying out one step of a plan: SharePoint may refuse any change, and then says little about why.
import { GraphFailure } from '../../graph-failure.ts';
import type { Trouble } from '../../trouble.ts';
import { type Column, columnDefinition } from '../column.ts';
import { indexHindrance, type ListAtHand, uniquenessHindrance } from './hindrance.ts';
import type { Difference, Step } from './plan.ts';
import { mayNotMend, refusedBySharePoint } from './troubles.ts';
import { differencesInWords, notThere, partsInWords } from './words.ts';

/** What was refused once for want of a right need not be tried for every column. */
export interface Rights {
  mayChange: boolean;
}

/** Answers what of the step is left to a person. */
export async function carryOut(
  step: Step,
  list: ListAtHand,
  rights: Rights,
  say: (words: string) => void,
): Promise<readonly Trouble[]> {
  const { shape, graph, listPath } = list;
  const { column } = step;
  const place = `column “${column.title}” of “${shape.title}”`;
  switch (step.kind) {
    case 'explain':
      return [step.trouble];
    case 'make': {
      const make = (definition: object): Promise<Trouble | null> =>
        attempt(list, rights, column, notThere, () => graph.post(`${listPath}/columns`, definition));
      const whole = await make(columnDefinition(column));
      if (whole === null) {
        if (column.indexed) list.indexed.add(column.name);
        say(`made ${place}`);
        return [];
      }
      // A column without its index is better than none.
      const plain = { ...columnDefinition(column), indexed: false, enforceUniqueValues: false };
      if (!column.indexed || !rights.mayChange || (await make(plain)) !== null) return [whole];
      say(`made ${place}, without its index`);
      return [(await indexHindrance(list, column)) ?? whole];
    }
    case 'mend': {
      const patch = (these: readonly Difference[]): Promise<Trouble | null> =>
        attempt(list, rights, column, differencesInWords(these), () =>
          graph.patch(
            `${listPath}/columns/${step.found.id}`,
            Object.fromEntries(these.flatMap(({ change }) => Object.entries(change))),
          ),
        );
      const { mended, troubles } = await mendParts(step.differences, patch, rights, (part) =>
        hindranceOf(part, list, column),
      );
      if (mended.some(({ part }) => part === 'index')) list.indexed.add(column.name);
      if (mended.length > 0) say(`mended ${partsInWords(mended)} of ${place}`);
      return troubles;
    }
  }
}

/** All parts in one change; where that is refused, each by itself, so that one does not hold up the others. */
async function mendParts(
  differences: readonly Difference[],
  patch: (these: readonly Difference[]) => Promise<Trouble | null>,
  rights: Rights,
  hindrance: (part: Difference) => Promise<Trouble | null>,
): Promise<{ readonly mended: readonly Difference[]; readonly troubles: readonly Trouble[] }> {
  const whole = await patch(differences);
  if (whole === null) return { mended: differences, troubles: [] };
  if (!rights.mayChange) return { mended: [], troubles: [whole] };
  const mended: Difference[] = [];
  const troubles: Trouble[] = [];
  let indexRefused = false;
  for (const one of differences) {
    // Without its index a column cannot be kept unique; that is said already.
    const refused = differences.length === 1 ? whole : indexRefused ? null : await patch([one]);
    if (refused === null && !indexRefused) {
      mended.push(one);
      continue;
    }
    const why = (await hindrance(one)) ?? refused;
    if (why) troubles.push(why);
    indexRefused ||= one.part === 'index';
  }
  return { mended, troubles };
}

const hindranceOf = async ({ part, change }: Difference, list: ListAtHand, column: Column): Promise<Trouble | null> => {
  if (part === 'index' && change['indexed'] === true) return indexHindrance(list, column);
  if (part === 'uniqueness' && change['enforceUniqueValues'] === true) return uniquenessHindrance(list, column);
  return null;
};

/** Null when the change was made; a trouble when SharePoint refused it. Throws when it gave no answer, or is too busy to. */
async function attempt(
  { shape }: ListAtHand,
  rights: Rights,
  column: Column,
  what: string,
  change: () => Promise<unknown>,
): Promise<Trouble | null> {
  if (!rights.mayChange) return mayNotMend(shape, column, what);
  try {
    await change();
    return null;
  } catch (error) {
    if (!(error instanceof GraphFailure) || !isRefusal(error)) throw error;
    if (error.status !== 403) return refusedBySharePoint(shape, column, what, error);
    rights.mayChange = false;
    return mayNotMend(shape, column, what);
  }
}

const isRefusal = ({ status }: GraphFailure): boolean =>
  status >= 400 && status < 500 && status !== 401 && status !== 429;
