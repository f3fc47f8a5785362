/** Capitals do not tell texts apart in SharePoint, those with accents included; SQLite by itself folds only ASCII's. */
export const fold = <T>(value: T): T | string => (typeof value === 'string' ? value.toLowerCase() : value);
