// The trust's register, and what authorities and governors see. None of these names a pupil.
import { noticeKinds } from '#domain/case.ts';
import { authorities } from '#domain/school.ts';
import type { AuthorityNotice, AuthorityRow, GovernorsReport, GovernorsRow, SchoolRow } from '#workflows/ports.ts';
import {
  choice,
  date,
  key,
  keyAmong,
  lastEditor,
  names,
  note,
  number,
  schoolYears,
  text,
  textOrNull,
  wholeNumber,
  yesOrNo,
} from '../fields.ts';
import { caseRefColumn, defineList } from '../list-schema.ts';

export const schoolsList = defineList<SchoolRow>({
  title: 'Schools',
  description: 'The schools of the trust: the rules each follows, its calendar, and where its lists and its Team are.',
  site: 'hub',
  key: 'key',
  holdsOver: true,
  fields: {
    key: key('School code', 'Short, such as LARK; used in addresses.'),
    name: text('SchoolName', 'School'),
    authority: choice(authorities)('Authority', 'Local authority'),
    policies: names('Policies', 'Policies', {
      description: 'Codes of the policies it follows, kept apart by a semicolon.',
    }),
    years: schoolYears,
    sitePath: text('SitePath', 'Site', { description: 'Address of the school’s own site, such as /sites/larkfield.' }),
    governorsSitePath: text('GovernorsSitePath', 'Governors’ site'),
    teamId: text('TeamId', 'Team', { aside: true, description: 'Id of the school’s Team in Microsoft 365.' }),
    staffChannelId: textOrNull('StaffChannelId', 'Staff channel', { aside: true }),
    serviceUrl: textOrNull('ServiceUrl', 'Teams service', { aside: true, description: 'Learnt by the bot.' }),
  },
});

export const authoritiesList = defineList<AuthorityRow>({
  title: 'Authorities',
  description: 'The local authorities that the trust’s schools tell of part-time timetables.',
  site: 'hub',
  key: 'key',
  holdsOver: true,
  fields: {
    key: keyAmong(authorities, 'Authority code', `One of ${authorities.join(', ')}.`),
    name: text('AuthorityName', 'Local authority'),
    mailTo: text('MailTo', 'Mail about new notices goes to'),
    sitePath: text('SitePath', 'Site', { description: 'Address of the site that the authority’s officers may open.' }),
  },
});

export const authorityNoticesList = defineList<AuthorityNotice>({
  title: 'LA notices',
  description: 'Notices of part-time timetables to the local authority. The document behind the link names the pupil.',
  site: 'authority',
  key: 'key',
  fields: {
    key: key('Notice', 'Case reference, kind and version.'),
    school: text('SchoolName', 'School', { indexed: true }),
    kind: choice(noticeKinds)('NoticeKind', 'Kind'),
    filedOn: date('FiledOn', 'Filed on', { indexed: true }),
    link: note('DocumentLink', 'Document'),
    acknowledged: yesOrNo('Acknowledged', 'Acknowledged', {
      indexed: true,
      description: 'Tick this when the authority has taken note.',
    }),
    caseRef: text(caseRefColumn, 'Case reference', { indexed: true }),
    editedBy: lastEditor,
  },
});

export const governorsViewList = defineList<GovernorsRow>({
  title: 'Governors’ view',
  description: 'One anonymised row for each part-time timetable. Nothing here tells who the pupil is.',
  site: 'governors',
  key: 'key',
  fields: {
    key: key('Row', 'Made up for this list; it cannot be traced to a pupil.'),
    stage: text('Stage', 'Stage'),
    weeksSoFar: number('WeeksSoFar', 'Weeks so far'),
    shareOfWeek: text('ShareOfWeek', 'Share of the full week'),
    reviewsUpToDate: yesOrNo('ReviewsUpToDate', 'Reviews up to date'),
  },
});

export const governorsReportsList = defineList<GovernorsReport>({
  title: 'Published reports',
  description: 'One row is one edition of the figures for governors.',
  site: 'governors',
  key: 'key',
  fields: {
    key: key('Edition', 'The day of publication.'),
    publishedOn: date('PublishedOn', 'Published on', { indexed: true }),
    pupils: wholeNumber('Pupils', 'Pupils on a part-time timetable'),
    averageWeeks: number('AverageWeeks', 'Weeks on average'),
    longestWeeks: number('LongestWeeks', 'Longest, in weeks'),
    overSixWeeks: wholeNumber('OverSixWeeks', 'Longer than six weeks'),
    endedThisYear: wholeNumber('EndedThisYear', 'Ended this school year'),
  },
});
