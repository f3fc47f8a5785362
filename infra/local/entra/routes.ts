// login.microsoftonline.com and login.botframework.com: tokens, key sets and discovery documents.
import { randomUUID } from 'node:crypto';
import express, { type Request, type Response, Router } from 'express';
import type { Usage } from '../usage.ts';
import { botFrameworkIssuer, type EntraContext, issuerV2 } from './context.ts';
import { entraErrorBody } from './entra-error.ts';
import { grantToken } from './token-endpoint.ts';

export function entraRouter(context: EntraContext & { readonly usage: Usage }): Router {
  const router = Router();
  router.post('/:tenant/oauth2/v2.0/token', express.urlencoded({ extended: false }), async (request, response) => {
    context.usage.record('POST', '/{tenant}/oauth2/v2.0/token', 0);
    const { tenant } = request.params;
    const granted = await grantToken(context, String(tenant), (request.body ?? {}) as Record<string, unknown>);
    response.setHeader('cache-control', 'no-store');
    if (granted.ok) {
      response.json(granted.value);
      return;
    }
    const correlationId = request.get('client-request-id') ?? randomUUID();
    response.status(granted.error.status).json(entraErrorBody(granted.error, context.now(), correlationId));
  });
  router.get('/:tenant/v2.0/.well-known/openid-configuration', (request, response) => {
    const { tenant } = request.params;
    if (tenant !== context.definition.tenantId) return answerUnknown(context, request, response);
    const base = `https://login.microsoftonline.com/${tenant}`;
    response.json({
      issuer: issuerV2(tenant),
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code', 'id_token'],
      subject_types_supported: ['pairwise'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    });
  });
  router.get('/:tenant/discovery/v2.0/keys', (request, response) => {
    const { tenant } = request.params;
    if (tenant !== context.definition.tenantId) return answerUnknown(context, request, response);
    response.json({ keys: context.keys.entra.shown().map((key) => ({ ...key, issuer: issuerV2(tenant) })) });
  });
  router.use((request, response) => answerUnknown(context, request, response));
  return router;
}

export function botSignInRouter(context: EntraContext): Router {
  const router = Router();
  router.get('/v1/.well-known/openidconfiguration', (_request, response) => {
    response.json({
      issuer: botFrameworkIssuer,
      authorization_endpoint: 'https://invalid.botframework.com',
      // Absolute and on this computer: botbuilder fetches both documents itself, without the fetch that leads here.
      jwks_uri: `${context.origin}/login.botframework.com/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    });
  });
  router.get('/v1/.well-known/keys', (_request, response) => {
    response.json({ keys: context.keys.botFramework.shown().map((key) => ({ ...key, endorsements: ['msteams'] })) });
  });
  router.use((request, response) => answerUnknown(context, request, response));
  return router;
}

function answerUnknown(context: EntraContext, request: Request, response: Response): void {
  const problem = {
    status: 501,
    error: 'invalid_request',
    code: null,
    message: `The local tenant does not know ${request.method} ${request.baseUrl}${request.path}, or not for this tenant id.`,
  } as const;
  response.status(501).json(entraErrorBody(problem, context.now(), randomUUID()));
}
