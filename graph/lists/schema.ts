// Every list and column of the product, by the kind of site it stands on. Provisioning, reading and writing all follow this.
import type { ListShape, SiteKind } from './list-schema.ts';
import {
  authoritiesList,
  authorityNoticesList,
  governorsReportsList,
  governorsViewList,
  schoolsList,
} from './schema/beyond-school.ts';
import { agreementsList, casesList, reviewsList } from './schema/casework.ts';
import {
  chronologyList,
  formInboxList,
  lostFormsList,
  noticesList,
  reminderRunsList,
  remindersList,
} from './schema/records.ts';
import { sectionsList } from './schema/sections.ts';

export const hubLists = { schools: schoolsList, authorities: authoritiesList, lostForms: lostFormsList } as const;

export const schoolLists = {
  cases: casesList,
  agreements: agreementsList,
  reviews: reviewsList,
  notices: noticesList,
  chronology: chronologyList,
  sections: sectionsList,
  inbox: formInboxList,
  reminders: remindersList,
  sweeps: reminderRunsList,
} as const;

export const authorityLists = { notices: authorityNoticesList } as const;

export const governorsLists = { view: governorsViewList, reports: governorsReportsList } as const;

export const listsBySite: Readonly<Record<SiteKind, readonly ListShape[]>> = {
  hub: Object.values(hubLists),
  school: Object.values(schoolLists),
  authority: Object.values(authorityLists),
  governors: Object.values(governorsLists),
};
