// What follows from changes, wherever they were made: acknowledgements noted, notices sent, the governors' list brought in line.
// Costs no request when there is nothing to do.
import { noteAcknowledgements } from './notices/note-acknowledgements.ts';
import { sendNotices } from './notices/send-notices.ts';
import type { Outside } from './ports.ts';
import { publishGovernorsView } from './publish-governors-view.ts';

export async function housekeeping(outside: Outside): Promise<void> {
  await noteAcknowledgements(outside);
  for (const { value: school } of outside.workspace.schools.all()) {
    await sendNotices(outside, school);
    await publishGovernorsView(outside, school);
  }
}
