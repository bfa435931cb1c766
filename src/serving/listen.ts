import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartError } from '../errors.ts';
import { type IsOurs, namesOf } from './names.ts';

export interface Listening {
  readonly url: string;
  /** Accepts nothing more, lets requests in flight finish within the time, and then hangs up on the rest. */
  stop(withinMs: number): Promise<void>;
}

/** Listens, or rejects with a StartError that says why it cannot. */
export async function listen(
  handler: RequestListener,
  { host, port, timeoutMs, hosts }: { readonly host: string; readonly port: number; readonly timeoutMs: number; readonly hosts: readonly string[] },
): Promise<Listening> {
  // A client that takes longer than this to say what it wants is not waited for.
  const patience = { requestTimeout: timeoutMs, headersTimeout: timeoutMs, connectionsCheckingInterval: 1000 };
  const isOurs = namesOf({ host, hosts });
  const server = createServer(patience, (request, response) => answer(handler, isOurs, request, response));
  try {
    await once(server.listen(port, host), 'listening');
  } catch (error) {
    throw new StartError(reasonNotToListen(error as NodeJS.ErrnoException, host, port), { cause: error });
  }
  const address = server.address() as AddressInfo; // It listens, and not on a pipe.
  return { url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`, stop: (withinMs) => stop(server, withinMs) };
}

function answer(handler: RequestListener, isOurs: IsOurs, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.once('finish', () => hangUpUnlessComplete(request));
  const hostname = hostnameOf(request);
  if (hostname === null) refuse(response, 400, 'The address of this request cannot be read.');
  else if (!isOurs(hostname))
    refuse(response, 421, `This service should be called by an address, as localhost or by a name in ATTESTED_HOSTS, but was called "${hostname}".`);
  else handler(request, response);
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
}

/** The name that a request calls the service by; null when host and path make no address, on which what is behind us relies. */
function hostnameOf({ headers, url = '' }: IncomingMessage): string | null {
  try {
    return url.startsWith('/') ? new URL(`http://${headers.host ?? 'localhost'}${url}`).hostname : null;
  } catch {
    return null; // It is no address.
  }
}

/** The rest of a body that was answered before its end: read for a moment, so that the client gets to see the answer, and no longer. */
function hangUpUnlessComplete(request: IncomingMessage): void {
  if (request.complete) return;
  request.resume();
  const impatience = setTimeout(() => request.destroy(), 1000);
  request.once('close', () => clearTimeout(impatience));
}

async function stop(server: Server, withinMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that was answering is kept alive by its client for a next request, which will not come.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), withinMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

function reasonNotToListen({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} of ${host} should be free, but another program listens there. Stop that one first, or choose another port with PORT.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Choose one from 1024 on with PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST should be an address of this machine, but is "${host}".`;
  return `The service cannot listen on port ${port} of ${host}: ${message}.`;
}
