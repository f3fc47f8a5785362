import { describe, expect, it } from 'vitest';
import { publicCloud } from '#bot/cloud.ts';
import { botToken } from '#bot/token.ts';

describe('the token that the bot posts with', () => {
  it('is asked for once by several who need it at the same time, for the scope of the bot service', async () => {
    const asked: string[][] = [];
    const credentials = {
      acquireTokenByClientCredential: async ({ scopes }: { scopes: string[] }) => {
        asked.push(scopes);
        return { accessToken: `token-${asked.length}` };
      },
    };
    const token = botToken(credentials, publicCloud);
    expect(await Promise.all([token(), token(), token()])).toEqual(['token-1', 'token-1', 'token-1']);
    expect(await token()).toBe('token-2');
    expect(asked[0]).toEqual(['https://api.botframework.com/.default']);
  });

  it('is asked for anew after a failure', async () => {
    const answers = [null, { accessToken: 'token' }];
    const token = botToken({ acquireTokenByClientCredential: async () => answers.shift() ?? null }, publicCloud);
    await expect(token()).rejects.toThrow('gave the bot no token');
    expect(await token()).toBe('token');
  });
});
