import { londonDate } from '#domain/dates.ts';
import { settleCase } from '../casework/settle-case.ts';
import type { Outside, SchoolRow } from '../ports.ts';
import { noticeReference } from './notice-document.ts';

/** Carries an officer's tick in the authority's list over to the school's notice and the case's chronology. */
export async function noteAcknowledgements(
  outside: Pick<Outside, 'workspace' | 'clock' | 'log'>,
  school: SchoolRow,
): Promise<void> {
  const records = outside.workspace.school(school.key);
  for (const row of records.notices.all()) {
    if (row.value.state !== 'sent') continue;
    const seen = outside.workspace.authorityNotices(school.authority).byKey(noticeReference(row.value))?.value;
    if (!seen?.acknowledged) continue;
    const noted = await records.notices.change(row, {
      state: 'acknowledged',
      acknowledgedOn: londonDate(outside.clock.now()),
      acknowledgedBy: seen.editedBy,
    });
    if (!noted.ok) continue;
    outside.log('notice acknowledged', { school: school.key, kind: row.value.kind });
    await settleCase({ records, school, clock: outside.clock }, row.value.caseRef);
  }
}
