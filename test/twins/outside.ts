import type { Outside } from '#workflows/ports.ts';
import { createTwinClock, type TwinClock } from './clock.ts';
import { createTwinDocuments, type TwinDocuments } from './documents.ts';
import { createTwinLog, type TwinLog } from './log.ts';
import { createTwinMailbox, type TwinMailbox } from './mailbox.ts';
import { createTwinPeople, type TwinPeople } from './people.ts';
import { createTwinStaffChannel, type TwinStaffChannel } from './staff-channel.ts';
import { createTwinWorkspace, type TwinWorkspace } from './workspace.ts';

/** Everything a workflow may be given, in memory. */
export interface TwinOutside extends Outside {
  readonly workspace: TwinWorkspace;
  readonly people: TwinPeople;
  readonly documents: TwinDocuments;
  readonly mailbox: TwinMailbox;
  readonly staffChannel: TwinStaffChannel;
  readonly clock: TwinClock;
  readonly logged: TwinLog['entries'];
}

export function createTwinOutside(): TwinOutside {
  const { log, entries } = createTwinLog();
  let drawn = 0;
  return {
    workspace: createTwinWorkspace(),
    people: createTwinPeople(),
    documents: createTwinDocuments(),
    mailbox: createTwinMailbox(),
    staffChannel: createTwinStaffChannel(),
    clock: createTwinClock(),
    log,
    logged: entries,
    // Repeatable, and different with each draw.
    random: (limit) => {
      drawn += 7919;
      return drawn % limit;
    },
    instance: { name: 'app', run: 'run-1' },
  };
}
