import type { DriveItem, List, Site } from '../store/types.ts';

// Server-relative addresses, decoded.

export const libraryPath = (site: Pick<Site, 'path'>): string => `${site.path}/Shared Documents`;

export const filePath = (file: DriveItem): string =>
  file.path === '' ? `${file.sitePath}/Shared Documents` : `${file.sitePath}/Shared Documents/${file.path}`;

export type ListForm = 'AllItems' | 'DispForm' | 'EditForm' | 'NewForm';

export const listPath = (list: List, form: ListForm = 'AllItems'): string =>
  `${list.sitePath}/Lists/${list.name}/${form}.aspx`;
