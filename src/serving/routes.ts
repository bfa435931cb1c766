import type { Plugin } from 'graphql-yoga';
import type { Log } from '../log.ts';
import { asset } from './assets.ts';
import { apology, maskError } from './masking.ts';
import { graphiqlPage, type Page } from './pages.ts';
import { viewPage, viewPaths } from './view-page.ts';

type FetchAPI = { readonly Response: typeof Response };
type Route = (request: Request, api: FetchAPI) => Promise<Response> | Response | null;

/** Everything beside GraphQL itself: the pages, whether the service is up, whether it is ready. Nothing elsewhere. */
export function routes(isReady: () => Promise<boolean>, log: Log): Plugin {
  const fixed: Readonly<Record<string, Route>> = {
    ...Object.fromEntries(viewPaths.map((path) => [path, page(() => viewPage(path))])),
    '/health': (_, api) => json(api, 200, { up: true }),
    '/ready': async (_, api) => answered(api, await isReady()),
  };
  const graphiql = page(graphiqlPage);

  return {
    async onRequest({ request, url, endResponse, fetchAPI }) {
      const path = url.pathname;
      if (path === '/graphql' && !wantsPage(request)) return;
      if (request.method === 'OPTIONS') return;
      const route = path === '/graphql' ? graphiql : isAsset(path) ? assetAt(path) : Object.hasOwn(fixed, path) ? fixed[path] : undefined;
      try {
        endResponse((await answerOf(route, request, fetchAPI)) as never);
      } catch (error) {
        maskError(log)(error); // What rises from here would reach the client with its stack.
        endResponse(text(fetchAPI as FetchAPI, 500, apology) as never);
      }
    },
  };
}

async function answerOf(route: Route | undefined, request: Request, api: FetchAPI): Promise<Response> {
  if (route && request.method !== 'GET' && request.method !== 'HEAD') return text(api, 405, 'This can only be read, with GET.', { allow: 'GET, HEAD' });
  return (await route?.(request, api)) ?? text(api, 404, 'Nothing is here. GraphQL is at /graphql.');
}

function wantsPage(request: Request): boolean {
  return request.method === 'GET' && (request.headers.get('accept') ?? '').includes('text/html');
}

const isAsset = (path: string) => path.startsWith('/graphiql/') || path.startsWith('/web/');

function assetAt(path: string): Route {
  return (request, api) => asset(path.slice(path.indexOf('/', 1) + 1), request, api);
}

/** A page is made when it is first asked for, and stays as it is. */
function page(make: () => Page): Route {
  let made: Page | undefined;
  return (_, { Response }) => {
    made ??= make();
    return new Response(made.html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `${made.policy}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
        'cache-control': 'no-cache',
        'referrer-policy': 'no-referrer',
        vary: 'accept',
      },
    });
  };
}

function answered(api: FetchAPI, ready: boolean): Response {
  return json(api, ready ? 200 : 503, { ready });
}

function json({ Response }: FetchAPI, status: number, body: object): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' } });
}

function text({ Response }: FetchAPI, status: number, body: string, headers: Record<string, string> = {}): Response {
  return new Response(`${body}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } });
}
