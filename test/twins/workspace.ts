import type { AuthorityId } from '#domain/school.ts';
import type { ListSchema } from '#graph/lists/list-schema.ts';
import { authorityLists, governorsLists, hubLists, schoolLists } from '#graph/lists/schema.ts';
import type {
  AuthorityNotice,
  AuthorityRow,
  GovernorsRecords,
  InboxRow,
  Records,
  SchoolRecords,
  SchoolRow,
  Workspace,
} from '#workflows/ports.ts';
import { createTwinList, type TwinList, type TwinRecords } from './records.ts';

type Twins<R> = { readonly [K in keyof R]: R[K] extends Records<infer T> ? TwinRecords<T> : never };
type Lists<R> = { readonly [K in keyof R]: R[K] extends Records<infer T extends object> ? TwinList<T> : never };

/** Every list of a trust in memory. `lists` are what stands in SharePoint, for what people do there by hand. */
export interface TwinWorkspace extends Workspace {
  readonly schools: TwinRecords<SchoolRow>;
  readonly authorities: TwinRecords<AuthorityRow>;
  readonly lostForms: TwinRecords<InboxRow>;
  school(key: string): Twins<SchoolRecords>;
  governors(schoolKey: string): Twins<GovernorsRecords>;
  authorityNotices(authority: AuthorityId): TwinRecords<AuthorityNotice>;
  /** A school's lists as they stand now, seen by another instance of the app. */
  elsewhere(schoolKey: string): Twins<SchoolRecords>;
  readonly lists: {
    readonly schools: TwinList<SchoolRow>;
    school(key: string): Lists<SchoolRecords>;
    authorityNotices(authority: AuthorityId): TwinList<AuthorityNotice>;
  };
}

export function createTwinWorkspace(): TwinWorkspace {
  const register = open(hubLists.schools);
  const schools = register.records;
  const authorities = createTwinList(hubLists.authorities).open();
  const ofSchool = remembered((key: string) => {
    inRegister(schools, key);
    const lists = listsOfSchool();
    return { lists, records: openSchool(lists) };
  });
  const ofGovernors = remembered((key: string) => {
    inRegister(schools, key);
    return { view: open(governorsLists.view).records, reports: open(governorsLists.reports).records };
  });
  const ofAuthority = remembered((key: AuthorityId) => {
    inRegister(authorities, key);
    return open(authorityLists.notices);
  });
  return {
    schools,
    authorities,
    lostForms: createTwinList(hubLists.lostForms).open(),
    school: (key) => ofSchool(key).records,
    governors: ofGovernors,
    authorityNotices: (key) => ofAuthority(key).records,
    // Nothing tells a twin's lists of news: whoever wants to see it asks.
    lastRead: () => null,
    elsewhere: (key) => openSchool(ofSchool(key).lists),
    lists: {
      schools: register.list,
      school: (key) => ofSchool(key).lists,
      authorityNotices: (key) => ofAuthority(key).list,
    },
  };
}

function open<T extends object>(
  schema: ListSchema<T>,
): { readonly list: TwinList<T>; readonly records: TwinRecords<T> } {
  const list = createTwinList(schema);
  return { list, records: list.open() };
}

const listsOfSchool = (): Lists<SchoolRecords> => ({
  cases: createTwinList(schoolLists.cases),
  agreements: createTwinList(schoolLists.agreements),
  reviews: createTwinList(schoolLists.reviews),
  notices: createTwinList(schoolLists.notices),
  chronology: createTwinList(schoolLists.chronology),
  sections: createTwinList(schoolLists.sections),
  inbox: createTwinList(schoolLists.inbox),
  reminders: createTwinList(schoolLists.reminders),
  sweeps: createTwinList(schoolLists.sweeps),
});

const openSchool = (lists: Lists<SchoolRecords>): Twins<SchoolRecords> => ({
  cases: lists.cases.open(),
  agreements: lists.agreements.open(),
  reviews: lists.reviews.open(),
  notices: lists.notices.open(),
  chronology: lists.chronology.open(),
  sections: lists.sections.open(),
  inbox: lists.inbox.open(),
  reminders: lists.reminders.open(),
  sweeps: lists.sweeps.open(),
});

function inRegister<T>(register: Records<T>, key: string): void {
  if (!register.byKey(key)) throw new Error(`The lists of ${key} are not open: it is not in the register.`);
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
