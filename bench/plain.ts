import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { fromDriver } from './compare.ts';
import type { Variables } from './contestants.ts';
import { openStore } from './database.ts';
import { operations } from './operations.ts';

process.setSourceMapsEnabled(false); // As it runs compiled: the driver takes a stack trace for each statement, which they make dearer.

/** What the hand-written statement takes when its answer goes over HTTP as JSON, without GraphQL: no service on this machine can be much faster. */
const store = await openStore(''); // That of NEO4J_URI.
const byName = new Map(operations.map((operation) => [operation.name, operation]));

const http = createServer(async (request, response) => {
  const asked = (await json(request)) as { operation: string; variables: Variables };
  const operation = byName.get(asked.operation);
  if (!operation) return response.writeHead(404).end();
  const answer = JSON.stringify(await fromDriver(store, operation, asked.variables));
  return response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
});
http.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () =>
  console.log(`Statements are answered at http://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`),
);
