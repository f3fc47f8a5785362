import { parseSync } from 'vite';

/** One place where a file names another module: static, dynamic, type-only, re-export or require. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
}

type SyntaxNode = Readonly<Record<string, unknown>> & { readonly type: string; readonly start: number };

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const childrenOf = (node: SyntaxNode): readonly SyntaxNode[] => Object.values(node).flat().filter(isNode);

/** The node that holds the module's name, for each way TypeScript has to name a module. */
function moduleNameOf(node: SyntaxNode): unknown {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node.source;
    case 'TSExternalModuleReference':
      return node.expression;
    case 'CallExpression':
      return isRequire(node.callee) && Array.isArray(node.arguments) ? node.arguments[0] : undefined;
    default:
      return undefined;
  }
}

/** The callee of `require(…)`, `require.resolve(…)` and `createRequire(…)(…)`. */
function isRequire(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === 'Identifier') return callee.name === 'require';
  if (callee.type === 'MemberExpression') return isRequire(callee.object);
  return callee.type === 'CallExpression' && isNode(callee.callee) && callee.callee.name === 'createRequire';
}

/** The text of a string, or of a template without holes. A computed name answers undefined. */
function textOf(node: SyntaxNode): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis) || node.quasis.length !== 1) return undefined;
  const [only]: unknown[] = node.quasis;
  const value = isNode(only) ? only.value : undefined;
  return typeof value === 'object' && value !== null && 'cooked' in value && typeof value.cooked === 'string'
    ? value.cooked
    : undefined;
}

/** Every module that a TypeScript source names, in the order of the text. Throws when the source does not parse. */
export function importsOf(file: string, source: string): readonly Import[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const found: (Import & { readonly start: number })[] = [];
  const visit = (node: SyntaxNode): void => {
    const name = moduleNameOf(node);
    const specifier = isNode(name) ? textOf(name) : undefined;
    if (specifier !== undefined) {
      found.push({ specifier, line: source.slice(0, node.start).split('\n').length, start: node.start });
    }
    for (const child of childrenOf(node)) visit(child);
  };
  if (isNode(program)) visit(program);
  return found.toSorted((a, b) => a.start - b.start).map(({ specifier, line }) => ({ specifier, line }));
}
