// A case's parts filled in through the tab, one after another, as a SENCO would.
import type { TenantUser } from '#local/tenant-definition.ts';
import { sectionToJson } from '#domain/record/section-content.ts';
import { sectionPageSchema } from '#tab/contract/answers.ts';
import { completeContents } from '#test/builders/sections.ts';
import { today } from '#test/builders/today.ts';
import type { Trust } from './a-trust.ts';

type Body = Record<string, unknown>;

/** The risks are gone through once more on the day itself, because the times were put to the parent on it. */
const asOfToday = (body: Body): Body => {
  const { risk } = body;
  return typeof risk === 'object' && risk !== null ? { risk: { ...risk, reviewedOn: today.toString() } } : body;
};

/** Saves the parts that `wanted` picks; left out, every part, so that nothing stands in the way of a start. */
export async function fillIn(
  trust: Trust,
  who: TenantUser,
  caseAddress: string,
  wanted: (kind: string) => boolean = () => true,
): Promise<void> {
  for (const content of completeContents().filter(({ kind }) => wanted(kind))) {
    const address = `${caseAddress}/sections/${content.kind}`;
    const { etag } = sectionPageSchema.parse((await trust.api(who, address)).body);
    const body = asOfToday({ ...sectionToJson(content) });
    const saved = await trust.api(who, address, { etag, pressId: `${content.kind}-1`, body });
    if (saved.status !== 200) throw new Error(`${address} was not saved: ${JSON.stringify(saved.body)}`);
  }
}
