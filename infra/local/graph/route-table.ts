import type { Route } from './call.ts';

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

interface CompiledRoute {
  readonly route: Route;
  readonly expression: RegExp;
  readonly names: readonly string[];
}

/** Finds the route for a method and a path, in the order of the table; undefined when there is none. */
export function createRouteTable(routes: readonly Route[]): (method: string, path: string) => Match | undefined {
  const compiled = routes.map(compile);
  return (method, path) => {
    const wanted = siteByPathAsSegment(path);
    for (const { route, expression, names } of compiled) {
      const found = route.method === method ? expression.exec(wanted) : null;
      if (found === null) continue;
      const params = Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]));
      return { route, params };
    }
    return undefined;
  };
}

function compile(route: Route): CompiledRoute {
  const names: string[] = [];
  const source = route.pattern.replaceAll(
    /\{(\w+)(\*?)\}|[.*+?^$()|[\]\\]/g,
    (part, name: string | undefined, star: string) => {
      if (name === undefined) return `\\${part}`;
      names.push(name);
      return star === '*' ? '(.+?)' : '([^/]+)';
    },
  );
  return { route, expression: new RegExp(`^${source}/?$`, 'i'), names };
}

/** `/sites/host:/sites/x:/lists` names the site by its path; it becomes one segment, so that every route below a site takes it. */
function siteByPathAsSegment(path: string): string {
  const found = /^\/sites\/([^/:,]+:\/[^:]+)(?::(\/.*)?)?$/i.exec(path);
  return found === null ? path : `/sites/${encodeURIComponent(decodeURIComponent(found[1] ?? ''))}${found[2] ?? ''}`;
}
