/** Somebody in a Team or group, as Graph names them there. */
export interface Person {
  readonly id: string;
  readonly displayName?: string | null | undefined;
}

/** Members of one Team or group: object ids and names. */
export type Members = ReadonlyMap<string, string>;

export const nobody: Members = new Map();

export const named = (people: readonly Person[]): Members =>
  new Map(people.map(({ id, displayName }) => [id, displayName ?? '']));
