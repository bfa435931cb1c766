import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { StartError } from '../errors.ts';

/** What `npm run build` makes for browsers; found from the sources and from what they are compiled to. */
const folder = new URL('../../dist/web/', import.meta.url);

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  woff2: 'font/woff2',
};
const encodings = { br: '.br', gzip: '.gz' } as const;

type FetchAPI = { readonly Response: typeof Response };

let names: Readonly<Record<string, string>> | undefined;

/** The name under which a file is served, which changes whenever the file does: `graphiql.js` is `graphiql-Q4ZC2M3X.js`. */
export function assetName(name: string): string {
  return manifest()[name] as string; // The build and the pages that use it are of one version.
}

/** The file of this name, for good: a browser asks for it once. Null when there is none. */
export function asset(name: string, request: Request, { Response }: FetchAPI): Response | null {
  const type = types[name.split('.').at(-1) ?? ''];
  if (!type || !Object.values(manifest()).includes(name)) return null;
  const etag = `"${name}"`;
  const headers = { 'cache-control': 'public, max-age=31536000, immutable', etag, vary: 'accept-encoding' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  // Fonts are compressed as they are.
  const encoding = name.endsWith('.woff2') ? null : encodingFor(request.headers.get('accept-encoding') ?? '');
  const content = readFileSync(new URL(`${name}${encoding ? encodings[encoding] : ''}`, folder));
  return new Response(content, { headers: { ...headers, 'content-type': type, ...(encoding ? { 'content-encoding': encoding } : {}) } });
}

function manifest(): Readonly<Record<string, string>> {
  names ??= z.record(z.string(), z.string()).parse(JSON.parse(read('manifest.json')));
  return names;
}

function read(name: string): string {
  try {
    return readFileSync(new URL(name, folder), 'utf8');
  } catch (error) {
    throw new StartError(`The pages should have been built, but there is no dist/web/${name}. Run npm run build.`, { cause: error });
  }
}

function encodingFor(accepted: string): keyof typeof encodings | null {
  const named = accepted.split(',').map((part) => part.trim().toLowerCase());
  return named.includes('br') ? 'br' : named.includes('gzip') ? 'gzip' : null;
}
