import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** How many bytes the body of a request may have. */
export const largestBody = 256 * 1024;

type Parameters = Record<string, unknown>;

/** Reads requests: GET with its parameters in the address, POST with a JSON body. Forms and other bodies, which a foreign page could send unasked, are refused. */
export function requestReader(): Plugin {
  return {
    onRequestParse({ request, url, setRequestParser }) {
      if (request.method === 'GET') setRequestParser(() => fromAddress(url.searchParams));
      if (request.method === 'POST') setRequestParser(bodyOf);
    },
  };
}

function fromAddress(address: URLSearchParams): Parameters {
  const text = (name: string) => address.get(name) ?? undefined;
  const json = (name: string) => (address.get(name) ? parsed(address.get(name) as string, `The parameter "${name}"`) : undefined);
  return { query: text('query'), operationName: text('operationName'), variables: json('variables'), extensions: json('extensions') };
}

/** A JSON object that was sent as a body. */
export async function bodyOf(request: Request): Promise<Parameters> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw refusal(415, `The body of a request should be application/json, but this one is ${type ? `"${type.slice(0, 100)}"` : 'of no stated type'}.`);
  }
  const body = parsed(await textOf(request), 'The body');
  // An array is a batch, which is refused further on.
  if (typeof body !== 'object' || body === null)
    throw refusal(400, `The body should be a JSON object with a "query", but is ${JSON.stringify(body).slice(0, 100)}.`);
  return body as Parameters;
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refusal(400, `${what} should be JSON, but: ${(error as Error).message}.`);
  }
}

/** The whole body, read no further than it may go. */
async function textOf(request: Request): Promise<string> {
  const announced = Number(request.headers.get('content-length') ?? Number.NaN);
  if (announced > largestBody) throw tooLarge(`${announced}`);
  if (announced >= 0) return request.text(); // HTTP sees to it that there is no more than was announced.

  const chunks: Uint8Array[] = [];
  let length = 0;
  // Not `for await`: leaving it early would hang up before the answer is sent.
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > largestBody) throw tooLarge(`${length} or more`);
    chunks.push(part.value);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(actual: string): GraphQLError {
  return refusal(413, `The body of a request may have ${largestBody} bytes, but this one has ${actual}.`);
}

function refusal(status: number, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status } } });
}
