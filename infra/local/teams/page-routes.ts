import express, { Router } from 'express';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The built Teams page at the root of the origin. Anything it has no file for is somebody else's. */
export function pageRoutes(folder: string): Router {
  const router = Router();
  router.use(
    express.static(folder, {
      index: 'index.html',
      redirect: false,
      setHeaders: (response, path) => {
        response.setHeader('x-content-type-options', 'nosniff');
        response.setHeader('referrer-policy', 'no-referrer');
        if (path.endsWith('.html')) {
          response.setHeader('content-security-policy', POLICY);
          response.setHeader('cache-control', 'no-store');
        } else response.setHeader('cache-control', 'public, max-age=31536000, immutable');
      },
    }),
  );
  return router;
}
