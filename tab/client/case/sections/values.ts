// What stands in a form: JSON as in a case's file, with text where somebody is still typing. Places are dotted: risk.hazards.0.owner.

export type Group = Readonly<Record<string, unknown>>;

export const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value's fields; none where there is no group yet. */
export const groupIn = (value: unknown): Group => (isGroup(value) ? value : {});

/** The value's entries; none where there is no list yet. */
export const entriesIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

export const at = (path: string, step: string | number): string => (path === '' ? `${step}` : `${path}.${step}`);

/** True for the place itself and for all that lies in it. */
export const isWithin = (path: string, place: string): boolean => path === place || path.startsWith(`${place}.`);

/** The same document with another value at one place. All that lies elsewhere stays the same object, so that it need not be drawn again. */
export function withValue(document: unknown, path: string, value: unknown): unknown {
  return path === '' ? value : put(document, path.split('.'), value);
}

function put(document: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (/^\d+$/.test(step)) {
    const entries = [...entriesIn(document)];
    entries[Number(step)] = put(entries[Number(step)], rest, value);
    return entries;
  }
  const group = groupIn(document);
  return { ...group, [step]: put(group[step], rest, value) };
}
