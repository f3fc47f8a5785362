// The tab's API over memory: the contract and nothing more. It keeps what it was sent, and fails when told to.
import {
  type Board,
  type CasePage,
  changeHoursSchema,
  closeCaseSchema,
  type ImportLine,
  type Me,
  type Parked,
  recordConsentSchema,
  recordReviewSchema,
  startCaseSchema,
} from '#tab/api/contract.ts';
import { hollinBank, larkfield, today } from './builders.ts';
import { demoBoard, demoPages } from './demo.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Sent {
  readonly path: string;
  readonly body: unknown;
}

export interface FakeSchool {
  me: Me;
  board: Board;
  parked: Parked;
  readonly pages: Map<string, CasePage>;
  readonly sent: Sent[];
  /** Answers to give instead of the true ones, first come first served. 'reset' breaks the connection. */
  readonly faults: (Answer | 'reset')[];
  importLines: readonly ImportLine[];
  /** What somebody else does to a case meanwhile. */
  changeBehind(ref: string, change: Partial<CasePage>): void;
  get(path: string): Answer;
  post(path: string, body: unknown): Answer;
}

const notFound: Answer = { status: 404, body: { words: 'There is nothing here that you can see.' } };

const schemas = {
  review: recordReviewSchema,
  consent: recordConsentSchema,
  start: startCaseSchema,
  hours: changeHoursSchema,
  close: closeCaseSchema,
};

export function createFakeSchool(): FakeSchool {
  const school: FakeSchool = {
    me: { name: 'Sam Example', roles: ['senco'], schools: [larkfield] },
    board: demoBoard(),
    parked: [
      {
        key: 'notification:31',
        form: 'notification',
        origin: 'notifications-november.xlsx, row 6',
        receivedOn: '2026-11-16',
        words:
          'Row 6, “Start date”: “31/11/2026” is not a date. Correct it in the form’s workbook and import it again.',
      },
      {
        key: 'closure:4',
        form: 'closure',
        origin: 'closures.xlsx, row 2',
        receivedOn: '2026-11-12',
        words: 'No open case of this school fits the UPN in row 2.',
      },
    ],
    pages: new Map(demoPages().map((page) => [page.row.ref, page])),
    sent: [],
    faults: [],
    importLines: [],
    changeBehind: (ref, change) => {
      const page = school.pages.get(ref);
      if (page) school.pages.set(ref, { ...page, etag: `"${school.sent.length + 100}"`, ...change });
    },
    get: (path) => {
      const [, schools, key, place, ref] = path.split('/');
      if (path === '/me') return { status: 200, body: school.me };
      if (schools !== 'schools' || key !== school.board.school.key) return notFound;
      if (place === 'parked') return { status: 200, body: school.parked };
      if (ref === undefined) return { status: 200, body: school.board };
      const page = school.pages.get(ref);
      return page ? { status: 200, body: page } : notFound;
    },
    post: (path, body) => {
      school.sent.push({ path, body });
      const [ref, endpoint] = path.split('/').slice(-2);
      const page = school.pages.get(ref ?? '');
      const schema = Object.entries(schemas).find(([name]) => name === endpoint)?.[1];
      if (!page || !schema) return notFound;
      const read = schema.safeParse(body);
      if (!read.success) return { status: 422, body: { words: 'The body does not fit the contract.' } };
      if (read.data.etag !== page.etag) return { status: 409, body: { words: 'The case changed meanwhile.' } };
      const number = page.chronology.length + 1;
      const entry = { number, on: today, words: `Recorded: ${endpoint}.`, by: school.me.name };
      const after = { ...page, etag: `"after-${number}"`, chronology: [...page.chronology, entry] };
      school.pages.set(page.row.ref, after);
      return { status: 200, body: after };
    },
  };
  return school;
}

/** Somebody of the trust, who sees several schools. */
export const trustPerson: Me = { name: 'Pat Trust-Example', roles: ['trust'], schools: [larkfield, hollinBank] };
