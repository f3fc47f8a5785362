// The trust's register as its administrator would fill it in SharePoint: schools with their days and terms, authorities.
import type { PlainDate } from '#domain/dates.ts';
import type { DayTimes } from '#domain/timetable/week.ts';
import { parseTime, weekdays, type Minute } from '#domain/timetable/week.ts';
import type { RegistrationWindow, SchoolTimes } from '#domain/timetable/school-week.ts';
import type { AuthorityRow, SchoolRow } from '#workflows/ports.ts';
import { people } from './people.ts';
import { termsAround } from './school-terms.ts';
import { teamIds } from './tenant.ts';

function clock(text: string): Minute {
  const minute = parseTime(text);
  if (!minute.ok) throw new Error(minute.error);
  return minute.value;
}

/** “08:45-15:00” */
function span(text: string): DayTimes {
  const [from = '', to = ''] = text.split('-');
  return { in: clock(from), out: clock(to) };
}

const registered = (text: string): RegistrationWindow => ({ opens: span(text).in, closes: span(text).out });

interface WrittenDay {
  readonly day: string;
  readonly registers: readonly [morning: string, afternoon: string];
  readonly breaks: readonly string[];
}

/** The same times from Monday to Friday. */
function everyDay({ day, registers: [morning, afternoon], breaks }: WrittenDay): SchoolTimes {
  const hours = { starts: span(day).in, ends: span(day).out };
  return {
    day: Object.fromEntries(weekdays.map((weekday) => [weekday, hours])) as SchoolTimes['day'],
    registration: { morning: registered(morning), afternoon: registered(afternoon) },
    breaks: breaks.map(span),
  };
}

/** 31 hours and a quarter a week. */
const larkfieldDay = everyDay({
  day: '08:45-15:00',
  registers: ['08:45-09:15', '13:15-13:45'],
  breaks: ['10:30-10:45', '12:15-13:15'],
});
/** 32 hours and a half, as at Millbrook Street. */
const hollinBankDay = everyDay({
  day: '08:45-15:15',
  registers: ['08:45-09:15', '13:15-13:45'],
  breaks: ['10:45-11:00', '12:30-13:15'],
});
const millbrookStreetDay = everyDay({
  day: '08:40-15:10',
  registers: ['08:40-09:10', '13:25-13:55'],
  breaks: ['11:00-11:15', '12:40-13:25'],
});

export function demoSchools(today: PlainDate): readonly SchoolRow[] {
  const terms = { ...termsAround(today), otherClosures: [] };
  const school = (
    key: keyof typeof teamIds,
    name: string,
    slug: string,
    authority: SchoolRow['authority'],
    times: SchoolTimes,
  ): SchoolRow => ({
    key,
    name,
    authority,
    policies: [authority, 'ddat'],
    years: { ...times, ...terms },
    sitePath: `/sites/${slug}`,
    governorsSitePath: `/sites/governors-${slug}`,
    teamId: teamIds[key],
    staffChannelId: `19:${key.toLowerCase()}-staff@thread.tacv2`,
    serviceUrl: null,
  });
  return [
    school('LARK', 'Larkfield Primary School', 'larkfield', 'derbyshire', larkfieldDay),
    school('HOLL', 'Hollin Bank School', 'hollin-bank', 'derbyshire', hollinBankDay),
    school('MILL', 'Millbrook Street School', 'millbrook-street', 'derby-city', millbrookStreetDay),
  ];
}

export const demoAuthorities: readonly AuthorityRow[] = [
  {
    key: 'derbyshire',
    name: 'Derbyshire',
    sitePath: '/sites/notices-derbyshire',
    mailTo: people.derbyshireOfficer.mail,
  },
  {
    key: 'derby-city',
    name: 'Derby City',
    sitePath: '/sites/notices-derby-city',
    mailTo: people.derbyCityOfficer.mail,
  },
];
