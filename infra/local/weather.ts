// The weather that a person or a test chooses for the whole tenant.
import type { FaultKind } from './graph/fault-kinds.ts';
import type { Faults, KindRule, Weather } from './graph/faults.ts';
import { type Quota, type QuotaLimits, smallestTenant } from './graph/quota.ts';
import type { Usage } from './usage.ts';

export const weatherNames = ['fine', 'throttled', 'stormy', 'unreachable'] as const;
export type WeatherName = (typeof weatherNames)[number];

export interface WeatherReport {
  readonly name: WeatherName;
  /** Since this weather was chosen. */
  readonly calls: number;
  readonly hit: number;
  readonly unitsOfLastMinute: number;
  /** What an app may spend in a minute; null where nobody counts. */
  readonly unitsPerMinute: number | null;
  /** Calls that are still to fail because somebody asked for it, whatever the weather. */
  readonly pending: number;
}

export interface WeatherControl {
  choose(name: WeatherName): void;
  failNext(rule: KindRule): void;
  clearRules(): void;
  report(): WeatherReport;
}

/** So little that the product's polling alone would spend it within seconds. */
const throttledLimits: QuotaLimits = { ...smallestTenant, unitsPerMinute: 150 };

/** What each weather brings, and to which share of the calls. A storm meets about one call in four. */
const skies: Readonly<Record<WeatherName, Readonly<Partial<Record<FaultKind, number>>>>> = {
  fine: {},
  throttled: { busy: 0.05 },
  stormy: {
    busy: 0.06,
    'busy without saying how long': 0.02,
    unavailable: 0.06,
    reset: 0.04,
    'reset after the write': 0.04,
    'timeout after the write': 0.08,
  },
  unreachable: { reset: 1 },
};

const skyOf = (name: WeatherName): readonly Weather[] =>
  Object.entries(skies[name]).map(([kind, share], seed) => ({ kind: kind as FaultKind, share, seed }));

export interface WeatherNeeds {
  readonly faults: Faults;
  readonly quota: Quota;
  readonly usage: Usage;
}

export function createWeather({ faults, quota, usage }: WeatherNeeds): WeatherControl {
  const usualLimits = quota.limits();
  let chosen: WeatherName = 'fine';
  return {
    choose: (name) => {
      chosen = name;
      faults.setWeather(skyOf(name));
      quota.setLimits(name === 'throttled' ? throttledLimits : usualLimits);
    },
    failNext: (rule) => faults.failNext(rule),
    clearRules: () => faults.clearRules(),
    report: () => {
      const { requests, hit } = faults.tally();
      return {
        name: chosen,
        calls: requests,
        hit: hit + quota.refused(),
        unitsOfLastMinute: usage.unitsOfLastMinute(),
        unitsPerMinute: quota.limits()?.unitsPerMinute ?? null,
        pending: faults.pending(),
      };
    },
  };
}
