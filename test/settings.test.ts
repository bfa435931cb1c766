import { describe, expect, it } from 'vitest';
import { readSettings } from '../src/settings.ts';

describe('the settings', () => {
  it('are these when nothing is said', () => {
    expect(readSettings({})).toEqual({
      host: '127.0.0.1',
      port: 4000,
      hosts: [],
      store: '.attested/store',
      neo4jUri: '',
      neo4jUser: '',
      neo4jPassword: '',
      neo4jDatabase: 'neo4j',
      timeoutMs: 15_000,
      compile: 'on',
      corsOrigins: [],
      byHeader: '',
      keepRequestsDays: 7,
      prefetch: 'on',
    });
  });

  it.each([
    ['PORT', '0', { port: 0 }],
    ['NEO4J_URI', 'neo4j+s://graph.example:7687', { neo4jUri: 'neo4j+s://graph.example:7687' }],
    ['NEO4J_URI', '', { neo4jUri: '' }],
    ['ATTESTED_HOSTS', 'attested.example, desk', { hosts: ['attested.example', 'desk'] }],
    ['ATTESTED_HOSTS', '*', { hosts: ['*'] }],
    ['ATTESTED_CORS_ORIGINS', 'https://news.example, http://localhost:3000', { corsOrigins: ['https://news.example', 'http://localhost:3000'] }],
  ])('take %s="%s"', (name, value, expected) => {
    expect(readSettings({ [name]: value })).toMatchObject(expected);
  });

  it.each([
    ['PORT', '70000', 'a whole number from 0 to 65535'],
    ['PORT', '-1', 'a whole number from 0 to 65535'],
    ['PORT', '', 'a whole number from 0 to 65535'],
    ['HOST', '', 'a host name or address'],
    ['ATTESTED_STORE', '', 'a folder'],
    ['NEO4J_URI', 'http://localhost:7474', 'an address that begins with neo4j://, neo4j+s://, neo4j+ssc://, bolt://, bolt+s:// or bolt+ssc://'],
    ['NEO4J_DATABASE', '', 'the name of a database'],
    ['ATTESTED_TIMEOUT_MS', '5', 'milliseconds, from 100 to 600000'],
    ['ATTESTED_HOSTS', 'https://attested.example', 'host names such as attested.example, separated by commas, or *'],
    ['ATTESTED_CORS_ORIGINS', '*', 'origins such as https://news.example, separated by commas'],
    ['ATTESTED_CORS_ORIGINS', 'https://news.example/', 'origins such as https://news.example, separated by commas'],
  ])('refuse %s="%s"', (name, value, expected) => {
    expect(() => readSettings({ [name]: value })).toThrow(`${name} should be ${expected}, but is "${value}".`);
  });
});
