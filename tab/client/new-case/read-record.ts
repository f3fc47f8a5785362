/** As large as the server takes. */
const largest = 2 * 1024 * 1024;

export type RecordRead =
  | { readonly ok: true; readonly record: object }
  | { readonly ok: false; readonly why: 'tooLarge' | 'notARecord' };

/** What a file holds, where it is JSON at all; the server says whether it is a case. */
export async function readRecord(file: Blob): Promise<RecordRead> {
  if (file.size > largest) return { ok: false, why: 'tooLarge' };
  try {
    const record: unknown = JSON.parse(await file.text());
    if (typeof record === 'object' && record !== null && !Array.isArray(record)) return { ok: true, record };
  } catch {
    // Said below: a file that cannot be read is no record.
  }
  return { ok: false, why: 'notARecord' };
}
