/** The address when it leads to a web page, else null. A link in a list may have been typed by anybody. */
export function safeLink(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  return ['https:', 'http:'].includes(new URL(address).protocol) ? address : null;
}
