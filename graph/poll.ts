/** Does `work` again and again, waiting between the end of one and the beginning of the next. The answer stops it and waits for its end. */
export function pollEvery(everyMs: number, work: () => Promise<void>): () => Promise<void> {
  let stopped = false;
  let underWay: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const schedule = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      underWay = work().finally(schedule);
    }, everyMs);
  };
  schedule();

  return async () => {
    stopped = true;
    clearTimeout(timer);
    await underWay;
  };
}
