// What the bot sends to the Bot Connector fits the description that Microsoft publishes of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStaffChannel } from '#bot/staff-channel.ts';
import { aSchool } from '#test/builders/schools.ts';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appId } from '../bot/support/activities.ts';
import { connectorTo } from '../bot/support/bot-server.ts';
import { everyCard, tab, usualDigest } from '../bot/support/cards.ts';
import { type FakeTeams, startFakeTeams } from '../bot/support/fake-teams.ts';

const specs = process.env.PTT_SPECS;

const Swagger = z.object({
  definitions: z.record(z.string(), z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() })),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        parameters: z
          .array(z.looseObject({ in: z.string(), schema: z.object({ $ref: z.string() }).optional() }))
          .default([]),
      }),
    ),
  ),
});

/** The body that a call wants, by the names of the description. */
function bodyOf(swagger: z.infer<typeof Swagger>, method: string, path: string): string | null {
  const segments = path.split('/');
  for (const [pattern, operations] of Object.entries(swagger.paths)) {
    const parts = pattern.split('/');
    const fits =
      parts.length === segments.length &&
      parts.every((part, place) => part.startsWith('{') || part === segments[place]);
    const body = fits ? operations[method.toLowerCase()]?.parameters.find((one) => one.in === 'body') : undefined;
    if (body?.schema) return body.schema.$ref.replace('#/definitions/', '');
  }
  return null;
}

describe.skipIf(specs === undefined)('what goes to the Bot Connector (PTT_SPECS)', () => {
  let teams: FakeTeams;
  let swagger: z.infer<typeof Swagger>;

  beforeAll(async () => {
    swagger = Swagger.parse(JSON.parse(readFileSync(join(specs ?? '', 'bot-ConnectorAPI.swagger.json'), 'utf8')));
    teams = await startFakeTeams(appId);
    const connector = connectorTo(teams);
    const { serviceUrl } = teams;
    const channel = '19:staff@thread.tacv2';
    const school = aSchool({ staffChannelId: channel, serviceUrl });
    await createStaffChannel({ connector, tab }).post(school, usualDigest);
    for (const card of Object.values(everyCard)) {
      const posted = await connector.createThread({ serviceUrl, channelId: channel }, card);
      if (posted.ok) await connector.updateCard({ serviceUrl, ...posted.value }, card);
    }
  });

  afterAll(() => teams.stop());

  const sent = () => teams.received.filter(({ method }) => method === 'POST' || method === 'PUT');
  const named = ({ method, path }: { readonly method: string; readonly path: string }) =>
    bodyOf(swagger, method, path.replace(/^\/teams/, ''));

  it('goes to addresses that the description knows', () => {
    expect(new Set(sent().map(named))).toEqual(new Set(['ConversationParameters', 'Activity']));
  });

  it('has bodies of the described types', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'swagger', definitions: swagger.definitions });
    const wrong = sent().flatMap((one) => {
      const validate = ajv.getSchema(`swagger#/definitions/${named(one)}`);
      return validate?.(one.body) === true ? [] : [{ path: one.path, errors: validate?.errors }];
    });
    expect(wrong).toEqual([]);
  });

  it('has no field that the described types do not have', () => {
    const strange = sent().flatMap((one) => {
      const known = swagger.definitions[named(one) ?? '']?.properties ?? {};
      return Object.keys(z.record(z.string(), z.unknown()).parse(one.body)).filter(
        (field) => !Object.hasOwn(known, field),
      );
    });
    expect(strange).toEqual([]);
  });
});

describe.runIf(specs === undefined)('the description of the Bot Connector', () => {
  it('is not at hand (PTT_SPECS is not set): nothing was compared', () => {
    expect(specs).toBeUndefined();
  });
});
