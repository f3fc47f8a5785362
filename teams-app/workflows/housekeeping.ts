// What follows from changes, wherever they were made: cases settled, acknowledgements noted, notices sent, the governors' list brought
// in line.
// Costs no request when there is nothing to do.
import { errorFacts } from './error-name.ts';
import { settleCases } from './casework/settle-cases.ts';
import { noteAcknowledgements } from './notices/note-acknowledgements.ts';
import { sendNotices } from './notices/send-notices.ts';
import type { Outside, SchoolRow } from './ports.ts';
import { publishGovernorsView } from './publish-governors-view.ts';

const jobs: readonly ((outside: Outside, school: SchoolRow) => Promise<unknown>)[] = [
  settleCases,
  noteAcknowledgements,
  sendNotices,
  publishGovernorsView,
];

/** Never rejects: what fails for one school is logged, holds up nothing else, and is done at the next look. */
export async function housekeeping(outside: Outside): Promise<void> {
  for (const { value: school } of outside.workspace.schools.all()) {
    for (const job of jobs) {
      try {
        await job(outside, school);
      } catch (error) {
        outside.log('housekeeping failed', {
          school: school.key,
          ...errorFacts(error),
        });
      }
    }
  }
}
