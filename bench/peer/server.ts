import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Neo4jGraphQL } from '@neo4j/graphql';
import { createYoga } from 'graphql-yoga';
import neo4j from 'neo4j-driver';

process.setSourceMapsEnabled(false); // As it runs compiled: the driver takes a stack trace for each statement, which they make dearer.

/** Serves the graph at NEO4J_URI by @neo4j/graphql, as its documentation sets it up, on the Yoga that our own service runs on. */
const { NEO4J_URI: uri = '', NEO4J_USER: user = '', NEO4J_PASSWORD: password = '', NEO4J_DATABASE: database = 'neo4j', PORT: port = '0' } = process.env;

const driver = neo4j.driver(uri, user === '' ? undefined : neo4j.auth.basic(user, password));
const typeDefs = readFileSync(new URL('types.graphql', import.meta.url), 'utf8');
const schema = await new Neo4jGraphQL({ typeDefs, driver, features: { filters: { String: { GTE: true, LTE: true } } } }).getSchema();
const yoga = createYoga({ schema, context: { sessionConfig: { database } }, cors: false, logging: 'warn' });

const http = createServer(yoga);
http.listen(Number(port), '127.0.0.1', () => console.log(`@neo4j/graphql answers at http://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`));
