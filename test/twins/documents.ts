import type { Documents, NoticeDocument } from '#workflows/ports.ts';

export interface FiledDocument {
  readonly schoolKey: string;
  readonly document: NoticeDocument;
  readonly readers: readonly string[];
  readonly address: string;
}

export interface TwinDocuments extends Documents {
  /** What stands in the libraries, one for each school and reference. */
  files(): readonly FiledDocument[];
  failNext(error: Error): void;
}

export function createTwinDocuments(): TwinDocuments {
  const filed = new Map<string, FiledDocument>();
  let failure: Error | undefined;
  return {
    async file(school, document, readers) {
      const error = failure;
      failure = undefined;
      await Promise.resolve();
      if (error) throw error;
      const address = `https://documents.example${school.sitePath}/${encodeURIComponent(document.reference)}.docx`;
      const before = filed.get(address)?.readers ?? [];
      // Sharing again adds readers; it takes nobody's reading away.
      filed.set(address, { schoolKey: school.key, document, readers: [...new Set([...before, ...readers])], address });
      return address;
    },
    files: () => [...filed.values()],
    failNext(error) {
      failure = error;
    },
  };
}
