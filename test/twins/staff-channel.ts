import { err, ok } from '#domain/result.ts';
import type { Digest, StaffChannel } from '#workflows/ports.ts';

export interface TwinStaffChannel extends StaffChannel {
  posts(): readonly { readonly activityId: string; readonly digest: Digest }[];
  /** From now on the school's channel answers with these words; null makes it reachable again. */
  unreachable(schoolKey: string, words: string | null): void;
}

export function createTwinStaffChannel(): TwinStaffChannel {
  const posted: { readonly activityId: string; readonly digest: Digest }[] = [];
  const closed = new Map<string, string>();
  return {
    async post(school, digest) {
      await Promise.resolve();
      const words = closed.get(school.key);
      if (words !== undefined) return err(words);
      const activityId = `activity-${posted.length + 1}`;
      posted.push({ activityId, digest });
      return ok(activityId);
    },
    posts: () => [...posted],
    unreachable(schoolKey, words) {
      if (words === null) closed.delete(schoolKey);
      else closed.set(schoolKey, words);
    },
  };
}
