// The trust's register as its administrator would fill it in SharePoint: schools, closures, authorities.
import type { SchoolCalendar } from '#domain/calendar.ts';
import type { PlainDate } from '#domain/dates.ts';
import type { AuthorityRow, SchoolRow } from '#workflows/ports.ts';
import { people } from './people.ts';
import { teamIds } from './tenant.ts';

/** Christmas and the summer, of this school year and the next, so that the demonstration has closures whenever it is started. */
function closures(today: PlainDate): SchoolCalendar {
  const years = [today.year - 1, today.year, today.year + 1];
  return {
    closures: years.flatMap((year) => [
      {
        from: today.with({ year, month: 12, day: 21 }),
        to: today.with({ year: year + 1, month: 1, day: 2 }),
        name: 'Christmas holidays',
      },
      {
        from: today.with({ year, month: 7, day: 23 }),
        to: today.with({ year, month: 9, day: 1 }),
        name: 'Summer holidays',
      },
    ]),
  };
}

export function demoSchools(today: PlainDate): readonly SchoolRow[] {
  const calendar = closures(today);
  const school = (
    key: keyof typeof teamIds,
    name: string,
    slug: string,
    authority: SchoolRow['authority'],
    fullWeekHours: number,
  ): SchoolRow => ({
    key,
    name,
    authority,
    policies: [authority, 'ddat'],
    fullWeekHours,
    calendar,
    sitePath: `/sites/${slug}`,
    governorsSitePath: `/sites/governors-${slug}`,
    teamId: teamIds[key],
    staffChannelId: `19:${key.toLowerCase()}-staff@thread.tacv2`,
    serviceUrl: null,
  });
  return [
    school('LARK', 'Larkfield Primary School', 'larkfield', 'derbyshire', 30.8),
    school('HOLL', 'Hollin Bank School', 'hollin-bank', 'derbyshire', 32.5),
    school('MILL', 'Millbrook Street School', 'millbrook-street', 'derby-city', 32.5),
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
