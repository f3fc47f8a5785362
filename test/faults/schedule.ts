// What befalls one term: drawn from a seed, so that the same seed brings the same weather and the same deaths at the same steps.
// Where two apps work side by side, which of them meets a failure may still differ from run to run.
import { type Chance, seededChance } from '#local/chance.ts';
import { faultKinds } from '#local/graph/fault-kinds.ts';
import type { Weather } from '#local/graph/faults.ts';
import type { Disturbance } from '#local/notifications/disturbances.ts';
import { type Upset, upsets } from './upsets.ts';

export interface Death {
  /** Counted from 1 through the whole term. */
  readonly step: number;
  /** Which of the two apps. */
  readonly app: number;
  /** How many more calls to Microsoft 365 it begins; the last of them gets no answer. */
  readonly calls: number;
  /** Whether that last call still arrives. */
  readonly arrives: boolean;
}

export interface Schedule {
  readonly seed: number;
  /** What every kind of failure is drawn by on one day. */
  readonly weatherOn: (day: number) => readonly Weather[];
  /** What else Microsoft 365 does on the morning of a day. */
  readonly upsetsOn: (day: number) => readonly Upset[];
  readonly deaths: readonly Death[];
  /** Whether the apps are told of changes, and what befalls what they are told. */
  readonly notified: readonly Disturbance['kind'][] | null;
  /** Whether each app keeps what it has read on disk. */
  readonly snapshots: readonly boolean[];
  /** Resource units a minute for the two apps together; null where nobody counts. */
  readonly unitsPerMinute: number | null;
}

const apps = 2;
/** The steps of the term: a death can fall into any of them. */
const stepsToDieIn = 12;
const mostDeaths = 4;

const below = (chance: Chance, limit: number): number => Math.floor(chance() * limit);
const several = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make);

/** A fair day now and then; on the others up to about a quarter of the calls meet something. */
function weather(chance: Chance): readonly Weather[] {
  if (chance() < 0.2) return [];
  const heaviest = 0.04 * chance();
  return faultKinds.map((kind) => ({ kind, share: heaviest * chance(), seed: below(chance, 2 ** 31) }));
}

export function scheduleOf(seed: number): Schedule {
  const chance = seededChance(seed);
  const deaths = several(below(chance, mostDeaths + 1), () => ({
    step: 1 + below(chance, stepsToDieIn),
    app: below(chance, apps),
    // Most commands take few calls: early ends are met more often than late ones.
    calls: 1 + Math.floor(chance() ** 2 * 40),
    arrives: chance() < 0.5,
  }));
  const kinds = ['missed', 'late', 'doubled'] as const;
  return {
    seed,
    deaths,
    notified: chance() < 0.3 ? several(below(chance, 12), () => kinds[below(chance, kinds.length)] ?? 'missed') : null,
    snapshots: several(apps, () => chance() < 0.5),
    unitsPerMinute: chance() < 0.25 ? 1250 : null,
    weatherOn: (day) => weather(seededChance(seed * 1000 + day)),
    upsetsOn: (day) => {
      const drawn = seededChance(seed * 1000 + 500 + day);
      return upsets.filter(() => drawn() < 0.2);
    },
  };
}

/** A term in which nothing goes wrong: what all the others must come to. */
export const fineTerm: Schedule = {
  seed: 0,
  weatherOn: () => [],
  upsetsOn: () => [],
  deaths: [],
  notified: null,
  snapshots: several(apps, () => false),
  unitsPerMinute: null,
};
