// The tab's API over memory: the contract and nothing more. It keeps what it was sent, and fails when told to.
import { parseSection } from '#domain/record/section-content.ts';
import { isSectionKind } from '#domain/record/sections.ts';
import {
  type Board,
  type CasePage,
  type ImportLine,
  type Me,
  type Parked,
  type SectionPage,
} from '#tab/contract/answers.ts';
import {
  beginPreparingSchema,
  changeHoursSchema,
  closeCaseSchema,
  declineCaseSchema,
  extendCaseSchema,
  newCaseSchema,
  recordConsentSchema,
  recordReviewSchema,
  reopenCaseSchema,
  saveSectionSchema,
  signOffSchema,
  transferCaseSchema,
} from '#tab/contract/changes.ts';
import { aCasePage, aChoice, aRow, aSectionPage, hollinBank, larkfield, missing, today } from './builders.ts';
import { demoBoard, demoPages } from './demo.ts';
import { aRegisterWeek } from './register.ts';

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
  parked: Parked['rows'];
  readonly pages: Map<string, CasePage>;
  /** Parts of cases in which somebody has written, by reference and kind: `K7M-2QX/risk`. */
  readonly sections: Map<string, SectionPage>;
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
const unfit: Answer = { status: 422, body: { words: 'The body does not fit the contract.' } };
const changed: Answer = { status: 409, body: { words: 'The case changed meanwhile.' } };

const schemas = {
  begin: beginPreparingSchema,
  review: recordReviewSchema,
  consent: recordConsentSchema,
  start: signOffSchema,
  'sign-off': signOffSchema,
  hours: changeHoursSchema,
  extend: extendCaseSchema,
  close: closeCaseSchema,
  decline: declineCaseSchema,
  withdraw: declineCaseSchema,
  transfer: transferCaseSchema,
  reopen: reopenCaseSchema,
};

export function createFakeSchool(): FakeSchool {
  const school: FakeSchool = {
    me: { name: 'Sam Example', roles: ['senco'], schools: [larkfield], needsAttention: [] },
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
    sections: new Map(),
    sent: [],
    faults: [],
    importLines: [],
    changeBehind: (ref, change) => {
      const page = school.pages.get(ref);
      if (page) school.pages.set(ref, { ...page, etag: `"${school.sent.length + 100}"`, ...change });
    },
    get: (path) => {
      const { pathname, searchParams: query } = new URL(path, 'http://school.example');
      const [, schools, key, place, ref, part, kind] = pathname.split('/');
      if (path === '/me') return { status: 200, body: school.me };
      if (schools !== 'schools' || key !== school.board.school.key) return notFound;
      const standing = { today, freshness: school.board.freshness };
      if (place === 'parked') return { status: 200, body: { ...standing, rows: school.parked } };
      if (place === 'register')
        return { status: 200, body: { ...standing, school: larkfield, ...aRegisterWeek(query.get('week')) } };
      if (ref === undefined) return { status: 200, body: school.board };
      const page = school.pages.get(ref);
      if (!page) return notFound;
      if (part === 'sections') return sectionOf(school, page, kind ?? '');
      return { status: 200, body: part === 'record' ? recordOf(page) : page };
    },
    post: (path, body) => {
      school.sent.push({ path, body });
      const [, , , place, ref = '', part = '', kind = ''] = path.split('/');
      if (place === 'records') return opened(school, 'REC-001', 'Kit Avocet');
      if (ref === '') {
        const asked = newCaseSchema.safeParse(body);
        return asked.success ? opened(school, 'NEW-001', asked.data.pupilName) : unfit;
      }
      const page = school.pages.get(ref);
      if (!page) return notFound;
      return part === 'sections' ? saveSection(school, page, kind, body) : changeCase(school, page, part, body);
    },
  };
  return school;
}

function changeCase(school: FakeSchool, page: CasePage, endpoint: string, body: unknown): Answer {
  const schema = Object.entries(schemas).find(([name]) => name === endpoint)?.[1];
  if (!schema) return notFound;
  const read = schema.safeParse(body);
  if (!read.success) return unfit;
  if (read.data.etag !== page.etag) return changed;
  const number = page.chronology.length + 1;
  const entry = { number, on: today, words: `Recorded: ${endpoint}.`, by: school.me.name };
  const after = { ...page, etag: `"after-${number}"`, chronology: [...page.chronology, entry] };
  school.pages.set(page.row.ref, after);
  return { status: 200, body: after };
}

/** A case that nobody has asked a parent about yet. */
function opened(school: FakeSchool, ref: string, pupilName: string): Answer {
  const row = aRow({ ref, pupilName, status: 'considering', consent: null, ...missing([]) });
  const page = aCasePage({ row, version: 1, signedOff: null, agreements: [], choices: [aChoice('begin preparing')] });
  school.pages.set(ref, page);
  return { status: 200, body: page };
}

const recordOf = ({ row }: CasePage) => ({ ref: row.ref, pupil: { name: row.pupilName, yearGroup: row.yearGroup } });

function sectionOf(school: FakeSchool, { row }: CasePage, kind: string): Answer {
  if (!isSectionKind(kind)) return notFound;
  const begun = school.sections.get(`${row.ref}/${kind}`);
  return { status: 200, body: begun ?? aSectionPage(kind, { ref: row.ref, pupilName: row.pupilName }) };
}

function saveSection(school: FakeSchool, page: CasePage, kind: string, body: unknown): Answer {
  if (!isSectionKind(kind)) return notFound;
  const { ref, pupilName } = page.row;
  const read = saveSectionSchema.safeParse(body);
  if (!read.success) return unfit;
  const before = school.sections.get(`${ref}/${kind}`) ?? aSectionPage(kind, { ref, pupilName });
  if (read.data.etag !== before.etag) return changed;
  const parsed = parseSection(kind, read.data.body);
  if (!parsed.ok) {
    const [first] = parsed.error;
    return { status: 422, body: { words: first?.words ?? 'It cannot be read.', field: first?.path } };
  }
  const after = { ...before, etag: `"part-${school.sent.length}"`, body: read.data.body };
  school.sections.set(`${ref}/${kind}`, after);
  return { status: 200, body: after };
}

/** Somebody of the trust, who sees several schools. */
export const trustPerson: Me = {
  name: 'Pat Trust-Example',
  roles: ['trust'],
  schools: [larkfield, hollinBank],
  needsAttention: [],
};
