import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { after } from '../as-of/directive.ts';
import { InvalidInputError, NotFoundError, UnavailableError } from '../errors.ts';
import { around } from '../export/around.ts';
import { type Format, formats, tables } from '../export/formats.ts';
import { inPieces } from '../export/pieces.ts';
import { type ExportSource, exportSource } from '../export/source.ts';
import { readAsOf } from '../graph/as-of.ts';
import type { Graph } from '../graph/graph.ts';
import type { Read } from '../graph/load.ts';
import { isEntityLabel, labelOf } from '../ids.ts';
import type { Log } from '../log.ts';
import { maskError } from './masking.ts';
import { bodyOf } from './requests.ts';

const all: Readonly<Record<string, Format>> = { ...formats, ...tables };

/** More is for `attested export`, which nobody waits for at a screen. */
const most = 5000;
const deepest = 2;
/** No format writes more than so many characters of no entity at all. */
const longestOfNothing = 20_000;
const path = /^\/export\/([a-z]+)$/;

/**
 * `/export/FORMAT` sends some entities and the relationships between them in the formats of `attested export`. What is asked stands in the address of
 * a GET or, since a view may name thousands, in the JSON body of a POST: `of` (ids), `depth` (how many steps around them, 0 to 2), `known` (a day).
 * It only reads, of at most 5,000 entities, and as long as any request may take.
 */
export function exportRoutes(graph: Graph, timeoutMs: number, log: Log): Plugin {
  return {
    async onRequest({ request, url, endResponse, fetchAPI, serverContext }) {
      const [, name] = path.exec(url.pathname) ?? [];
      const format = name !== undefined && Object.hasOwn(all, name) ? all[name] : undefined;
      if (!format || request.method === 'OPTIONS') return;
      const logged = maskError(log);
      const breakOff = (error: unknown) => {
        logged(error);
        (serverContext as { readonly res?: ServerResponse }).res?.destroy(); // Its beginning is sent: only an end that is missing can tell.
      };
      try {
        endResponse((await exported(format, request, url, graph, timeoutMs, fetchAPI.Response as typeof Response, breakOff)) as never);
      } catch (error) {
        endResponse(refusal(logged(error), fetchAPI.Response as typeof Response) as never);
      }
    },
  };
}

interface Chosen {
  readonly of: readonly string[];
  readonly depth: number;
  readonly known: string | null;
}

async function exported(
  format: Format,
  request: Request,
  url: URL,
  graph: Graph,
  timeoutMs: number,
  Answer: typeof Response,
  breakOff: (error: unknown) => void,
): Promise<Response> {
  const { of, depth, known } = chosenOf(await given(request, url));
  const late = AbortSignal.timeout(timeoutMs);
  const ending = AbortSignal.any([request.signal, late]);
  const now: Read = async (query, params) => {
    ending.throwIfAborted(); // Between two reads as well as within one.
    return graph.read(query, params, { signal: ending });
  };
  const told = (error: unknown) => {
    if (late.aborted) return new UnavailableError(`An export may take ${timeoutMs} ms, but this one took longer and was stopped.`);
    return ending.aborted ? new GraphQLError('Whoever asked for this export has left.') : error; // Which nobody needs to know of.
  };
  const read = known === null ? now : readAsOf(now, { known: after('known', known), recorded: after('recorded', null) });
  try {
    const { ids, isWhole } = await around(read, of, { depth, limit: most });
    const source = exportSource(read, ids);
    const parts = inPieces(format.write(source));
    const headers = {
      'content-type': `${format.media}; charset=utf-8`,
      'content-disposition': `attachment; filename="attested.${format.ending}"`,
      'cache-control': 'no-store',
      // What lies around may be more than may be sent: then it is said that this is not all.
      'x-attested-whole': String(isWhole),
    };
    // The first part is waited for: as long as nothing has been sent, what goes wrong can be said.
    const first = await parts.next();
    await refuseNothing(source, first, of);
    ending.throwIfAborted();
    const body = Readable.from(together(first, parts), { objectMode: false }).once('error', (error) => breakOff(told(error)));
    return new Answer(body as never, { headers });
  } catch (error) {
    throw told(error);
  }
}

/** An id of what is not there gives a file that looks like an answer: nothing is near it. Only a short one need be looked into. */
async function refuseNothing(source: ExportSource, { value }: IteratorResult<string>, of: readonly string[]): Promise<void> {
  if (`${value}`.length > longestOfNothing || !(await source.nodes().next()).done) return;
  throw of.length === 1
    ? new NotFoundError('entity', `${of[0]}`)
    : new GraphQLError(`None of these ${of.length} entities is there.`, { extensions: { code: 'NOT_FOUND' } });
}

/** What was read already, and the rest, each made when the one before has been taken. */
async function* together(first: IteratorResult<string>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (!first.done) yield first.value;
  yield* rest;
}

async function given(request: Request, { searchParams }: URL): Promise<Record<string, unknown>> {
  if (request.method === 'POST') return bodyOf(request);
  if (request.method !== 'GET')
    throw new GraphQLError('An export is asked for with GET or POST.', { extensions: { code: 'BAD_REQUEST', http: { status: 405 } } });
  const depth = searchParams.get('depth');
  const of = searchParams.has('of') ? searchParams.getAll('of').flatMap((ids) => ids.split(',')) : undefined;
  return { of, known: searchParams.get('known'), depth: depth === null ? null : Number(depth) };
}

function chosenOf({ of, depth = null, known = null }: Record<string, unknown>): Chosen {
  const isIds = Array.isArray(of) && of.length > 0 && of.length <= most && of.every((id) => typeof id === 'string' && isEntityLabel(labelOf(id)));
  if (!isIds)
    throw new InvalidInputError(['of'], `the ids of 1 to ${most} entities`, Array.isArray(of) ? `${of.length} items, ${of.slice(0, 3).join(', ')}` : of);
  const steps = depth ?? 0;
  if (!(Number.isInteger(steps) && Number(steps) >= 0 && Number(steps) <= deepest))
    throw new InvalidInputError(['depth'], `a whole number from 0 to ${deepest}`, depth);
  if (known !== null && typeof known !== 'string') throw new InvalidInputError(['known'], 'a day, such as "2025-03-09"', known);
  return { of: of as string[], depth: Number(steps), known: known || null };
}

const statuses: Readonly<Record<string, number>> = { INVALID_INPUT: 400, NOT_FOUND: 404, UNAVAILABLE: 503 };

function refusal({ message, extensions: { code, http } }: GraphQLError, Answer: typeof Response): Response {
  const usual = statuses[`${code}`] ?? 500;
  const { status = usual } = (http ?? {}) as { readonly status?: number };
  return new Answer(`${message}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...(status === 405 ? { allow: 'GET, POST' } : {}) } });
}
