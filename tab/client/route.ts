// Where a person is, kept in the part of the address after #. It names schools and case references, never a pupil.
import { type Choice, choiceSchema } from '#tab/contract/answers.ts';

export type CaseAction = Choice['action'];

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'schools' }
  | { readonly page: 'board'; readonly school: string }
  | { readonly page: 'import'; readonly school: string }
  | { readonly page: 'parked'; readonly school: string }
  | { readonly page: 'register'; readonly school: string }
  | { readonly page: 'new case'; readonly school: string }
  | { readonly page: 'receive'; readonly school: string }
  | { readonly page: 'case'; readonly school: string; readonly ref: string }
  | { readonly page: 'form'; readonly school: string; readonly ref: string; readonly action: CaseAction }
  | { readonly page: 'section'; readonly school: string; readonly ref: string; readonly kind: string }
  | { readonly page: 'unknown' };

const actionBySlug = new Map(choiceSchema.shape.action.options.map((action) => [slugOf(action), action]));

function slugOf(action: CaseAction): string {
  return action.replaceAll(' ', '-');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Reads `#/schools/LARK/cases/K7M-2QX`, and the same without `#/`, as Teams gives it for a deep link. */
export function parseRoute(hash: string): Route {
  const parts = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  const [root, school, place, ref, slug, kind] = parts;
  if (root === undefined) return { page: 'home' };
  if (root !== 'schools') return { page: 'unknown' };
  if (school === undefined) return { page: 'schools' };
  if (place === undefined) return { page: 'board', school };
  if (parts.length === 3 && place === 'new') return { page: 'new case', school };
  const plain = (['import', 'parked', 'register', 'receive'] as const).find((one) => one === place);
  if (parts.length === 3 && plain !== undefined) return { page: plain, school };
  if (place !== 'cases' || ref === undefined || parts.length > 6) return { page: 'unknown' };
  if (slug === undefined) return { page: 'case', school, ref };
  if (slug === 'parts' && kind !== undefined) return { page: 'section', school, ref, kind };
  if (kind !== undefined) return { page: 'unknown' };
  const action = actionBySlug.get(slug);
  return action === undefined ? { page: 'unknown' } : { page: 'form', school, ref, action };
}

/** The address of a place, ready for `href`. */
export function hrefOf(route: Exclude<Route, { page: 'unknown' }>): string {
  switch (route.page) {
    case 'home':
      return '#/';
    case 'schools':
      return '#/schools';
    case 'board':
      return `#/schools/${encodeURIComponent(route.school)}`;
    case 'import':
    case 'parked':
    case 'register':
    case 'receive':
      return `#/schools/${encodeURIComponent(route.school)}/${route.page}`;
    case 'new case':
      return `#/schools/${encodeURIComponent(route.school)}/new`;
    case 'case':
      return `#/schools/${encodeURIComponent(route.school)}/cases/${encodeURIComponent(route.ref)}`;
    case 'form':
      return `${hrefOf({ page: 'case', school: route.school, ref: route.ref })}/${slugOf(route.action)}`;
    case 'section':
      return `${hrefOf({ page: 'case', school: route.school, ref: route.ref })}/parts/${encodeURIComponent(route.kind)}`;
  }
}

/** The school a place belongs to, if any. */
export function schoolOf(route: Route): string | undefined {
  return 'school' in route ? route.school : undefined;
}
