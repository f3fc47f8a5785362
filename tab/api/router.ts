// HTTP -> workflow -> JSON. Every route wants a signed-in person; every school route a member of that school's Team.
import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import type { Case } from '#domain/case.ts';
import { date, londonDate } from '#domain/dates.ts';
import { recordToJson } from '#domain/record/parse-record.ts';
import { isSectionKind, type SectionKind } from '#domain/record/sections.ts';
import { recordOf } from '#domain/record-of.ts';
import { actorOf } from '#workflows/actor.ts';
import { casefileOf } from '#workflows/casework/casefile.ts';
import { considerCase } from '#workflows/casework/consider-case.ts';
import { receiveRecord } from '#workflows/casework/receive-record.ts';
import { registerWeek } from '#workflows/casework/register-week.ts';
import { saveSection } from '#workflows/casework/save-section.ts';
import type { ReadWorkbook } from '#workflows/forms/import-sheet.ts';
import type { Membership, Outside, Row, SchoolRow } from '#workflows/ports.ts';
import type { Problem } from '#workflows/problem.ts';
import type { Authenticate } from './authenticate.ts';
import { type Freshness, type Me, type Problem as ProblemAnswer } from '#tab/contract/answers.ts';
import { newCaseSchema, saveSectionSchema } from '#tab/contract/changes.ts';
import { answerImport } from './import-route.ts';
import { answerKeysAway } from './keys-away.ts';
import { badInput, caseRoutes } from './case-routes.ts';
import { parkedPage } from './parked-page.ts';
import { registerPage } from './register-page.ts';
import { board, casePage, schoolSummary, sectionPage } from './views.ts';

export interface TabApi {
  readonly outside: Outside;
  readonly authenticate: Authenticate;
  readonly readWorkbook: ReadWorkbook;
  /** How old what is known of a school may be. */
  readonly freshness: (school: SchoolRow) => Freshness;
  /** Sets going what follows a change (notices, the governors' view) without keeping the person waiting. */
  readonly afterChange: (schoolKey: string) => void;
}

interface Visit {
  readonly member: Membership;
  readonly school: SchoolRow;
}

const statusOf: Readonly<Record<Problem['kind'], number>> = {
  refused: 403,
  'not found': 404,
  invalid: 422,
  'changed meanwhile': 409,
};
const nothingHere: ProblemAnswer = {
  words: 'There is nothing here that you can see.',
  next: 'If you should see this school, ask the owner of its Team to add you, and to see that this app is in the Team.',
};

function answerProblem(answer: Response, problem: Problem): void {
  const { words, field, next } = problem;
  answer.status(statusOf[problem.kind]).json({ words, field, next } satisfies ProblemAnswer);
}

/** The routes of the tab, to be mounted at /api. Express 5 hands rejected promises to the host's error handler. */
export function tabRouter(api: TabApi): Router {
  const router = express.Router();
  const { outside } = api;
  const today = () => londonDate(outside.clock.now());
  const standing = (school: SchoolRow) => ({ today: today(), freshness: api.freshness(school) });
  const members = new WeakMap<Request, Membership>();

  router.use(async (request, answer, next) => {
    const personId = await api.authenticate(request.headers.authorization);
    if (personId === null) {
      answer.sendStatus(401);
      return;
    }
    members.set(request, await outside.people.whoIs(personId));
    next();
  });

  const memberOf = (request: Request): Membership => {
    const member = members.get(request);
    if (!member) throw new Error('a route was reached without sign-in');
    return member;
  };

  const visit =
    (handle: (visit: Visit, request: Request, answer: Response) => Promise<void> | void) =>
    async (request: Request, answer: Response) => {
      const member = memberOf(request);
      const school = outside.workspace.schools.all().find((row) => row.value.key === request.params['school'])?.value;
      // A school that does not exist and one that is not yours look the same from outside.
      if (!school || !member.schools.includes(school.key)) {
        answer.status(404).json(nothingHere);
        return;
      }
      await handle({ member, school }, request, answer);
    };

  const showCase = (answer: Response, { member, school }: Visit, row: Row<Case>): void => {
    const records = outside.workspace.school(school.key);
    const authority = outside.workspace.authorities.byKey(school.authority)?.value;
    answer.json(casePage(row, { records, school, authority, actor: actorOf(member), ...standing(school) }));
  };

  router.get('/me', (request, answer) => {
    const { name, roles, schools } = memberOf(request);
    const register = outside.workspace.schools;
    const mine = register.all().filter((row) => schools.includes(row.value.key));
    answer.json({
      name,
      roles: [...roles],
      schools: mine.map((row) => schoolSummary(row.value)),
      needsAttention: register.problems().map((problem) => ({ ...problem })),
    } satisfies Me);
  });

  const school = '/schools/:school';
  router.get(
    `${school}/cases`,
    visit((here, _request, answer) => {
      answer.json(board(outside.workspace, here.school, standing(here.school)));
    }),
  );
  router.get(
    `${school}/cases/:ref`,
    visit((here, request, answer) => {
      const row = outside.workspace.school(here.school.key).cases.byKey(String(request.params['ref']));
      if (row) showCase(answer, here, row);
      else answer.status(404).json(nothingHere);
    }),
  );
  router.get(
    `${school}/register`,
    visit((here, request, answer) => {
      const asked = z.object({ week: z.iso.date().optional() }).safeParse(request.query);
      if (!asked.success) return answerProblem(answer, badInput(asked.error));
      const day = asked.data.week === undefined ? today() : date(asked.data.week);
      const week = registerWeek(outside.workspace.school(here.school.key), here.school, day);
      answer.json(registerPage(week, here.school, standing(here.school)));
    }),
  );
  router.get(
    `${school}/parked`,
    visit((here, _request, answer) => {
      answer.json(parkedPage(outside.workspace.school(here.school.key), standing(here.school)));
    }),
  );

  const json = express.json({ limit: '100kb' });
  for (const { path, carryOut } of caseRoutes(outside)) {
    router.post(
      `${school}/cases/:ref/${path}`,
      json,
      visit(async (here, request, answer) => {
        const asked = { school: here.school, caseRef: String(request.params['ref']), actor: actorOf(here.member) };
        const done = await carryOut(asked, request.body);
        if (!done.ok) return answerProblem(answer, done.error);
        api.afterChange(here.school.key);
        showCase(answer, here, done.value);
      }),
    );
  }

  const section = `${school}/cases/:ref/sections/:kind`;
  const showSection = (answer: Response, { member, school }: Visit, row: Row<Case>, kind: SectionKind): void => {
    const records = outside.workspace.school(school.key);
    answer.json(sectionPage(row, kind, { records, school, actor: actorOf(member), ...standing(school) }));
  };
  /** The case and the part that the address names; else the answer is given already. */
  const sectionAsked = (here: Visit, request: Request, answer: Response) => {
    const row = outside.workspace.school(here.school.key).cases.byKey(String(request.params['ref']));
    const kind = String(request.params['kind']);
    if (row && isSectionKind(kind)) return { row, kind };
    answer.status(404).json(nothingHere);
    return null;
  };
  router.get(
    section,
    visit((here, request, answer) => {
      const asked = sectionAsked(here, request, answer);
      if (asked) showSection(answer, here, asked.row, asked.kind);
    }),
  );
  router.post(
    section,
    express.json({ limit: '300kb' }),
    visit(async (here, request, answer) => {
      const asked = sectionAsked(here, request, answer);
      if (!asked) return;
      const input = saveSectionSchema.safeParse(request.body);
      if (!input.success) return answerProblem(answer, badInput(input.error));
      const { etag, body } = input.data;
      const target = { school: here.school, caseRef: asked.row.value.ref, actor: actorOf(here.member), etag };
      const done = await saveSection(outside, target, { kind: asked.kind, body });
      if (!done.ok) return answerProblem(answer, done.error);
      api.afterChange(here.school.key);
      showSection(answer, here, done.value, asked.kind);
    }),
  );

  router.post(
    `${school}/cases`,
    json,
    visit(async (here, request, answer) => {
      const input = newCaseSchema.safeParse(request.body);
      if (!input.success) return answerProblem(answer, badInput(input.error));
      const done = await considerCase(outside, here.school, actorOf(here.member), input.data);
      if (!done.ok) return answerProblem(answer, done.error);
      api.afterChange(here.school.key);
      showCase(answer, here, done.value);
    }),
  );
  router.get(
    `${school}/cases/:ref/record`,
    visit((here, request, answer) => {
      const records = outside.workspace.school(here.school.key);
      const row = records.cases.byKey(String(request.params['ref']));
      if (!row) return void answer.status(404).json(nothingHere);
      const record = recordOf(casefileOf(records, row.value), here.school);
      answer.attachment(`${row.value.ref}.json`).json(recordToJson(record));
    }),
  );
  router.post(
    `${school}/records`,
    express.json({ limit: '2mb' }),
    visit(async (here, request, answer) => {
      const done = await receiveRecord(outside, here.school, actorOf(here.member), request.body);
      if (!done.ok) return answerProblem(answer, done.error);
      api.afterChange(here.school.key);
      showCase(answer, here, done.value);
    }),
  );

  const importQuery = z.object({
    form: z.enum(['notification', 'update', 'closure']),
    name: z.string().trim().min(1).max(200),
  });
  router.post(
    `${school}/imports`,
    express.raw({ type: () => true, limit: '10mb' }),
    visit(async (here, request, answer) => {
      const query = importQuery.safeParse(request.query);
      if (!query.success) return answerProblem(answer, badInput(query.error));
      const bytes: unknown = request.body;
      const { form, name: fileName } = query.data;
      const asked = {
        form,
        fileName,
        bytes: Buffer.isBuffer(bytes) ? bytes : new Uint8Array(),
        within: here.member.schools,
      };
      await answerImport(outside, api.readWorkbook, asked, answer);
      for (const key of here.member.schools) api.afterChange(key);
    }),
  );
  router.use(answerKeysAway(outside.log));
  return router;
}
