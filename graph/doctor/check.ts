// What one look of the doctor's says. Nothing in it names a pupil or holds what stands in a row.
import { errorName } from '#workflows/error-name.ts';
import { GraphFailure } from '../graph-failure.ts';
import type { Mender, Trouble } from '../trouble.ts';

export const checkNames = [
  'certificate',
  'sign-in',
  'clock',
  'permissions',
  'mail',
  'role groups',
  'site',
  'lists',
  'rows',
  'notices',
  'register',
  'library',
  'policies',
  'Team',
  'staff channel',
  'bot',
  'subscriptions',
  'the rest',
  'cost',
] as const;
export type CheckName = (typeof checkNames)[number];

export interface Check {
  readonly check: CheckName;
  /** The site, school, role or permission that it is about; null for the app as a whole. */
  readonly about: string | null;
  readonly standing: 'ok' | 'to mend' | 'not looked at';
  readonly words: string;
  /** Null where all is well. */
  readonly who: Mender | null;
  readonly todo: string | null;
}

export const fine = (check: CheckName, about: string | null, words: string): Check => ({
  check,
  about,
  standing: 'ok',
  words,
  who: null,
  todo: null,
});

export const toMend = (check: CheckName, about: string | null, trouble: Trouble): Check => ({
  check,
  about,
  standing: 'to mend',
  ...trouble,
});

export const notSeen = (check: CheckName, about: string | null, trouble: Trouble): Check => ({
  check,
  about,
  standing: 'not looked at',
  ...trouble,
});

/** What a look said, and what it found for those that follow; null when it could not be found. */
export interface Seen<T> {
  readonly checks: readonly Check[];
  readonly found: T | null;
}

/** One look. What goes wrong while looking is said of this look alone, and the next goes on. */
export async function lookFor<T>(
  check: CheckName,
  about: string | null,
  work: () => Promise<Seen<T>>,
): Promise<Seen<T>> {
  try {
    return await work();
  } catch (error) {
    return { checks: [notSeen(check, about, whyNotSeen(error))], found: null };
  }
}

/** A look after which nothing has to be known. */
export async function look(
  check: CheckName,
  about: string | null,
  work: () => Promise<Check | readonly Check[]>,
): Promise<readonly Check[]> {
  const { checks } = await lookFor(check, about, async () => {
    const seen = await work();
    return { checks: 'standing' in seen ? [seen] : seen, found: null };
  });
  return checks;
}

function whyNotSeen(error: unknown): Trouble {
  if (!(error instanceof GraphFailure))
    return {
      words: `An answer of Microsoft 365 could not be understood (${errorName(error)}).`,
      who: 'whoever runs the app',
      todo: 'Run the doctor again; should it go on, report it with the version of the app.',
    };
  const { status, code, requestId } = error;
  if (status === 0)
    return {
      words: `Microsoft Graph gave no answer (${code}).`,
      who: 'whoever runs the app',
      todo: 'Let this computer reach https://graph.microsoft.com (port 443), then run the doctor again.',
    };
  if (status === 429)
    return {
      words: 'Microsoft 365 asks the app to wait.',
      who: 'whoever runs the app',
      todo: 'Run the doctor again in ten minutes.',
    };
  if (status >= 500)
    return {
      words: `Microsoft 365 had a fault of its own (${status} ${code}, request ${requestId ?? 'unknown'}).`,
      who: 'whoever runs the app',
      todo: 'Look at https://status.cloud.microsoft, and run the doctor again later.',
    };
  return {
    words: `Microsoft 365 refused to answer (${status} ${code}, request ${requestId ?? 'unknown'}).`,
    who: 'whoever runs the app',
    todo: 'Give Microsoft’s support the number of the request.',
  };
}
