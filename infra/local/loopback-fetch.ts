// The one seam between the product and the local tenant: a fetch that takes Microsoft's addresses to this computer.

const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);
const mostRedirects = 10;

/**
 * Sends `https://{host}/path` to `{tenantOrigin}/{host}/path` for the hosts named. Loopback addresses pass as they are; every other host is refused,
 * so that nothing leaves this computer unnoticed. Redirects are followed as a browser would: to Microsoft's hosts through here, and without the
 * Authorization header when the host changes.
 */
export function loopbackFetch(tenantOrigin: string, hosts: readonly string[]): typeof fetch {
  const known = new Set(hosts);
  const localAddress = (url: URL): string => {
    if (loopbackHosts.has(url.hostname)) return url.href;
    if (url.protocol === 'https:' && url.port === '' && known.has(url.hostname)) {
      return `${tenantOrigin}/${url.hostname}${url.pathname}${url.search}`;
    }
    throw new TypeError(
      `The local tenant does not stand in for ${url.origin}, and this program may not call it. Known hosts: ${hosts.join(', ')}.`,
    );
  };
  return async (input, init) => {
    const request = new Request(input, init);
    let url = new URL(request.url);
    let response = await fetch(new Request(localAddress(url), request), { redirect: 'manual' });
    if (request.redirect === 'manual') return response;
    const headers = new Headers(request.headers);
    for (let redirects = 0; isRedirect(response); redirects += 1) {
      if (request.redirect === 'error')
        throw new TypeError(`${url.host} answered with a redirect, which this call refuses.`);
      if (redirects === mostRedirects) throw new TypeError(`${url.host} redirects without end.`);
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        throw new TypeError(`${url.host} redirects a ${request.method}, which the local tenant never does.`);
      }
      const next = new URL(response.headers.get('location') ?? '', url);
      if (next.host !== url.host) headers.delete('authorization');
      url = next;
      response = await fetch(localAddress(url), {
        method: request.method,
        headers,
        redirect: 'manual',
        signal: request.signal,
      });
    }
    return response;
  };
}

function isRedirect(response: Response): boolean {
  return [301, 302, 303, 307, 308].includes(response.status) && response.headers.has('location');
}
