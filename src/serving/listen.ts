import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StartError } from '../errors.ts';

export interface Listening {
  readonly url: string;
  /** Accepts nothing more, lets requests in flight finish within the time, and then hangs up on the rest. */
  stop(withinMs: number): Promise<void>;
}

/** Listens, or rejects with a StartError that says why it cannot. */
export async function listen(
  handler: RequestListener,
  { host, port, timeoutMs }: { readonly host: string; readonly port: number; readonly timeoutMs: number },
): Promise<Listening> {
  // A client that takes longer than this to say what it wants is not waited for.
  const patience = { requestTimeout: timeoutMs, headersTimeout: timeoutMs, connectionsCheckingInterval: 1000 };
  const server = createServer(patience, (request, response) => answer(handler, request, response));
  try {
    await once(server.listen(port, host), 'listening');
  } catch (error) {
    throw new StartError(reasonNotToListen(error as NodeJS.ErrnoException, host, port), { cause: error });
  }
  const address = server.address() as AddressInfo; // It listens, and not on a pipe.
  return { url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`, stop: (withinMs) => stop(server, withinMs) };
}

function answer(handler: RequestListener, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.once('finish', () => hangUpUnlessComplete(request));
  if (!isAddress(request)) {
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('The address of this request cannot be read.\n');
    return;
  }
  handler(request, response);
}

/** Whether host and path make an address; what is behind us relies on it. */
function isAddress({ headers, url = '' }: IncomingMessage): boolean {
  return url.startsWith('/') && URL.canParse(`http://${headers.host ?? 'localhost'}${url}`);
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
