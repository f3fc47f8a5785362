// How much an app may ask for: SharePoint's resource units by the minute and the day, and the calls that have a limit of their own.
import { ok, type Result } from '#domain/result.ts';
import { refuse } from '../store/problem.ts';
import type { Problem } from '../store/types.ts';
import { type Allowance, createAllowance, type Spending } from './allowance.ts';

/** For each app. */
export interface QuotaLimits {
  readonly unitsPerMinute: number;
  readonly unitsPerDay: number;
  /** Sharing calls in five minutes. */
  readonly sharing: number;
  /** Calls to each mailbox in ten minutes. */
  readonly mailbox: number;
  /** Calls to each mailbox at once. */
  readonly mailboxAtOnce: number;
}

/** What Microsoft gives an app in a tenant of up to 1,000 licences. */
export const smallestTenant: QuotaLimits = {
  unitsPerMinute: 1250,
  unitsPerDay: 1_200_000,
  sharing: 300,
  mailbox: 10_000,
  mailboxAtOnce: 4,
};

export interface Cost {
  readonly units: number;
  readonly sharing: boolean;
  /** The mailbox that is called. */
  readonly mailbox?: string;
}

export interface Quota {
  /** Begins anew under other limits; null for none. */
  setLimits(limits: QuotaLimits | null): void;
  limits(): QuotaLimits | null;
  /** Charges a call, refused or not, and says what its answer has to tell of the quota; or why it is refused. */
  charge(appId: string, cost: Cost): Result<Readonly<Record<string, string>>, Problem>;
  /** Begins a call to a mailbox, to be ended by what it answers; or why it may not begin. */
  enter(appId: string, mailbox: string): Result<() => void, Problem>;
  /** Calls refused since the limits were set. */
  refused(): number;
}

const minute = 60_000;
/** From this share of a minute's quota on the answers speak of it. */
const speaksFrom = 0.8;

export function createQuota(now: () => Date, initial: QuotaLimits | null): Quota {
  let limits = initial;
  let refused = 0;
  const allowances = new Map<string, Allowance>();
  const underWay = new Map<string, number>();
  const spend = (key: string, limit: number, spanMs: number, amount: number): Spending => {
    const allowance = allowances.get(key) ?? createAllowance(limit, spanMs);
    allowances.set(key, allowance);
    return allowance.spend(amount, now().getTime());
  };

  /** Exchange's own words; SharePoint has others. */
  const refuseMailbox = (message: string, waitSeconds: number): Result<never, Problem> => {
    refused += 1;
    return refuse({
      status: 429,
      code: 'ApplicationThrottled',
      message,
      headers: { 'Retry-After': String(waitSeconds) },
    });
  };

  return {
    setLimits: (wanted) => {
      limits = wanted;
      refused = 0;
      allowances.clear();
    },
    limits: () => limits,
    refused: () => refused,
    charge: (appId, { units, sharing, mailbox }) => {
      if (limits === null) return ok({});
      const spendings: Spending[] = [];
      let headers = {};
      if (units > 0) {
        const ofMinute = spend(`units ${appId}`, limits.unitsPerMinute, minute, units);
        spendings.push(ofMinute, spend(`day ${appId}`, limits.unitsPerDay, 1440 * minute, units));
        headers = rateLimit(ofMinute, limits.unitsPerMinute);
      }
      if (sharing) spendings.push(spend(`sharing ${appId}`, limits.sharing, 5 * minute, 1));
      if (mailbox !== undefined) {
        const { waitSeconds } = spend(`mail ${appId} ${mailbox}`, limits.mailbox, 10 * minute, 1);
        if (waitSeconds > 0)
          return refuseMailbox('Application is over its request limit for this mailbox.', waitSeconds);
      }
      const wait = Math.max(...spendings.map(({ waitSeconds }) => waitSeconds), 0);
      if (wait === 0) return ok(headers);
      refused += 1;
      return refuse({
        status: 429,
        code: 'activityLimitReached',
        message: 'The request has been throttled',
        innerCode: 'throttledRequest',
        innermostCode: 'quota',
        headers: { 'Retry-After': String(wait), ...headers },
      });
    },
    enter: (appId, mailbox) => {
      const key = `${appId} ${mailbox}`;
      const others = underWay.get(key) ?? 0;
      if (limits !== null && others >= limits.mailboxAtOnce) {
        return refuseMailbox('Application is over its MailboxConcurrency limit.', 1);
      }
      underWay.set(key, others + 1);
      return ok(() => void underWay.set(key, (underWay.get(key) ?? 1) - 1));
    },
  };
}

function rateLimit({ left, resetSeconds }: Spending, limit: number): Readonly<Record<string, string>> {
  if (limit - left < limit * speaksFrom) return {};
  return {
    'RateLimit-Limit': String(limit),
    'RateLimit-Remaining': String(Math.max(0, left)),
    'RateLimit-Reset': String(resetSeconds),
  };
}
