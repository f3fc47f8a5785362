import type { Item, List, Role, Site } from '../store/types.ts';
import { html } from './html.ts';
import { itemFormPage } from './item-form-page.ts';
import { openForm, postedForm, type Posted } from './item-form.ts';
import { itemPage, itemTitle } from './item-page.ts';
import { listPage, type ListView, readListQuery } from './list-page.ts';
import { notFoundPage, type Page, permissionPage, sendPage } from './page.ts';
import { listPath } from './paths.ts';
import type { Visit } from './routes.ts';
import { saveItem } from './save-item.ts';

/** @param rest what follows `Lists/` in the address, e.g. `Cases/EditForm.aspx` */
export function listResponse(visit: Visit, site: Site, role: Role, rest: string): void {
  const { response, visitor, store } = visit;
  const page = (one: Page): void => sendPage(response, visitor, one);
  const slash = rest.indexOf('/');
  const name = slash < 0 ? rest : rest.slice(0, slash);
  const form = slash < 0 ? 'AllItems.aspx' : rest.slice(slash + 1);
  const list = store.lists.find(site.id, name);
  if (list === undefined || list.template !== 'genericList') return page(notFoundPage('list'));
  const view: ListView = { list, role, visitor, store };
  const numbered = /^(\d+)_\.000$/.exec(form)?.[1];
  if (numbered !== undefined) return response.redirect(302, visitor.link(listPath(list, 'DispForm'), { ID: numbered }));
  switch (form) {
    case 'AllItems.aspx':
      return page(listPage(view, readListQuery(visit.request.query)));
    case 'DispForm.aspx':
      return withItem(visit, list, (item) => (isPost(visit) ? deleteItem(visit, view, item) : show(visit, view, item)));
    case 'EditForm.aspx':
      return withItem(visit, list, (item) => editItem(visit, view, item));
    case 'NewForm.aspx':
      return editItem(visit, view, null);
    default:
      page(notFoundPage('page'));
  }
}

const isPost = ({ request }: Visit): boolean => request.method === 'POST';

function withItem(visit: Visit, list: List, then: (item: Item) => void): void {
  const item = visit.store.items.get(list.id, Number(visit.request.query['ID']));
  if (item === undefined) sendPage(visit.response, visit.visitor, notFoundPage('item'));
  else then(item);
}

function show({ request, response, visitor }: Visit, view: ListView, item: Item): void {
  sendPage(response, visitor, itemPage(view, item, request.query['saved'] === '1' ? 'Saved.' : null));
}

function editItem(visit: Visit, view: ListView, item: Item | null): void {
  const { request, response, visitor, store } = visit;
  if (view.role === 'read') return sendPage(response, visitor, permissionPage('form'));
  const columns = store.lists.columns(view.list.id).filter((column) => !column.hidden);
  if (!isPost(visit)) return sendPage(response, visitor, itemFormPage(view, item, openForm(columns, item)));
  const saved = saveItem(view, item, postedForm(columns, request.body as Posted));
  if (saved.ok)
    return response.redirect(303, visitor.link(listPath(view.list, 'DispForm'), { ID: saved.value.id, saved: 1 }));
  sendPage(response, visitor, itemFormPage(view, saved.error.item, saved.error.form, saved.error.status));
}

function deleteItem(visit: Visit, view: ListView, item: Item): void {
  const { request, response, visitor, store } = visit;
  if (view.role === 'read') return sendPage(response, visitor, permissionPage('form'));
  const etag = (request.body as Posted)['etag'];
  const removed = store.items.remove(view.list.id, item.id, {
    actor: { userId: visitor.user.id },
    ...(typeof etag === 'string' ? { ifMatch: etag } : {}),
  });
  if (removed.ok) return response.redirect(303, visitor.link(listPath(view.list)));
  sendPage(response, visitor, {
    status: removed.error.status === 412 ? 409 : removed.error.status,
    title: 'Not deleted',
    trail: [],
    body: html`<h1>Not deleted</h1>
<p>${removed.error.status === 412 ? 'Someone changed this item after you opened it. Look at it again before you delete it.' : removed.error.message}</p>
<p><a href="${visitor.link(listPath(view.list, 'DispForm'), { ID: item.id })}">Back to ${itemTitle(item)}</a></p>`,
  });
}
