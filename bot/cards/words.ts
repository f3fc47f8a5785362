/** “1 review”, “3 reviews”. */
export const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`;

/** “Larkfield, Hollin Bank and 2 more schools”. */
export function schoolNames(names: readonly string[], named: number): string {
  if (names.length === 0) return 'Your schools';
  if (names.length > named)
    return `${names.slice(0, named).join(', ')} and ${count(names.length - named, 'more school', 'more schools')}`;
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
