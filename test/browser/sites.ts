import type { Page } from 'playwright-core';
import { sharePointHost } from '#local/demo/tenant.ts';
import type { TenantUser } from '#local/tenant-definition.ts';
import { goTo } from './look.ts';

/** Opens a site from the Teams page, in a window of its own as Teams does. */
export async function openSite(page: Page, site: string): Promise<Page> {
  await goTo(page, 'SharePoint');
  const [window] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('main').getByRole('link', { name: site }).click(),
  ]);
  await window.getByRole('heading', { level: 1, name: site }).waitFor();
  return window;
}

export async function openList(page: Page, site: string, list: string): Promise<Page> {
  const window = await openSite(page, site);
  await window.getByRole('rowheader').getByRole('link', { name: list, exact: true }).click();
  await window.getByRole('heading', { level: 1, name: list }).waitFor();
  return window;
}

/** Changes one field of an item by hand. */
export async function editItem(list: Page, item: string, change: (form: Page) => Promise<void>): Promise<void> {
  await list.bringToFront();
  await list.getByRole('link', { name: `Edit ${item}` }).click();
  await list.getByRole('heading', { level: 1, name: `Edit ${item}` }).waitFor();
  await change(list);
  await list.getByRole('button', { name: 'Save' }).click();
  await list.getByRole('heading', { level: 1, name: item }).waitFor();
}

/** The address of a place in SharePoint on this computer, opened as this person. `path` is as SharePoint writes it: /sites/… */
export function addressOf(origin: string, path: string, who: TenantUser): string {
  const url = new URL(`/${sharePointHost}${path.split('/').map(encodeURIComponent).join('/')}`, origin);
  url.searchParams.set('local_person', who.id);
  return url.href;
}
