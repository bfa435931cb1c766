import { z } from 'zod';
import { StartError } from './errors.ts';

interface Setting {
  readonly name: string;
  readonly description: string;
  readonly expected: string;
  readonly usual: string;
  readonly value: z.ZodType;
}

const whole = (least: number, most: number) => z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(least).max(most));

const byCommas = (text: string) => text.split(/,\s*/).filter(Boolean);

/** Every setting, once: the environment variable, what it means, what it may be, and what it is when nothing is said. */
export const settings = {
  host: { name: 'HOST', description: 'The address to listen on.', expected: 'a host name or address', usual: '127.0.0.1', value: z.string().min(1) },
  port: {
    name: 'PORT',
    description: 'The port to listen on; 0 takes a free one.',
    expected: 'a whole number from 0 to 65535',
    usual: '4000',
    value: whole(0, 65535),
  },
  hosts: {
    name: 'ATTESTED_HOSTS',
    description:
      'By which names the service may be called, besides addresses and localhost, separated by commas; * for any. When empty: by none where HOST is this machine alone, else by any.',
    expected: 'host names such as attested.example, separated by commas, or *',
    usual: '',
    value: z
      .string()
      .regex(/^$|^\*$|^[\w.-]+(,\s*[\w.-]+)*$/)
      .transform(byCommas),
  },
  store: {
    name: 'ATTESTED_STORE',
    description: 'The folder of the embedded engine, used when NEO4J_URI is empty.',
    expected: 'a folder',
    usual: '.attested/store',
    value: z.string().min(1),
  },
  neo4jUri: {
    name: 'NEO4J_URI',
    description: 'The Neo4j server; empty for the embedded engine.',
    expected: 'an address that begins with neo4j://, neo4j+s://, neo4j+ssc://, bolt://, bolt+s:// or bolt+ssc://',
    usual: '',
    value: z.string().regex(/^$|^(neo4j|bolt)(\+s|\+ssc)?:\/\/[^\s/]+/),
  },
  neo4jUser: {
    name: 'NEO4J_USER',
    description: 'The Neo4j user; empty for a server without authentication.',
    expected: 'a user name',
    usual: '',
    value: z.string(),
  },
  neo4jPassword: { name: 'NEO4J_PASSWORD', description: "The Neo4j user's password.", expected: 'a password', usual: '', value: z.string() },
  neo4jDatabase: { name: 'NEO4J_DATABASE', description: 'The Neo4j database.', expected: 'the name of a database', usual: 'neo4j', value: z.string().min(1) },
  timeoutMs: {
    name: 'ATTESTED_TIMEOUT_MS',
    description: 'How long one request, and one transaction in it, may take.',
    expected: 'milliseconds, from 100 to 600000',
    usual: '15000',
    value: whole(100, 600_000),
  },
  byHeader: {
    name: 'ATTESTED_BY_HEADER',
    description:
      'The request header that says who asks, for the history of changes; everybody is anonymous when empty. Set by a proxy that clients cannot pass by.',
    expected: 'the name of a header, such as x-forwarded-user',
    usual: '',
    value: z.string().regex(/^[A-Za-z0-9-]{0,100}$/),
  },
  keepRequestsDays: {
    name: 'ATTESTED_KEEP_REQUESTS_DAYS',
    description: 'How many days the answer to a request with an idempotency key is kept.',
    expected: 'a whole number of days from 1 to 365',
    usual: '7',
    value: whole(1, 365),
  },
  prefetch: {
    name: 'ATTESTED_PREFETCH',
    description: 'Whether a question that is asked again is read in one statement, on Neo4j; it changes no answer.',
    expected: 'on or off',
    usual: 'on',
    value: z.enum(['on', 'off']),
  },
  compile: {
    name: 'ATTESTED_COMPILE',
    description: 'Whether a question that is asked again is executed by a function made of it; it changes no answer.',
    expected: 'on or off',
    usual: 'on',
    value: z.enum(['on', 'off']),
  },
  corsOrigins: {
    name: 'ATTESTED_CORS_ORIGINS',
    description: 'Other origins whose pages may ask, separated by commas; none when empty.',
    expected: 'origins such as https://news.example, separated by commas',
    usual: '',
    value: z
      .string()
      .regex(/^$|^https?:\/\/[^\s,/]+(,\s*https?:\/\/[^\s,/]+)*$/)
      .transform(byCommas),
  },
} as const satisfies Record<string, Setting>;

export type Settings = { readonly [Name in keyof typeof settings]: z.output<(typeof settings)[Name]['value']> };

/** The settings as the environment gives them. A wrong one is a StartError that names it, its value, and what was expected. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  return Object.fromEntries(
    Object.entries(settings).map(([key, { name, usual, expected, value }]) => {
      const given = environment[name] ?? usual;
      const read = value.safeParse(given);
      if (!read.success) throw new StartError(`${name} should be ${expected}, but is "${given}".`);
      return [key, read.data];
    }),
  ) as Settings;
}
