import type { BrowserContext, Page } from 'playwright-core';
import type { TenantUser } from '#local/tenant-definition.ts';

/** Opens the local Teams page and picks a person from the list, as everybody does who comes to it. */
export async function signIn(context: BrowserContext, origin: string, who: TenantUser): Promise<Page> {
  const page = await context.newPage();
  await page.goto(origin);
  await page.getByRole('button', { name: who.displayName }).click();
  await page.getByRole('navigation', { name: 'Apps' }).waitFor();
  return page;
}
