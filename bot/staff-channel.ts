import { err, ok } from '#domain/result.ts';
import type { StaffChannel } from '#workflows/ports.ts';
import { digestCard } from './cards/digest.ts';
import type { Connector, ConnectorRefusal } from './connector.ts';
import type { TabPlace } from './tab-links.ts';

export interface StaffChannelDependencies {
  readonly connector: Pick<Connector, 'createThread'>;
  readonly tab: TabPlace;
}

const howToInstall =
  'An owner of the Team can add it: the Team’s menu, Manage team, Apps, then “Part-time timetables”, and choose the staff channel.';

/** Posts digests. Throws when Teams gave no clear answer: then the digest may or may not be in the channel. */
export function createStaffChannel({ connector, tab }: StaffChannelDependencies): StaffChannel {
  return {
    async post(school, digest) {
      const { staffChannelId: channelId, serviceUrl } = school;
      if (channelId === null || serviceUrl === null) {
        return err(
          `The app is not installed in the Team of ${school.name}, so there is no staff channel to post to. ${howToInstall}`,
        );
      }
      const posted = await connector.createThread({ serviceUrl, channelId }, digestCard(digest, tab));
      return posted.ok ? ok(posted.value.activityId) : err(`${whyNot(posted.error)} (${school.name})`);
    },
  };
}

function whyNot({ status, code }: ConnectorRefusal): string {
  if (code === 'UnknownServiceUrl') {
    return 'The address kept for posting to Teams is not one of Microsoft’s, so nothing was sent to it. Write to the bot in the channel to mend it.';
  }
  if (code === 'SignInFailed') {
    return 'The app could not sign in to post, so nothing was sent. Whoever looks after the app should check its client id and secret.';
  }
  if (code === 'Unreachable') return 'Teams could not be reached. The digest will be tried again at the next check.';
  if (code === 'MessageWritesBlocked')
    return 'The staff channel does not let the app post. An owner of the Team can allow it in the channel’s settings.';
  if (status === 403) return `The app is no longer in the Team, or not in this channel. ${howToInstall}`;
  if (status === 404) return `The staff channel is gone. ${howToInstall}`;
  if (status === 401)
    return 'Teams did not accept the app’s sign-in. Whoever looks after the app should check its client id and secret.';
  if (status === 413) return 'Teams found the digest too large.';
  if (status === 429) return 'Teams asked us to slow down. The digest will be tried again at the next check.';
  return `Teams refused the post (${status} ${code}).`;
}
