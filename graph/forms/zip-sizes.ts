// A workbook is a zip. What its central directory says is read before anything is unpacked, because a few kilobytes can unpack to gigabytes;
// the unpacker allots exactly what the directory says, so a directory that lies gains nothing.

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const zip64Locator = 0x07064b50;
const endSize = 22;
const entrySize = 46;
const longestComment = 0xffff;

/** How many bytes the parts of a zip say they unpack to, or undefined when this is not a zip that a workbook can be (zip64 included). */
export function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined || (end >= 20 && view.getUint32(end - 20, true) === zip64Locator)) return undefined;
  const entries = view.getUint16(end + 8, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + entrySize > view.byteLength || view.getUint32(at, true) !== directoryEntry) return undefined;
    total += view.getUint32(at + 24, true);
    at += entrySize + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries === 0 ? undefined : total;
}

/** The end record stands last, before a comment of at most 64 KB. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - endSize;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  return undefined;
}
