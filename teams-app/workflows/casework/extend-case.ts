import type { Case } from '#domain/case.ts';
import { isAfter, shortDate, type PlainDate } from '#domain/dates.ts';
import { partOf } from '#domain/record/section-content.ts';
import type { SectionBody } from '#domain/record/sections.ts';
import type { Result } from '#domain/result.ts';
import type { Row } from '../ports.ts';
import { problem, type Problem } from '../problem.ts';
import { changeCase, writeRow, type Changing, type Scene, type Target } from './change-case.ts';
import { writeSection } from './save-section.ts';

export interface Extension {
  /** The new last day. */
  readonly to: PlainDate;
  readonly reason: string;
  readonly exceptional: string;
  /** Empty where nobody was consulted, which a finding then says. */
  readonly agencies: readonly string[];
  readonly consultedOn: PlainDate | null;
}

type Extensions = SectionBody<'extensions'>['extensions'];

const extensionsOf = ({ file }: Pick<Scene, 'file'>): Extensions => partOf(file, 'extensions')?.body.extensions ?? [];

function wrong({ row, today }: Scene, asked: Extension): Problem | null {
  const { endsOn } = row.value;
  if (!isAfter(asked.to, endsOn)) {
    const next = 'Give a later last day, or use “Change times or dates” for an earlier one.';
    return problem('invalid', `The plan runs to ${shortDate(endsOn)} already.`, { field: 'to', next });
  }
  if (!isAfter(asked.to, today)) return problem('invalid', `${shortDate(asked.to)} has passed.`, { field: 'to' });
  if (asked.consultedOn && isAfter(asked.consultedOn, today))
    return problem('invalid', `${shortDate(asked.consultedOn)} is in the future.`, { field: 'consultedOn' });
  if (asked.reason.trim() !== '') return null;
  const next = 'Write why more time is needed and what will be different.';
  return problem('invalid', 'No reason is given for more time.', { field: 'reason', next });
}

/** A later last day, as a new version that the parent is asked to agree to. The extension is written down before the date moves. */
export function extendCase(outside: Changing, target: Target, asked: Extension): Promise<Result<Row<Case>, Problem>> {
  const isThis = (version: number) => (one: Extensions[number]) =>
    one.version === version && one.to?.equals(asked.to) === true;
  return changeCase(outside, target, {
    action: 'extend',
    doneAlready: ({ row: { value }, file }) =>
      value.endsOn.equals(asked.to) && extensionsOf({ file }).some(isThis(value.version)),
    write: async (scene) => {
      const trouble = wrong(scene, asked);
      if (trouble) return trouble;
      const { records, row, today } = scene;
      const version = row.value.version + 1;
      const before = extensionsOf(scene);
      const extension: Extensions[number] = {
        number: before.length + 1,
        requestedOn: today,
        from: row.value.endsOn.add({ days: 1 }),
        to: asked.to,
        version,
        reason: asked.reason.trim(),
        exceptional: asked.exceptional.trim() || null,
        planRevisedOn: today,
        parentAgreedOn: null,
        consultedOn: asked.consultedOn,
        agencies: [...asked.agencies],
        authorityAgreedOn: null,
      };
      // A request that was cut short after this row finds its extension written.
      const body = { extensions: before.some(isThis(version)) ? before : [...before, extension] };
      const by = { on: today, name: target.actor.name };
      const notKept = await writeSection(records, row.value.ref, { kind: 'extensions', body }, by, null);
      return notKept ?? writeRow(records.cases, row, { endsOn: asked.to, version });
    },
  });
}
