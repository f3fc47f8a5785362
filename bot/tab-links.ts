/** Where the product's tab is in Teams: the app's id in its manifest, and the tab's entity id there. */
export interface TabPlace {
  readonly appId: string;
  readonly entityId: string;
}

/**
 * A Teams deep link that opens the tab; `subPage` is the page inside it. An address is seen by proxies and kept in histories, so it may
 * hold keys and case references and nothing that says who a pupil is.
 */
export function tabLink(tab: TabPlace, subPage?: string): string {
  const base = `https://teams.microsoft.com/l/entity/${encodeURIComponent(tab.appId)}/${encodeURIComponent(tab.entityId)}`;
  return subPage === undefined
    ? base
    : `${base}?context=${encodeURIComponent(JSON.stringify({ subEntityId: subPage }))}`;
}

export const casePage = (schoolKey: string, caseRef: string): string =>
  `schools/${encodeURIComponent(schoolKey)}/cases/${encodeURIComponent(caseRef)}`;

export const schoolPage = (schoolKey: string): string => `schools/${encodeURIComponent(schoolKey)}`;
