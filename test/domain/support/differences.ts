/** Paths at which two documents differ; a list of another length differs as a whole. */
export function differences(a: unknown, b: unknown, at: readonly string[] = []): readonly string[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  const both = [a, b].every((one) => typeof one === 'object' && one !== null);
  const lists = [a, b].filter((one) => Array.isArray(one));
  const unlike = lists.length === 1 || (Array.isArray(a) && Array.isArray(b) && a.length !== b.length);
  if (!both || unlike) return [at.join('.')];
  const left: Readonly<Record<string, unknown>> = Object(a);
  const right: Readonly<Record<string, unknown>> = Object(b);
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].flatMap((key) => differences(left[key], right[key], [...at, key]));
}
