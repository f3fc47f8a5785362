import { createContext, use } from 'react';
import type { Drafts } from './case/forms/drafts.ts';
import type { Api } from './server/api.ts';

/** What pages need from outside, handed down once. */
export interface Services {
  readonly api: Api;
  readonly drafts: Drafts;
  /** A new id for a form that was opened: a press that is sent twice happens once. */
  readonly newPressId: () => string;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = use(ServicesContext);
  if (services === null) throw new Error('useServices is called outside ServicesContext: wrap the page in it.');
  return services;
}
