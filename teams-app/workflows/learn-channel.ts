import type { Outside } from './ports.ts';

/** Where a Team can be posted to, as something that Teams sent us says. */
export interface ChannelHeard {
  readonly teamId: string;
  readonly channelId: string;
  readonly serviceUrl: string;
  /** True when somebody chose this channel while installing the app. */
  readonly chosen: boolean;
}

/** Remembers where a school's Team can be posted to, in the trust's register. True when that was news; else nothing is written. */
export async function learnChannel(outside: Pick<Outside, 'workspace' | 'log'>, heard: ChannelHeard): Promise<boolean> {
  const row = outside.workspace.schools.all().find(({ value }) => value.teamId === heard.teamId);
  if (!row) return false;
  const staffChannelId = heard.chosen ? heard.channelId : (row.value.staffChannelId ?? heard.channelId);
  if (row.value.serviceUrl === heard.serviceUrl && row.value.staffChannelId === staffChannelId) return false;
  const changed = await outside.workspace.schools.change(row, { serviceUrl: heard.serviceUrl, staffChannelId });
  if (changed.ok) outside.log('channel learnt', { school: row.value.key });
  return changed.ok;
}
