import { loadToken } from './api.ts';
import { openAddress } from './links.ts';
import type { ChannelPlace, Surroundings } from './place.ts';
import type { AppView } from './wire.ts';

// The host's side of teams-js: which messages it sends and what it expects back.

export interface HostedTab {
  readonly app: AppView;
  /** null for the personal app. */
  readonly place: ChannelPlace | null;
  readonly subPage: string | null;
}

export interface HostEvents {
  /** The tab said it has loaded. */
  readonly ready: () => void;
  /** The tab said it could not. */
  readonly failed: (why: string) => void;
}

interface Call {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
}

/** Everything a tab may ask of this client; teams-js itself refuses what is not listed. */
const RUNTIME = JSON.stringify({
  apiVersion: 4,
  isLegacyTeams: false,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: { app: {}, pages: {} },
});
const CLIENT_SDK_VERSION = '2.0.1';

/** Answers the tab in the frame until closed. Only a frame of this origin is answered. */
export function hostTab(
  frame: HTMLIFrameElement,
  tab: HostedTab,
  surroundings: Surroundings,
  events: HostEvents,
): () => void {
  const answer = (call: Call, args: readonly unknown[]): void => {
    frame.contentWindow?.postMessage({ id: call.id, uuidAsString: call.uuidAsString, args }, location.origin);
  };
  const onMessage = (event: MessageEvent<unknown>): void => {
    if (event.source !== frame.contentWindow || event.origin !== location.origin || !isCall(event.data)) return;
    void respond(event.data, { tab, surroundings, events, answer });
  };
  window.addEventListener('message', onMessage);
  const stopTheme = surroundings.onTheme((theme) => {
    frame.contentWindow?.postMessage({ func: 'themeChange', args: [theme] }, location.origin);
  });
  return () => {
    window.removeEventListener('message', onMessage);
    stopTheme();
  };
}

interface Responding {
  readonly tab: HostedTab;
  readonly surroundings: Surroundings;
  readonly events: HostEvents;
  readonly answer: (call: Call, args: readonly unknown[]) => void;
}

async function respond(call: Call, { tab, surroundings, events, answer }: Responding): Promise<void> {
  switch (call.func) {
    case 'initialize':
      answer(call, ['content', 'web', RUNTIME, CLIENT_SDK_VERSION]);
      return;
    case 'getContext':
      answer(call, [tabContext(tab, surroundings)]);
      return;
    case 'authentication.getAuthToken':
      answer(
        call,
        await loadToken(tab.app.appId).then(
          ({ token }) => [true, token],
          (error: unknown) => [false, error instanceof Error ? error.message : String(error)],
        ),
      );
      return;
    case 'appInitialization.appLoaded':
    case 'appInitialization.success':
      events.ready();
      return;
    case 'appInitialization.failure':
    case 'appInitialization.expectedFailure':
      events.failed(textOf(call.args?.[1]) || textOf(call.args?.[0]));
      return;
    case 'executeDeepLink':
      openAddress(textOf(call.args?.[0]), surroundings.workplace);
      answer(call, [true]);
      return;
    case 'registerHandler':
    case 'setFrameContext':
      return;
    default:
      // No answer is the honest one: whatever was answered, teams-js could take for success.
      console.error(`The local Teams client does not know the teams-js call "${call.func}".`);
  }
}

/** The flat shape of teams-js 1, which teams-js 2 unfolds. */
function tabContext({ app, place, subPage }: HostedTab, { workplace, theme }: Surroundings): Record<string, unknown> {
  const { person, tenant } = workplace;
  const common = {
    locale: 'en-gb',
    theme: theme(),
    entityId: app.entityId,
    subEntityId: subPage ?? '',
    appId: app.appId,
    hostName: 'Teams',
    hostClientType: 'web',
    frameContext: 'content',
    sessionId: crypto.randomUUID(),
    tid: tenant.id,
    userObjectId: person.id,
    userDisplayName: person.displayName,
    userPrincipalName: person.mail,
    loginHint: person.mail,
  };
  if (place === null) return common;
  return {
    ...common,
    groupId: place.team.id,
    teamId: place.team.channels[0]?.id ?? '',
    teamName: place.team.displayName,
    channelId: place.channel.id,
    channelName: place.channel.displayName,
    channelType: 'Regular',
    teamSiteUrl: `https://${tenant.sharePointHost}${place.team.sitePath}`,
    teamSiteDomain: tenant.sharePointHost,
    teamSitePath: place.team.sitePath,
  };
}

const textOf = (argument: unknown): string => (typeof argument === 'string' ? argument : '');

function isCall(data: unknown): data is Call {
  return typeof data === 'object' && data !== null && 'func' in data && typeof data.func === 'string' && 'id' in data;
}
