import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Item, List, NewColumn } from '#local/store/types.ts';
import type { TenantUser } from '#local/tenant-definition.ts';
import {
  type FrontTenant,
  governor,
  head,
  openPage,
  senco,
  sharePointHost,
  siteId,
  startFront,
} from './front-tenant.ts';

const column = (name: string, displayName: string, kind: NewColumn['kind'], required = false): NewColumn => ({
  name,
  displayName,
  kind,
  required,
  description: '',
  indexed: false,
  enforceUniqueValues: false,
  hidden: false,
  defaultValue: null,
});

const columns: readonly NewColumn[] = [
  column('Status', 'Status', {
    type: 'choice',
    choices: ['Draft', 'Active'],
    allowTextEntry: false,
    displayAs: 'dropDownMenu',
  }),
  column('Hours', 'Hours a week', { type: 'number', minimum: 0, maximum: 40, decimalPlaces: 'automatic' }),
  column('NextReview', 'Next review', { type: 'dateTime', format: 'dateOnly' }),
  column('Signed', 'Consent signed', { type: 'boolean' }),
  column('Notes', 'Notes', { type: 'note', linesForEditing: 6 }),
];

let front: FrontTenant;
let list: List;
let item: Item;

beforeAll(async () => {
  front = await startFront();
  const { store } = front.tenant;
  const made = store.lists.create(siteId(front, '/sites/rowanfield'), { displayName: 'Cases', columns });
  if (!made.ok) throw new Error(made.error.message);
  list = made.value;
});

beforeEach(() => {
  item = newItem({
    Title: 'K7M-2QX',
    Status: 'Active',
    Hours: 10,
    NextReview: '2026-06-15',
    Signed: true,
    Notes: 'First\nsecond',
  });
});

afterAll(async () => await front.tenant.stop());

function newItem(fields: Item['fields']): Item {
  const made = front.tenant.store.items.create(list.id, fields, { actor: { userId: senco.id } });
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

const open = async (user: TenantUser, path: string, form?: Record<string, string>) =>
  await openPage(front, user, path, form);

/** What a browser would send back from the form as it stands, with what the person typed into it. */
async function submitForm(
  user: TenantUser,
  page: { readonly text: string },
  path: string,
  typed: Record<string, string>,
) {
  return await open(user, path, { ...formValues(page.text), ...typed });
}

function formValues(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [tag] of text.matchAll(/<(?:input|textarea|select)[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name === undefined || (tag.includes('checkbox') && !tag.includes('checked'))) continue;
    const value = tag.startsWith('<textarea')
      ? text.split(tag)[1]?.split('</textarea>')[0]?.slice(1)
      : /value="([^"]*)"/.exec(tag)?.[1];
    const chosen = text.split(tag)[1]?.split('</select>')[0];
    values[name] = (
      tag.startsWith('<select') ? (/value="([^"]*)" selected/.exec(chosen ?? '')?.[1] ?? '') : (value ?? '')
    ).replaceAll('&quot;', '"');
  }
  return values;
}

const editPath = () => `/sites/rowanfield/Lists/Cases/EditForm.aspx?ID=${item.id}`;
const itemNow = (): Item | undefined => front.tenant.store.items.get(list.id, item.id);

describe('a list as SharePoint shows it', () => {
  test('has the columns by their display names, values as people read them, and who changed a row', async () => {
    const { text } = await open(senco, '/sites/rowanfield/Lists/Cases/AllItems.aspx');
    const headings = [...text.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/g)].map(([, inner]) =>
      inner?.replaceAll(/<[^>]*>/g, ''),
    );
    expect(headings).toEqual([
      'Title',
      'Edit',
      'Status',
      'Hours a week',
      'Next review',
      'Consent signed',
      'Notes',
      'Modified',
      'Modified by',
    ]);
    expect(text).toContain('15 Jun 2026');
    expect(text).toContain('Sorrel Ashby');
  });

  test('can be sorted by a column and turned page by page', async () => {
    for (let hours = 11; hours < 41; hours += 1) newItem({ Title: `Row ${hours}`, Hours: hours });
    const most = await open(senco, '/sites/rowanfield/Lists/Cases/AllItems.aspx?sortField=Hours&isAscending=false');
    const next = await open(
      senco,
      '/sites/rowanfield/Lists/Cases/AllItems.aspx?sortField=Hours&isAscending=false&page=2',
    );
    const rows = (text: string) => [...text.matchAll(/<th scope="row"><a[^>]*>(.*?)<\/a>/g)].map(([, name]) => name);
    expect(rows(most.text)[0]).toBe('Row 40');
    expect(rows(most.text)).toHaveLength(30);
    expect(rows(next.text)).toContain('K7M-2QX');
    expect(most.text).toContain('aria-sort="descending"');
  });

  test('shows text as text', async () => {
    item = newItem({ Title: '<script>alert(1)</script>' });
    const { text } = await open(senco, `/sites/rowanfield/Lists/Cases/DispForm.aspx?ID=${item.id}`);
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('<script>');
  });
});

describe('editing a row by hand', () => {
  test('saves what was changed, in the person’s name', async () => {
    const page = await open(senco, editPath());
    const saved = await submitForm(senco, page, editPath(), { 'f.Hours': '12.5', 'f.NextReview': '2026-07-01' });
    expect(saved.url).toContain('DispForm.aspx');
    expect(saved.text).toContain('Saved.');
    expect(itemNow()).toMatchObject({
      version: 2,
      modifiedBy: { userId: senco.id },
      fields: { Hours: 12.5, NextReview: '2026-06-30T23:00:00Z', Notes: 'First\nsecond' },
    });
  });

  test('ticks and unticks a yes/no', async () => {
    item = newItem({ Title: 'Notice', Signed: false });
    await submitForm(senco, await open(senco, editPath()), editPath(), { 'f.Signed': 'yes' });
    expect(itemNow()?.fields['Signed']).toBe(true);
    const { 'f.Signed': _ticked, ...unticked } = formValues((await open(senco, editPath())).text);
    await open(senco, editPath(), unticked);
    expect(itemNow()?.fields['Signed']).toBe(false);
  });

  test('says beside the field what does not fit, and keeps what was typed', async () => {
    const page = await open(senco, editPath());
    const refused = await submitForm(senco, page, editPath(), { 'f.Hours': 'lots', 'f.Notes': 'A thought' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('Enter a number, for example 12.5.');
    expect(refused.text).toContain('value="lots"');
    expect(refused.text).toContain('A thought');
    expect(itemNow()?.version).toBe(1);
  });

  test('passes on what the list itself refuses', async () => {
    const page = await open(senco, editPath());
    const refused = await submitForm(senco, page, editPath(), { 'f.Hours': '99' });
    expect(refused.status).toBe(400);
    expect(refused.text).toMatch(/class="problem" id="f.Hours-problem"/);
  });

  test('shows a conflict with what the other person wrote, loses nothing, and saves at the second try', async () => {
    const page = await open(senco, editPath());
    front.tenant.store.items.update(list.id, item.id, { Hours: 15, Status: 'Draft' }, { actor: { userId: head.id } });
    const conflict = await submitForm(senco, page, editPath(), { 'f.Hours': '12', 'f.Notes': 'Mine' });
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain('Hazel Birch made this “15”');
    expect(formValues(conflict.text)).toMatchObject({ 'f.Hours': '12', 'f.Notes': 'Mine', 'f.Status': 'Draft' });
    expect(itemNow()?.fields['Hours']).toBe(15);

    await submitForm(senco, conflict, editPath(), {});
    expect(itemNow()).toMatchObject({ version: 3, fields: { Hours: 12, Notes: 'Mine', Status: 'Draft' } });
  });

  test('a new row is added and a row is deleted only as it was seen', async () => {
    const path = '/sites/rowanfield/Lists/Cases/NewForm.aspx';
    const form = await open(senco, path);
    const made = await submitForm(senco, form, path, { 'f.Title': 'By hand', 'f.Status': 'Draft' });
    expect(made.text).toContain('By hand');
    const shown = `/sites/rowanfield/Lists/Cases/DispForm.aspx?ID=${item.id}`;
    const stale = await open(senco, shown, { etag: '"stale,1"' });
    expect(stale.status).toBe(409);
    await open(senco, shown, { etag: item.etag });
    expect(itemNow()).toBeUndefined();
  });
});

describe('who may see what', () => {
  test('a person outside the site is told that they need permission', async () => {
    const answers = await Promise.all(
      ['/sites/rowanfield', '/sites/rowanfield/Lists/Cases', editPath(), '/sites/rowanfield/Shared Documents'].map(
        async (path) => await open(governor, path),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(answers.every(({ text }) => text.includes('You need permission'))).toBe(true);
  });

  test('a reader finds no way to edit', async () => {
    const made = front.tenant.store.lists.create(siteId(front, '/sites/governors'), {
      displayName: 'Governors view',
      columns: [],
    });
    if (!made.ok) throw new Error(made.error.message);
    const row = front.tenant.store.items.create(made.value.id, { Title: 'Pupil A' }, { actor: {} });
    const shown = await open(governor, '/sites/governors/Lists/Governors view/AllItems.aspx');
    const edit = await open(
      governor,
      `/sites/governors/Lists/Governors view/EditForm.aspx?ID=${row.ok ? row.value.id : 0}`,
    );
    expect(shown.text).toContain('Pupil A');
    expect(shown.text).not.toContain('EditForm');
    expect(edit.status).toBe(403);
  });

  test('someone unknown is asked who they are', async () => {
    const answer = await fetch(`${front.tenant.origin}/${sharePointHost}/sites/rowanfield`);
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('Who would you like to be?');
  });
});
