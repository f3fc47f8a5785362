// What a parent has agreed to does not change under their signature (reg 11(6)(c)): other times are another version.
import type { Casefile } from '#domain/case.ts';
import { recordOf } from '#domain/record-of.ts';
import type { SectionContent } from '#domain/record/sections.ts';
import type { School } from '#domain/school.ts';
import { sameTimes } from '#domain/timetable/plan.ts';
import { problem, type Problem } from '../problem.ts';

/** Why these weeks cannot be written: they would give a version that a parent has signed other times. Null when they can. */
export function changesWhatIsAgreed(file: Casefile, content: SectionContent, school: School): Problem | null {
  if (content.kind !== 'weeks') return null;
  const others = file.sections.filter((one) => one.content.kind !== 'weeks');
  const written = { key: '', caseRef: file.case.ref, content, words: '', changedOn: file.case.openedOn, changedBy: '' };
  const before = recordOf(file, school).plan.versions;
  const after = recordOf({ ...file, sections: [...others, written] }, school).plan.versions;
  for (const { version, state } of file.agreements) {
    if (state !== 'signed' && state !== 'withdrawn') continue;
    const was = before.find((one) => one.version === version);
    const is = after.find((one) => one.version === version);
    if (!was || !is || sameTimes(was, is)) continue;
    const words = `The parent has signed the times of version ${version}, and these weeks are not the same.`;
    const next = `Put version ${version} back as it was. For other times use “Change times or dates”, which makes a new version to agree to, and write its weeks.`;
    return problem('invalid', words, { field: 'plan.versions', next });
  }
  return null;
}
