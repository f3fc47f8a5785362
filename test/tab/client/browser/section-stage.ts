// The page of a part of a case in a real browser, and what the tests do on it.
import type { Frame } from 'playwright-core';
import { z } from 'zod';
import type { SectionKind } from '#domain/record/sections.ts';
import type { SectionPage } from '#tab/contract/answers.ts';
import { aSectionPage } from '../fake/builders.ts';
import type { FakeSchool } from '../fake/fake-school.ts';
import type { Opened, OpenOptions, Stage } from './stage.ts';

const sentSchema = z.object({ etag: z.string(), pressId: z.string(), body: z.record(z.string(), z.unknown()) });

const place = (kind: SectionKind): string => `#/schools/LARK/cases/K7M-2QX/parts/${kind}`;

/** What a part holds, from now on: also what somebody else does to it meanwhile. */
export const put = (school: FakeSchool, kind: SectionKind, over: Partial<SectionPage>): unknown =>
  school.sections.set(`K7M-2QX/${kind}`, aSectionPage(kind, over));

export type OpenSection = (kind: SectionKind, over?: Partial<SectionPage>, options?: OpenOptions) => Promise<Opened>;

export const sectionsOn =
  (stage: () => Stage): OpenSection =>
  async (kind, over = {}, options = {}) => {
    const opened = await stage().open({ at: place(kind), school: (school) => put(school, kind, over), ...options });
    await opened.tab.getByRole('form').waitFor();
    return opened;
  };

export const press = (tab: Frame, name: string): Promise<void> =>
  tab.getByRole('button', { name, exact: true }).click();

export const save = (tab: Frame): Promise<void> => press(tab, 'Save');

export const saved = (tab: Frame): Promise<void> => tab.getByRole('status').filter({ hasText: 'Saved.' }).waitFor();

/** What was sent, checked against the contract. */
export const sent = (school: FakeSchool): readonly z.infer<typeof sentSchema>[] =>
  school.sent.map(({ body }) => sentSchema.parse(body));

export const focused = (tab: Frame): Promise<string> => tab.evaluate(() => document.activeElement?.id ?? '');
