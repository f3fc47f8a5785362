// Failures on demand, as Graph would answer them.
import type { Problem } from '../store/types.ts';

export interface FaultRule {
  readonly method: string;
  /** Tried against the path from /v1.0 on. */
  readonly path: RegExp;
  readonly status: number;
  /** How many requests fail. */
  readonly times: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Do what was asked, then answer with the failure all the same. */
  readonly afterWrite?: boolean;
}

export interface Faults {
  failNext(rule: FaultRule): void;
  /** The failure that this request meets, if any; each call uses up one of the rule's times. */
  take(method: string, path: string): FaultRule | undefined;
  /** Rules that have not failed as often as they should. */
  pending(): number;
  clear(): void;
}

export function createFaults(): Faults {
  let rules: { readonly rule: FaultRule; left: number }[] = [];
  return {
    failNext: (rule) => {
      rules.push({ rule, left: rule.times });
    },
    take: (method, path) => {
      const found = rules.find(({ rule, left }) => left > 0 && rule.method === method && path.search(rule.path) >= 0);
      if (found === undefined) return undefined;
      found.left -= 1;
      rules = rules.filter(({ left }) => left > 0);
      return found.rule;
    },
    pending: () => rules.length,
    clear: () => {
      rules = [];
    },
  };
}

const wordings: Readonly<Record<number, Omit<Problem, 'status' | 'headers'>>> = {
  404: { code: 'itemNotFound', message: 'The resource could not be found.' },
  409: { code: 'nameAlreadyExists', message: 'The specified name already exists' },
  410: { code: 'resyncChangesApplyDifferences', message: 'Resync required' },
  412: {
    code: 'resourceModified',
    message: "ETag does not match current item's value",
    innerCode: 'entityTagDoesNotMatch',
  },
  429: { code: 'activityLimitReached', message: 'The request has been throttled', innerCode: 'throttledRequest' },
  500: { code: 'generalException', message: 'General exception while processing' },
  502: { code: 'UnknownError', message: 'Bad gateway' },
  503: { code: 'serviceNotAvailable', message: 'The service is unavailable.' },
  504: { code: 'UnknownError', message: 'Gateway timeout' },
};

export function faultProblem({ status, headers }: FaultRule): Problem {
  const wording = wordings[status] ?? { code: 'generalException', message: `Failure ${status} on demand` };
  return { status, ...wording, ...(headers === undefined ? {} : { headers }) };
}
