// As much of Graph's CSDL as is needed to say whether an address leads somewhere and whether a property belongs to a type. The file
// is written by a program, one tag a line, which is what this reads; any other form of it finds no types at all, and a test says so.

interface Type {
  readonly base: string | null;
  readonly open: boolean;
  /** Property or navigation: its type, `Collection(…)` where there are several. */
  readonly members: Map<string, string>;
}

export interface Csdl {
  readonly types: number;
  /** The type that a path leads to, e.g. Collection(graph.listItem); null where there is no such path. Actions lead to `action`. */
  resolve(path: string): string | null;
  /** Paths of properties that the type does not have. */
  strangers(value: unknown, type: string): readonly string[];
}

const attributesIn = (tag: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...tag.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));

const plain = (type: string): string => type.replaceAll('microsoft.graph.', 'graph.');
const itemOf = (type: string): string => /^Collection\((.*)\)$/.exec(type)?.[1] ?? type;
const several = (type: string): boolean => type.startsWith('Collection(');

export function readCsdl(text: string): Csdl {
  const types = new Map<string, Type>();
  const roots = new Map<string, string>();
  /** Functions and actions by the type they are bound to and their name. */
  const bound = new Map<string, string>();
  let namespace = 'graph';
  let current: Type | null = null;
  let operation: { readonly name: string; readonly isAction: boolean; on: string | null } | null = null;
  for (const [, closing, tag = '', rest = ''] of text.matchAll(/<(\/?)(\w+)([^>]*)>/g)) {
    const at = attributesIn(rest);
    const { Name: name = '' } = at;
    if (closing === '/') {
      if (tag === 'EntityType' || tag === 'ComplexType') current = null;
      if (operation?.isAction && tag === 'Action') {
        if (operation.on) bound.set(`${operation.on} ${operation.name}`, 'action');
        operation = null;
      }
      continue;
    }
    switch (tag) {
      case 'Schema':
        namespace = plain(`${at['Namespace']}.`).slice(0, -1);
        break;
      case 'EntityType':
      case 'ComplexType':
        current = {
          base: at['BaseType'] ? plain(at['BaseType']) : null,
          open: at['OpenType'] === 'true',
          members: new Map(),
        };
        types.set(`${namespace}.${name}`, current);
        if (rest.endsWith('/')) current = null;
        break;
      case 'Property':
      case 'NavigationProperty':
        current?.members.set(name, plain(at['Type'] ?? ''));
        break;
      case 'EntitySet':
        roots.set(name, `Collection(${plain(at['EntityType'] ?? '')})`);
        break;
      case 'Singleton':
        roots.set(name, plain(at['Type'] ?? ''));
        break;
      case 'Function':
      case 'Action':
        operation = { name, isAction: tag === 'Action', on: null };
        break;
      case 'Parameter':
        if (operation && operation.on === null) operation.on = plain(at['Type'] ?? '');
        break;
      case 'ReturnType':
        if (operation?.on && !operation.isAction)
          bound.set(`${operation.on} ${operation.name}`, plain(at['Type'] ?? ''));
        break;
      default:
        break;
    }
  }

  function* lineage(type: string): Generator<readonly [string, Type]> {
    for (let name: string | null = type; name !== null; ) {
      const found: Type | undefined = types.get(name);
      if (!found) return;
      yield [name, found];
      name = found.base;
    }
  }

  const memberOf = (type: string, name: string): string | undefined => {
    for (const [, one] of lineage(type)) {
      const found = one.members.get(name);
      if (found) return found;
    }
    return undefined;
  };

  const operationOn = (type: string, name: string): string | undefined => {
    const wrap = (one: string): string => (several(type) ? `Collection(${one})` : one);
    for (const [one] of lineage(itemOf(type))) {
      const found = bound.get(`${wrap(one)} ${name}`);
      if (found) return found;
    }
    return undefined;
  };

  function step(type: string, segment: string): string | null {
    const name = segment.replace(/\(.*\)$/, '');
    if (several(type)) return operationOn(type, name) ?? itemOf(type);
    // Content is a stream of the item beside its properties.
    return memberOf(type, name) ?? operationOn(type, name) ?? null;
  }

  return {
    types: types.size,
    resolve(path) {
      // Addressing by path within a site or a drive stands for one key.
      const addressed = path
        .replace(/\?.*$/s, '')
        .replace(/^\/sites\/[^/:]+:\/[^:]*(?::(?=\/)|$)/, '/sites/{by path}')
        .replace(/\/root:\/[^:]*:/, '/root')
        .replace(/\/items\/([^/:]+):\/[^:]*:/, '/items/$1');
      const [root = '', ...segments] = addressed.split('/').filter(Boolean);
      let type: string | null = roots.get(root) ?? null;
      for (const segment of segments) type = type === null ? null : step(type, segment);
      return type;
    },
    strangers(value, type) {
      const found: string[] = [];
      const look = (one: unknown, as: string, at: string): void => {
        if (Array.isArray(one)) {
          for (const [index, item] of one.entries()) look(item, itemOf(as), `${at}[${index}]`);
          return;
        }
        if (typeof one !== 'object' || one === null || !as.startsWith('graph.')) return;
        const known = [...lineage(as)];
        if (known.length === 0 || known.some(([, { open }]) => open)) return;
        const annotated = (one as Record<string, unknown>)['@odata.type'];
        const real = typeof annotated === 'string' ? plain(annotated.replace(/^#/, '')) : as;
        for (const [name, inner] of Object.entries(one)) {
          if (name.includes('@')) continue;
          const member = memberOf(real, name);
          if (member === undefined) found.push(`${at}.${name} (${real})`);
          else look(inner, member, `${at}.${name}`);
        }
      };
      look(value, type, '');
      return found;
    },
  };
}
