/** Runs work for each of many, so many at a time; one that fails does not stop the others. Outcomes come in the order of the input. */
export async function inParallel<A, B>(
  many: readonly A[],
  atATime: number,
  work: (one: A) => Promise<B>,
): Promise<readonly PromiseSettledResult<B>[]> {
  const outcomes: PromiseSettledResult<B>[] = [];
  const queue = many.entries();
  async function worker(): Promise<void> {
    for (const [place, one] of queue) {
      outcomes[place] = await work(one).then(
        (value) => ({ status: 'fulfilled', value }) as const,
        (reason: unknown) => ({ status: 'rejected', reason }) as const,
      );
    }
  }
  await Promise.all(Array.from({ length: atATime }, worker));
  return outcomes;
}
