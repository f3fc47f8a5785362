import type { Live } from './live.ts';
import type { Theme } from './session.ts';
import type { AppView, ChannelView, TeamView, WorkplaceView } from './wire.ts';

/** What every view of the page is given. */
export interface Surroundings {
  readonly workplace: WorkplaceView;
  readonly live: Live;
  readonly theme: () => Theme;
  readonly onTheme: (listener: (theme: Theme) => void) => () => void;
}

export interface ChannelPlace {
  readonly team: TeamView;
  readonly channel: ChannelView;
  /** The apps installed in the team. */
  readonly apps: readonly AppView[];
}

export function channelPlace(workplace: WorkplaceView, channelId: string): ChannelPlace | null {
  for (const team of workplace.teams) {
    const channel = team.channels.find((one) => one.id === channelId);
    if (channel === undefined) continue;
    return { team, channel, apps: workplace.apps.filter((app) => team.appIds.includes(app.appId)) };
  }
  return null;
}
