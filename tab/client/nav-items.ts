import { useQuery } from '@tanstack/react-query';
import type { Me } from '#tab/contract/answers.ts';
import type { NavItem } from './frame/shell.tsx';
import { hrefOf, type Route, schoolOf } from './route.ts';
import { boardQuery } from './server/queries.ts';
import { useServices } from './services.ts';
import { texts } from './texts.ts';

/** The links at the top: all schools for those who have several, and the pages of the school they are in. */
export function useNavItems(me: Me | undefined, route: Route): readonly NavItem[] {
  const { api } = useServices();
  const school = schoolOf(route);
  // Listens to the board that other pages fetch, and fetches none itself.
  const { data: board } = useQuery({ ...boardQuery(api, school ?? ''), enabled: false });
  if (me === undefined) return [];
  const schools: NavItem[] =
    me.schools.length > 1
      ? [{ words: texts.schools.nav, href: hrefOf({ page: 'schools' }), here: route.page === 'schools' }]
      : [];
  if (school === undefined) return schools;
  return [
    ...schools,
    { words: texts.board.nav, href: hrefOf({ page: 'board', school }), here: route.page === 'board' },
    { words: texts.register.nav, href: hrefOf({ page: 'register', school }), here: route.page === 'register' },
    { words: texts.importing.nav, href: hrefOf({ page: 'import', school }), here: route.page === 'import' },
    {
      words: board === undefined ? texts.parked.navPlain : texts.parked.nav(board.parked),
      href: hrefOf({ page: 'parked', school }),
      here: route.page === 'parked',
    },
  ];
}
