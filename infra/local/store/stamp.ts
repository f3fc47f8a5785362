/** SharePoint writes whole seconds: `2026-11-22T09:00:00Z`. */
export function stamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
