import type { Response } from 'express';
import { html, type Html } from './html.ts';
import type { Visitor } from './visitor.ts';

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export interface Page {
  readonly title: string;
  /** From the outermost in; the last is where one is. */
  readonly trail: readonly { readonly words: string; readonly href?: string }[];
  readonly body: Html;
  readonly status?: number;
}

export function sendPage(response: Response, visitor: Visitor | null, page: Page): void {
  response
    .status(page.status ?? 200)
    .set({
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    .type('html')
    .send(document(visitor, page).source);
}

function document(visitor: Visitor | null, { title, trail, body }: Page): Html {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | Local SharePoint</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_local/sharepoint.css">
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header class="suite">
<p><strong>SharePoint</strong> Local tenant – demonstration, fictional people</p>
${visitor !== null && html`<p>Signed in as <strong>${visitor.user.displayName}</strong>. <a href="/">Be someone else</a></p>`}
</header>
<main id="content">
${trail.length > 0 && html`<nav aria-label="Where you are"><ol class="trail">${trail.map(crumb)}</ol></nav>`}
${body}
</main>
</body>
</html>`;
}

function crumb({ words, href }: { readonly words: string; readonly href?: string }): Html {
  return href === undefined
    ? html`<li aria-current="page">${words}</li>`
    : html`<li><a href="${href}">${words}</a></li>`;
}

export function permissionPage(what: string): Page {
  return {
    status: 403,
    title: 'You need permission',
    trail: [],
    body: html`<h1>You need permission to open this ${what}</h1>
<p>This person has not been given access. Ask the owner of the ${what}, or <a href="/">be someone else</a>.</p>`,
  };
}

export function notFoundPage(what: string): Page {
  return {
    status: 404,
    title: 'Not found',
    trail: [],
    body: html`<h1>This ${what} is not here</h1><p>It may have been renamed, moved or deleted.</p>`,
  };
}
