import type { Plugin } from 'graphql-yoga';

/** Lets pages of the listed origins ask, never with credentials; to all others the browser shows nothing. */
export function corsFor(origins: readonly string[]): Plugin {
  const allowed = new Set(origins.map((origin) => origin.toLowerCase()));
  const isAllowed = (request: Request) => allowed.has((request.headers.get('origin') ?? '').toLowerCase());

  return {
    onRequest({ request, endResponse, fetchAPI }) {
      if (request.method !== 'OPTIONS') return;
      const permission = isAllowed(request)
        ? { 'access-control-allow-methods': 'GET, POST', 'access-control-allow-headers': 'content-type', 'access-control-max-age': '600' }
        : {};
      endResponse(new fetchAPI.Response(null, { status: 204, headers: { allow: 'GET, POST', 'content-length': '0', ...permission } }));
    },
    onResponse({ request, response }) {
      if (allowed.size === 0) return;
      response.headers.append('vary', 'origin');
      if (!isAllowed(request)) return;
      response.headers.set('access-control-allow-origin', request.headers.get('origin') as string);
      response.headers.set('access-control-expose-headers', 'content-disposition, x-attested-whole');
    },
  };
}
