// What the people of a school do, each as somebody does it who looks first, presses, and looks again where no clear answer came.
import { readFile } from 'node:fs/promises';
import { sectionToJson } from '#domain/record/section-content.ts';
import type { TenantUser } from '#local/tenant-definition.ts';
import {
  boardSchema,
  type CasePage,
  casePageSchema,
  type SectionPage,
  sectionPageSchema,
} from '#tab/contract/answers.ts';
import { completeContents } from '#test/builders/sections.ts';
import { cardLines, messagesSchema } from '../journeys/cards.ts';
import type { Answer, Stage } from './stage.ts';

const school = '/schools/LARK';
const staffChannel = `conversations/${encodeURIComponent('19:lark-staff@thread.tacv2')}`;

const workbook = async (form: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(new URL(`../fixtures/forms/${form}.xlsx`, import.meta.url)));

const taken = (answer: Answer | null): unknown => answer?.status === 200 || answer;

type Body = Record<string, unknown>;

/** The risks are gone through once more on the day itself, because the times were put to the parent on it. */
const asOfToday = (body: Body): Body => {
  const { risk } = body;
  return typeof risk === 'object' && risk !== null ? { risk: { ...risk, reviewedOn: '2026-11-23' } } : body;
};

/** What can be done on a stage; each answers a deed for a step of the term. */
export function actsOn(stage: Stage) {
  const { ask, insist } = stage;
  const refs = new Map<string, string>();
  /** The address of a case, found on the board; null while it is not there. */
  const addressOf = async (who: TenantUser, pupil: string): Promise<string | null> => {
    const board = refs.has(pupil) ? null : await ask(who, `${school}/cases`);
    if (board?.status === 200)
      for (const { pupilName, ref } of boardSchema.parse(board.body).rows) refs.set(pupilName, ref);
    const ref = refs.get(pupil);
    return ref === undefined ? null : `${school}/cases/${ref}`;
  };

  const seen = async (who: TenantUser, pupil: string): Promise<CasePage | null> => {
    const address = await addressOf(who, pupil);
    const page = address && (await ask(who, address));
    return page && page.status === 200 ? casePageSchema.parse(page.body) : null;
  };

  /** Opens the page of a case and does something there, until the page shows it done. */
  const act = (
    who: TenantUser,
    pupil: string,
    action: string,
    input: object,
    isDone: (page: CasePage) => boolean,
    isReady: (page: CasePage) => boolean = () => true,
  ): (() => Promise<void>) => {
    const pressing = persistent(who, (body) => isDone(casePageSchema.parse(body)));
    return () =>
      insist(`${action} of ${pupil}`, async () => {
        const again = await pressing.again();
        if (again) return again;
        const page = await seen(who, pupil);
        if (!page) return 'no page';
        if (isDone(page)) return true;
        if (!isReady(page)) return 'the page shows an older state';
        const press = { etag: page.etag, pressId: `${action}-${pupil}`, ...input };
        return pressing.first(`${school}/cases/${page.row.ref}/${action}`, press);
      });
  };

  /** Drops an export on the page, again and again until it was taken whole. */
  const bringIn =
    (who: TenantUser, form: string): (() => Promise<void>) =>
    async () => {
      const bytes = await workbook(form);
      await insist(`bringing in the ${form} export`, async () => {
        const answer = await ask(who, `${school}/imports?form=${form}&name=${form}.xlsx`, bytes);
        const line = answer?.body;
        return typeof line === 'object' && line !== null && 'kind' in line && line.kind === 'summary' ? true : answer;
      });
    };

  /** Whoever is told “try again” presses again what is still on the page, until there is a clear answer; then they look. */
  const persistent = (who: TenantUser, isDone: (body: unknown) => boolean = () => true) => {
    let unanswered: (() => Promise<unknown>) | null = null;
    const first = async (path: string, body: object): Promise<unknown> => {
      unanswered = () => first(path, body);
      const answer = await ask(who, path, body);
      if (!answer || answer.status >= 500) return answer ?? 'no answer';
      unanswered = null;
      return (answer.status === 200 && isDone(answer.body)) || answer;
    };
    return { first, again: async (): Promise<unknown> => unanswered?.() };
  };

  const send =
    (who: TenantUser, path: string, body: object): (() => Promise<void>) =>
    () =>
      insist(`sending to ${path}`, async () => taken(await ask(who, `${school}/${path}`, body)));

  /** Fills in the parts of a case's templates, one after another. */
  const fillIn =
    (who: TenantUser, pupil: string, mine: (place: number) => boolean): (() => Promise<void>) =>
    async () => {
      const parts = completeContents().filter((_part, place) => mine(place));
      for (const content of parts) {
        const pressing = persistent(who);
        await insist(`the part ${content.kind}`, async () => {
          const again = await pressing.again();
          if (again) return again;
          const path = `${await addressOf(who, pupil)}/sections/${content.kind}`;
          const part = await ask(who, path);
          if (part?.status !== 200) return part;
          const { etag }: SectionPage = sectionPageSchema.parse(part.body);
          if (etag !== '') return true;
          const body = asOfToday({ ...sectionToJson(content) });
          return pressing.first(path, { etag, pressId: content.kind, body });
        });
      }
    };

  /** Goes through the risks once more, as the times change. */
  const lookAtRisks =
    (who: TenantUser, pupil: string, on: string): (() => Promise<void>) =>
    () => {
      const pressing = persistent(who);
      return insist(`the risks of ${pupil}`, async () => {
        const again = await pressing.again();
        if (again) return again;
        const path = `${await addressOf(who, pupil)}/sections/risk`;
        const part = await ask(who, path);
        if (part?.status !== 200) return part;
        const { etag, body }: SectionPage = sectionPageSchema.parse(part.body);
        const risk = body['risk'] as Body;
        if (risk['reviewedOn'] === on) return true;
        return pressing.first(path, { etag, pressId: on, body: { risk: { ...risk, reviewedOn: on } } });
      });
    };

  /** In SharePoint, by hand. */
  const edit = (
    path: string,
    list: string,
    of: (fields: Readonly<Record<string, unknown>>) => boolean,
    cells: object,
  ) =>
    stage.tenant.store.items
      .all(stage.trust.list(path, list).id)
      .filter(({ fields }) => of(fields))
      .map(({ id }) => stage.trust.edit(path, list, id, { ...cells }));

  /** Asks the bot what is due, and presses the button beside the case. */
  const pressHeld = (who: TenantUser, pupil: string): (() => Promise<void>) => {
    return async () => {
      await insist(`pressing “Review held” for ${pupil}`, async () => {
        const page = await seen(who, pupil);
        if (!page) return 'no page';
        if (page.reviews.some(({ heldOn }) => heldOn !== null)) return true;
        await stage.teams(who, `${staffChannel}/messages`, { text: '@PTT review due', rootId: null });
        const read = messagesSchema.safeParse(await stage.teams(who, `${staffChannel}/messages`));
        const messages = read.success ? read.data.messages : [];
        for (const { id, cards } of messages.toReversed()) {
          const button = cardLines(cards).find(({ text }) => text.startsWith(page.row.ref))?.button;
          if (button) {
            await stage.teams(who, `${staffChannel}/execute`, { messageId: id, action: button });
            break;
          }
        }
        return messages.at(-1);
      });
    };
  };

  return { act, bringIn, send, fillIn, lookAtRisks, edit, pressHeld };
}
