// Times work on one core. Processor time is what is held against a limit: on a busy machine the clock says more.

export interface Timing {
  readonly wallMs: number;
  readonly cpuMs: number;
}

export interface Measured {
  readonly name: string;
  readonly runs: readonly Timing[];
  readonly median: Timing;
  /** Milliseconds of processor time that the median may take. */
  readonly limitMs: number;
  readonly within: boolean;
}

function timed(work: () => void): Timing {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  work();
  const wallMs = performance.now() - wall;
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (user + system) / 1000 };
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export function measure(name: string, limitMs: number, times: number, work: () => void): Measured {
  const runs = Array.from({ length: times }, () => timed(work));
  const median = { wallMs: middle(runs.map((run) => run.wallMs)), cpuMs: middle(runs.map((run) => run.cpuMs)) };
  return { name, runs, median, limitMs, within: median.cpuMs <= limitMs };
}

const shown = (ms: number): string => (ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toFixed(3)} ms`);

export const measuredWords = ({ name, runs, median, limitMs, within }: Measured): string =>
  `${within ? 'ok  ' : 'SLOW'} ${name}: ${shown(median.cpuMs)} of processor time, ${shown(median.wallMs)} by the clock (median of ${runs.length}; limit ${shown(limitMs)})`;
