// HTTP -> workflow -> JSON. Every route wants a signed-in person; every school route a member of that school's Team.
import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import type { Case } from '#domain/case.ts';
import { date, londonDate } from '#domain/dates.ts';
import type { Result } from '#domain/result.ts';
import { actorOf } from '#workflows/actor.ts';
import { changeHours } from '#workflows/casework/change-hours.ts';
import { endCase } from '#workflows/casework/end-case.ts';
import { recordConsent } from '#workflows/casework/record-consent.ts';
import { recordReview } from '#workflows/casework/record-review.ts';
import { startCase } from '#workflows/casework/start-case.ts';
import type { Target } from '#workflows/casework/change-case.ts';
import type { ReadWorkbook } from '#workflows/forms/import-sheet.ts';
import type { Membership, Outside, Row, SchoolRow } from '#workflows/ports.ts';
import type { Problem } from '#workflows/problem.ts';
import type { Authenticate } from './authenticate.ts';
import {
  changeHoursSchema,
  closeCaseSchema,
  recordConsentSchema,
  recordReviewSchema,
  startCaseSchema,
  type Me,
  type Parked,
  type Problem as ProblemAnswer,
} from './contract.ts';
import { answerImport } from './import-route.ts';
import { board, casePage, schoolSummary } from './views.ts';

export interface TabApi {
  readonly outside: Outside;
  readonly authenticate: Authenticate;
  readonly readWorkbook: ReadWorkbook;
  /** When Microsoft 365 was last asked for changes. */
  readonly lastRefreshed: () => string;
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
  next: 'If you should see this school, ask the owner of its Team to add you.',
};

function answerProblem(answer: Response, problem: Problem): void {
  const { words, field, next } = problem;
  answer.status(statusOf[problem.kind]).json({ words, field, next } satisfies ProblemAnswer);
}

/** The first thing that does not fit, in words; the client checks the same schema before it sends. */
function badInput(error: z.ZodError): Problem {
  const [issue] = error.issues;
  const field = issue?.path.join('.') ?? '';
  return { kind: 'invalid', words: `${field || 'The request'}: ${issue?.message ?? 'cannot be read'}.`, field };
}

/** The routes of the tab, to be mounted at /api. Express 5 hands rejected promises to the host's error handler. */
export function tabRouter(api: TabApi): Router {
  const router = express.Router();
  const { outside } = api;
  const today = () => londonDate(outside.clock.now());
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
    answer.json(casePage(row, { records, school, authority, actor: actorOf(member), today: today() }));
  };

  const change = <T extends { etag: string; pressId: string }>(
    schema: z.ZodType<T>,
    run: (target: Target, input: T) => Promise<Result<Row<Case>, Problem>>,
  ) =>
    visit(async (here, request, answer) => {
      const input = schema.safeParse(request.body);
      if (!input.success) return answerProblem(answer, badInput(input.error));
      const caseRef = String(request.params['ref']);
      const target = { school: here.school, caseRef, actor: actorOf(here.member), etag: input.data.etag };
      const done = await run(target, input.data);
      if (!done.ok) return answerProblem(answer, done.error);
      api.afterChange(here.school.key);
      showCase(answer, here, done.value);
    });

  router.get('/me', (request, answer) => {
    const { name, roles, schools } = memberOf(request);
    const mine = outside.workspace.schools.all().filter((row) => schools.includes(row.value.key));
    answer.json({ name, roles: [...roles], schools: mine.map((row) => schoolSummary(row.value)) } satisfies Me);
  });

  const school = '/schools/:school';
  router.get(
    `${school}/cases`,
    visit((here, _request, answer) => {
      answer.json(
        board(outside.workspace.school(here.school.key), here.school, { today: today(), asOf: api.lastRefreshed() }),
      );
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
    `${school}/parked`,
    visit((here, _request, answer) => {
      const rows = outside.workspace.school(here.school.key).inbox.all();
      const parked: Parked = rows
        .filter((row) => row.value.state === 'parked')
        .map(({ value }) => ({
          key: value.key,
          form: value.form,
          origin: value.origin,
          receivedOn: value.receivedOn.toString(),
          words: value.reason ?? '',
        }));
      answer.json(parked);
    }),
  );

  const json = express.json({ limit: '100kb' });
  const ref = `${school}/cases/:ref`;
  router.post(
    `${ref}/review`,
    json,
    change(recordReviewSchema, (target, input) =>
      recordReview(outside, target, {
        ...input,
        reviewKey: null,
        heldOn: date(input.heldOn),
        nextOn: input.nextReviewOn ? date(input.nextReviewOn) : null,
      }),
    ),
  );
  router.post(
    `${ref}/consent`,
    json,
    change(recordConsentSchema, (target, input) => recordConsent(outside, target, { ...input, on: date(input.on) })),
  );
  router.post(
    `${ref}/start`,
    json,
    change(startCaseSchema, (target) => startCase(outside, target)),
  );
  router.post(
    `${ref}/close`,
    json,
    change(closeCaseSchema, (target, input) => {
      const running =
        outside.workspace.school(target.school.key).cases.byKey(target.caseRef)?.value.status === 'active';
      return endCase(outside, target, {
        action: running ? 'close' : 'withdraw',
        on: date(input.on),
        reason: input.reason,
      });
    }),
  );
  router.post(
    `${ref}/hours`,
    json,
    change(changeHoursSchema, (target, { times, hoursInSchool, startsOn, endsOn }) =>
      changeHours(outside, target, { times, hoursInSchool, startsOn: date(startsOn), endsOn: date(endsOn) }),
    ),
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
  return router;
}
