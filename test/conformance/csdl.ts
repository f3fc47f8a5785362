// As much of Graph's CSDL as is needed to say whether an address leads somewhere, and whether a value is of its type. The file is
// written by a program, one tag a line, which is what this reads; any other form of it finds no types at all, and a test says so.

interface Type {
  readonly base: string | null;
  readonly open: boolean;
  /** Property or navigation: its type, `Collection(…)` where there are several. */
  readonly members: Map<string, string>;
}

export interface Csdl {
  readonly types: number;
  /** The type that a path leads to, e.g. Collection(graph.listItem); null where there is no such path. What answers nothing: `nothing`. */
  resolve(path: string): string | null;
  /** Paths of properties that the type does not have, or that hold what is not of theirs. */
  strangers(value: unknown, type: string): readonly string[];
}

const attributesIn = (tag: string): Readonly<Record<string, string>> =>
  Object.fromEntries([...tag.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));

const plain = (type: string): string => type.replaceAll('microsoft.graph.', 'graph.');
const itemOf = (type: string): string => /^Collection\((.*)\)$/.exec(type)?.[1] ?? type;
const several = (type: string): boolean => type.startsWith('Collection(');

/** How JSON writes Edm's primitive types. */
const primitives: Readonly<Record<'string' | 'boolean' | 'number', readonly string[]>> = {
  string: ['String', 'DateTimeOffset', 'Date', 'TimeOfDay', 'Duration', 'Guid', 'Binary', 'Stream'],
  boolean: ['Boolean'],
  number: ['Byte', 'Int16', 'Int32', 'Int64', 'Single', 'Double', 'Decimal'],
};
const kinds = new Map(
  Object.entries(primitives).flatMap(([kind, names]) => names.map((name): [string, string] => [`Edm.${name}`, kind])),
);
const kindOf = (value: unknown): string => (Array.isArray(value) ? 'collection' : typeof value);

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const byPath = '{by path}';
const withRoot = ['Collection(graph.site)', 'Collection(graph.driveItem)'];
/** Numbers, GUIDs, what only a key can hold, and the long ones that nobody reads; a name of something is none. */
const isKey = (segment: string, of: string): boolean =>
  /^\d+$/.test(segment) ||
  guid.test(segment) ||
  /[,:!@]/.test(segment) ||
  /^(?=.*\d)[\w=-]{20,}$/.test(segment) ||
  segment === byPath ||
  (segment === 'root' && withRoot.includes(of));

export function readCsdl(text: string): Csdl {
  const types = new Map<string, Type>();
  const enumerations = new Map<string, Set<string>>();
  const roots = new Map<string, string>();
  /** Functions and actions by the type they are bound to and their name. */
  const bound = new Map<string, string>();
  let namespace = 'graph';
  let current: Type | null = null;
  let names: Set<string> | null = null;
  let operation: { readonly name: string; on: string | null; returns: string } | null = null;
  for (const [, closing, tag = '', rest = ''] of text.matchAll(/<(\/?)(\w+)([^>]*)>/g)) {
    const at = attributesIn(rest);
    const { Name: name = '' } = at;
    if (closing === '/') {
      if (tag === 'EntityType' || tag === 'ComplexType') current = null;
      if (operation && (tag === 'Action' || tag === 'Function')) {
        if (operation.on) bound.set(`${operation.on} ${operation.name}`, operation.returns);
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
      case 'EnumType':
        names = new Set();
        enumerations.set(`${namespace}.${name}`, names);
        break;
      case 'Member':
        names?.add(name);
        break;
      case 'EntitySet':
        roots.set(name, `Collection(${plain(at['EntityType'] ?? '')})`);
        break;
      case 'Singleton':
        roots.set(name, plain(at['Type'] ?? ''));
        break;
      case 'Function':
      case 'Action':
        operation = { name, on: null, returns: 'nothing' };
        break;
      case 'Parameter':
        if (operation && operation.on === null) operation.on = plain(at['Type'] ?? '');
        break;
      case 'ReturnType':
        if (operation) operation.returns = plain(at['Type'] ?? '');
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
    if (several(type)) return operationOn(type, name) ?? (isKey(segment, type) ? itemOf(type) : null);
    return memberOf(type, name) ?? operationOn(type, name) ?? null;
  }

  return {
    types: types.size,
    resolve(path) {
      // Addressing by path within a site or a drive stands for one key.
      const addressed = path
        .replace(/\?.*$/s, '')
        .replace(/^\/sites\/[^/:]+:\/[^:]*(?::(?=\/)|$)/, `/sites/${byPath}`)
        .replace(/\/root:\/[^:]*(?::|$)/, '/root')
        .replace(/\/items\/([^/:]+):\/[^:]*:/, '/items/$1');
      const [root = '', ...segments] = addressed.split('/').filter(Boolean);
      let type: string | null = roots.get(root) ?? null;
      for (const segment of segments) type = type === null ? null : step(type, segment);
      return type;
    },
    strangers(value, type) {
      const found: string[] = [];
      const wrong = (at: string, words: string, as: string): void => void found.push(`${at} ${words} (${as})`);
      const look = (one: unknown, as: string, at: string): void => {
        // Whatever it is, Graph writes null where there is none.
        if (one === null) return;
        const choices = enumerations.get(as);
        const wanted = several(as) ? 'collection' : choices ? 'string' : (kinds.get(as) ?? 'object');
        if (wanted === 'object' && !types.has(as)) wrong(at, 'is of no known type', as);
        else if (kindOf(one) !== wanted) wrong(at, `is of kind ${kindOf(one)}`, as);
        else if (Array.isArray(one))
          for (const [place, item] of one.entries()) look(item, itemOf(as), `${at}[${place}]`);
        else if (typeof one === 'object') lookInto(one, as, at);
        else if (choices && typeof one === 'string' && !one.split(',').every((name) => choices.has(name)))
          wrong(at, `is “${one}”`, as);
      };
      const lookInto = (one: object, as: string, at: string): void => {
        const said: unknown = '@odata.type' in one ? one['@odata.type'] : undefined;
        const real = typeof said === 'string' ? plain(said.replace(/^#/, '')) : as;
        const known = [...lineage(real)];
        if (!known.some(([name]) => name === as)) return wrong(at, `says that it is ${real}`, as);
        // An open type may hold more than it names. Only of one that names nothing, the columns of a list, can nothing be said.
        const tells = !known.some(([, { open, members }]) => open && members.size === 0);
        for (const [name, inner] of Object.entries(one)) {
          if (name.includes('@')) continue;
          const member = memberOf(real, name);
          if (member !== undefined) look(inner, member, `${at}.${name}`);
          else if (tells) found.push(`${at}.${name} (${real})`);
        }
      };
      look(value, type, '');
      return found;
    },
  };
}
