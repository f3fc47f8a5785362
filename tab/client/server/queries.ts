import { QueryClient, queryOptions } from '@tanstack/react-query';
import {
  boardSchema,
  casePageSchema,
  meSchema,
  parkedSchema,
  registerWeekSchema,
  sectionPageSchema,
} from '#tab/contract/answers.ts';
import type { Outcome } from '../outcome.ts';
import type { Api } from './api.ts';
import { FailureError, failureOf, mayPass } from './failure.ts';

/** How often a page that somebody looks at asks for news, in milliseconds. A hidden page does not ask. */
const newsEvery = 5_000;

/** Asking goes on by itself, but not after a failure that only a person can mend: Teams would ask them for consent again and again. */
const whileItMayPass = (error: Error | null): number | false =>
  error === null || mayPass(failureOf(error)) ? newsEvery : false;

export const schoolPath = (school: string): string => `/schools/${encodeURIComponent(school)}`;
export const casePath = (school: string, ref: string): string =>
  `${schoolPath(school)}/cases/${encodeURIComponent(ref)}`;
export const sectionPath = (school: string, ref: string, kind: string): string =>
  `${casePath(school, ref)}/sections/${encodeURIComponent(kind)}`;

export const boardKey = (school: string) => ['board', school] as const;
export const caseKey = (school: string, ref: string) => ['case', school, ref] as const;
export const sectionKey = (school: string, ref: string, kind: string) => ['section', school, ref, kind] as const;

async function orThrow<T>(asked: Promise<Outcome<T>>): Promise<T> {
  const outcome = await asked;
  if (!outcome.ok) throw new FailureError(outcome.failure);
  return outcome.value;
}

export const meQuery = (api: Api) =>
  queryOptions({
    queryKey: ['me'],
    queryFn: ({ signal }) => orThrow(api.read('/me', meSchema, signal)),
    staleTime: 5 * 60_000,
    refetchInterval: ({ state }) => (state.error ? whileItMayPass(state.error) : false),
  });

export const boardQuery = (api: Api, school: string) =>
  queryOptions({
    queryKey: boardKey(school),
    queryFn: ({ signal }) => orThrow(api.read(`${schoolPath(school)}/cases`, boardSchema, signal)),
    refetchInterval: ({ state }) => whileItMayPass(state.error),
  });

export const caseQuery = (api: Api, school: string, ref: string) =>
  queryOptions({
    queryKey: caseKey(school, ref),
    queryFn: ({ signal }) => orThrow(api.read(casePath(school, ref), casePageSchema, signal)),
    refetchInterval: ({ state }) => whileItMayPass(state.error),
  });

/** Read anew each time it is opened and then left alone: nothing moves under the hands of somebody who types. */
export const sectionQuery = (api: Api, school: string, ref: string, kind: string) =>
  queryOptions({
    queryKey: sectionKey(school, ref, kind),
    queryFn: ({ signal }) => orThrow(api.read(sectionPath(school, ref, kind), sectionPageSchema, signal)),
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchInterval: ({ state }) => (state.error ? whileItMayPass(state.error) : false),
  });

export const parkedQuery = (api: Api, school: string) =>
  queryOptions({
    queryKey: ['parked', school],
    queryFn: ({ signal }) => orThrow(api.read(`${schoolPath(school)}/parked`, parkedSchema, signal)),
    refetchInterval: ({ state }) => whileItMayPass(state.error),
  });

/** The codes of the week that holds the day; of this week where none is given. */
export const registerQuery = (api: Api, school: string, week: string | null) =>
  queryOptions({
    queryKey: ['register', school, week],
    queryFn: ({ signal }) =>
      orThrow(
        api.read(`${schoolPath(school)}/register${week === null ? '' : `?week=${week}`}`, registerWeekSchema, signal),
      ),
    refetchInterval: ({ state }) => whileItMayPass(state.error),
  });

/** Failures that may pass are tried twice more before they are shown; the others are shown at once. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: (count, error) => count < 2 && mayPass(failureOf(error)),
        retryDelay: (count) => 500 * 2 ** count,
      },
    },
  });
}
