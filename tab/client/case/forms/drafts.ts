import { z } from 'zod';

const draftSchema = z.object({ pressId: z.string(), values: z.record(z.string(), z.string()) });

/** What was typed into a form and not yet saved, with the id of its press. */
export type Draft = z.infer<typeof draftSchema>;

export interface DraftPlace {
  readonly school: string;
  readonly ref: string;
  readonly form: string;
}

export interface Drafts {
  readonly read: (place: DraftPlace) => Draft | null;
  readonly write: (place: DraftPlace, draft: Draft) => void;
  readonly clear: (place: DraftPlace) => void;
}

export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Drafts live as long as the browser's tab. A person sees only their own, also when two use one browser.
 * Where the browser refuses to store (third-party storage switched off: even asking for the storage throws), they live as long as the page.
 */
export function createDrafts(storage: () => DraftStorage, userId: string): Drafts {
  const inPage = new Map<string, string>();
  const keyOf = ({ school, ref, form }: DraftPlace): string => ['ptt-draft', userId, school, ref, form].join(':');

  function stored(key: string): string | null {
    try {
      return inPage.get(key) ?? storage().getItem(key);
    } catch {
      return null;
    }
  }

  return {
    read: (place) => {
      const text = stored(keyOf(place));
      if (text === null) return null;
      try {
        return draftSchema.parse(JSON.parse(text));
      } catch {
        return null;
      }
    },
    write: (place, draft) => {
      const text = JSON.stringify(draft);
      inPage.set(keyOf(place), text);
      try {
        storage().setItem(keyOf(place), text);
      } catch {
        // The copy in the page has to do.
      }
    },
    clear: (place) => {
      inPage.delete(keyOf(place));
      try {
        storage().removeItem(keyOf(place));
      } catch {
        // Nothing was stored there.
      }
    },
  };
}
