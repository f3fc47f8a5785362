// What is said of a column is kept whole, or refused.
import type { Client } from '@microsoft/microsoft-graph-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tenant } from '#local/tenant.ts';
import { appClient, aTenant, larkfield } from './a-tenant.ts';

type Json = Readonly<Record<string, unknown>>;

describe('Columns of the local Graph', () => {
  let tenant: Tenant;
  let client: Client;
  let number = 0;
  const columns = `${larkfield}/lists/Plain/columns`;
  beforeAll(async () => {
    tenant = await aTenant();
    client = await appClient(tenant);
    await client.api(`${larkfield}/lists`).post({ displayName: 'Plain' });
  });
  afterAll(() => tenant.stop());

  const make = (facet: Json): Promise<{ id: string }> => {
    number += 1;
    return client.api(columns).post({ name: `C${number}`, ...facet });
  };
  const change = async (first: Json, then: Json): Promise<Json> =>
    client.api(`${columns}/${(await make(first)).id}`).patch(then);

  it.each([
    {
      text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 80 },
    },
    { text: { allowMultipleLines: true, linesForEditing: 3, textType: 'plain' } },
    { dateTime: { displayAs: 'standard', format: 'dateOnly' } },
    { dateTime: { displayAs: 'friendly', format: 'dateTime' } },
    { dateTime: { displayAs: 'default', format: 'dateTime' } },
    { number: { decimalPlaces: 'automatic', displayAs: 'number', minimum: 0, maximum: 40 } },
    { choice: { allowTextEntry: true, choices: ['Open', 'Closed'], displayAs: 'radioButtons' } },
  ])('answers a definition as it was sent: %j', async (facet) => {
    const made = await make(facet);
    expect(made).toMatchObject(facet);
    expect(await client.api(`${columns}/${made.id}`).get()).toMatchObject(facet);
  });

  it.each([
    [{ text: { linesForEditing: 3 } }, 501],
    [{ text: { textType: 'plain' } }, 501],
    [{ text: { allowMultipleLines: true, maxLength: 100 } }, 501],
    [{ choice: {} }, 400],
  ])('refuses %j, which does not fit together', async (facet, statusCode) => {
    await expect(make(facet)).rejects.toMatchObject({ statusCode });
  });

  it.each<readonly [string, Json, Json, Json]>([
    [
      'the bounds of a number',
      { number: { minimum: 0, maximum: 40 } },
      { number: { decimalPlaces: 'two' } },
      { number: { decimalPlaces: 'two', displayAs: 'number', minimum: 0, maximum: 40 } },
    ],
    [
      'a bound that is not taken away',
      { number: { minimum: 0, maximum: 40, decimalPlaces: 'one' } },
      { number: { minimum: null } },
      { number: { decimalPlaces: 'one', displayAs: 'number', maximum: 40 } },
    ],
    [
      'the choices',
      { choice: { choices: ['a'], allowTextEntry: true } },
      { choice: { displayAs: 'radioButtons' } },
      { choice: { choices: ['a'], allowTextEntry: true, displayAs: 'radioButtons' } },
    ],
    [
      'how dates are shown',
      { dateTime: { displayAs: 'friendly', format: 'dateTime' } },
      { dateTime: { format: 'dateOnly' } },
      { dateTime: { displayAs: 'friendly', format: 'dateOnly' } },
    ],
    [
      'which dates there are',
      { dateTime: { format: 'dateOnly' } },
      { dateTime: { displayAs: 'standard' } },
      { dateTime: { displayAs: 'standard', format: 'dateOnly' } },
    ],
    [
      'that a text has several lines',
      { text: { allowMultipleLines: true, linesForEditing: 3 } },
      { text: { textType: 'plain' } },
      {
        text: { allowMultipleLines: true, appendChangesToExistingText: false, linesForEditing: 3, textType: 'plain' },
      },
    ],
    [
      'how long a text may be',
      { text: { maxLength: 20 } },
      { text: { allowMultipleLines: false } },
      { text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 20 } },
    ],
    [
      'that a link is a picture',
      { hyperlinkOrPicture: { isPicture: true } },
      { hyperlinkOrPicture: {} },
      { hyperlinkOrPicture: { isPicture: true } },
    ],
  ])('keeps what a change leaves out: %s', async (_what, first, then, after) => {
    const changed = await change(first, then);
    expect(Object.fromEntries(Object.keys(after).map((facet) => [facet, changed[facet]]))).toEqual(after);
  });

  it('does not let a change turn one type into another', async () => {
    for (const then of [{ number: {} }, { text: { allowMultipleLines: true } }])
      await expect(change({ text: {} }, then)).rejects.toMatchObject({ statusCode: 501 });
    await expect(change({ text: { allowMultipleLines: true } }, { text: { maxLength: 20 } })).rejects.toMatchObject({
      statusCode: 501,
    });
  });

  it('makes no index on a list of more than 20,000 items', async () => {
    const list: { id: string } = await client.api(`${larkfield}/lists`).post({
      displayName: 'Very long',
      columns: [{ name: 'Late', text: {} }],
    });
    const path = `${larkfield}/lists/${list.id}/columns`;
    const add = () => tenant.store.items.create(list.id, {}, { actor: {} });
    for (let items = 0; items < 20_000; items += 1) add();
    expect(await client.api(path).post({ name: 'InTime', indexed: true, text: {} })).toMatchObject({ indexed: true });
    add();
    const refusal = {
      statusCode: 400,
      code: 'invalidRequest',
      message: 'The attempted operation is prohibited because it exceeds the list view threshold.',
    };
    await expect(client.api(`${path}/Late`).patch({ indexed: true })).rejects.toMatchObject(refusal);
    await expect(client.api(path).post({ name: 'New', indexed: true, text: {} })).rejects.toMatchObject(refusal);
    expect(await client.api(`${path}/InTime`).patch({ description: 'It has one.' })).toMatchObject({ indexed: true });
    expect(await client.api(path).post({ name: 'New', text: {} })).toMatchObject({ indexed: false });
  }, 60_000);
});
