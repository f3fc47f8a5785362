/** How many characters must be put in, taken out or changed to make one text of the other (Levenshtein). */
export function editDistance(from: string, to: string): number {
  const target = [...to];
  let above = Array.from({ length: target.length + 1 }, (_, index) => index);
  for (const [row, character] of [...from].entries()) {
    const here = [row + 1];
    for (const [column, other] of target.entries()) {
      const changed = (above[column] ?? 0) + (character === other ? 0 : 1);
      here.push(Math.min(changed, (above[column + 1] ?? 0) + 1, (here[column] ?? 0) + 1));
    }
    above = here;
  }
  return above[target.length] ?? 0;
}

/** The candidate that takes the fewest changes; the earlier of two that are equally near. Throws when there are none. */
export function nearestOf(text: string, candidates: readonly string[]): string {
  const ranked = candidates.map((candidate) => ({ candidate, distance: editDistance(text, candidate) }));
  return ranked.reduce((best, one) => (one.distance < best.distance ? one : best)).candidate;
}
