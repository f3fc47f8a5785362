// What the page shows: one tree for each place it can be opened in.
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { App } from './app.tsx';
import { createDrafts } from './case/forms/drafts.ts';
import { type Arrivals, ArrivalsContext } from './frame/arrivals.ts';
import { ConfigPage } from './frame/config-page.tsx';
import { OutsidePage } from './frame/outside-page.tsx';
import { Shell } from './frame/shell.tsx';
import { Themed, type ThemedProps } from './frame/themed.tsx';
import { createApi } from './server/api.ts';
import { createQueryClient } from './server/queries.ts';
import { type Services, ServicesContext } from './services.ts';
import { askForToken } from './teams/connect.ts';
import { createTokenSource } from './teams/token.ts';

type Look = Pick<ThemedProps, 'theme' | 'onThemeChange'>;

const plain = (look: Look, page: ReactNode) => (
  <StrictMode>
    <Themed {...look}>
      <Shell nav={[]} saved={null}>
        {page}
      </Shell>
    </Themed>
  </StrictMode>
);

/** For a plain browser. */
export const outsideRoot = () => plain({ theme: 'default' }, <OutsidePage />);

/** For the window in which Teams adds the tab to a channel. */
export const configRoot = (look: Look) => plain(look, <ConfigPage />);

export interface InsideRoot extends Look {
  readonly arrivals: Arrivals;
  readonly userId: string;
}

/** For the tab itself. */
export function insideRoot({ arrivals, userId, ...look }: InsideRoot) {
  const services: Services = {
    api: createApi({
      fetch: window.fetch.bind(window),
      token: createTokenSource({ ask: askForToken, now: Date.now }),
    }),
    drafts: createDrafts(() => window.sessionStorage, userId),
    newPressId: () => crypto.randomUUID(),
  };
  return (
    <StrictMode>
      <Themed {...look}>
        <QueryClientProvider client={createQueryClient()}>
          <ServicesContext value={services}>
            <ArrivalsContext value={arrivals}>
              <App />
            </ArrivalsContext>
          </ServicesContext>
        </QueryClientProvider>
      </Themed>
    </StrictMode>
  );
}
