import { createHash } from 'node:crypto';
import type { Value } from '../entity/draft.ts';
import type { EntityLabel } from '../ids.ts';
import type { ExportLink, ExportNode } from './read.ts';
import type { ExportSource } from './source.ts';

/**
 * FollowTheMoney entities, one a line. What the scheme has no word for becomes a Note (claims, assessments) or an Organization (communities);
 * every relationship is an UnknownLink with its type and role, and what it carries in its description.
 */
export async function* ftm({ nodes, links }: ExportSource): AsyncGenerator<string> {
  for await (const node of nodes()) yield `${JSON.stringify(entityOf(node))}\n`;
  for await (const link of links()) yield `${JSON.stringify(linkOf(link))}\n`;
}

type Lists = Record<string, string[]>;

const schemata: Readonly<Record<EntityLabel, string>> = {
  Group: 'Organization',
  Community: 'Organization',
  Place: 'Address',
  Person: 'Person',
  Report: 'Article',
  Event: 'Event',
  Claim: 'Note',
  Assessment: 'Note',
};

function entityOf({ id, type, label, keys, properties: p }: ExportNode): object {
  const schema = p.kind === 'STATE' || p.kind === 'STATE_BODY' ? 'PublicBody' : schemata[type];
  const named = { name: texts(label), alias: texts(p.aliases), notes: texts(p.note), keywords: keys.map(String) };
  const own: Readonly<Record<EntityLabel, Lists>> = {
    Group: { classification: texts(p.kind) },
    Community: { classification: texts(p.kind) },
    Person: {},
    Place: { full: texts(label), latitude: texts(p.latitude), longitude: texts(p.longitude) },
    Report: { title: texts(p.title), publishedAt: days(p.publishedAt), language: [], sourceUrl: texts(p.url), contentHash: [], author: texts(p.byline) },
    Event: { startDate: days(p.from), endDate: days(p.to) },
    Claim: { description: texts(p.quote ?? p.statement), summary: spelled(p) },
    Assessment: { description: texts(p.rationale), summary: spelled(p) },
  };
  return { id: ftmId(id), schema, properties: present({ ...named, ...own[type] }) };
}

function linkOf({ id, type, from, to, properties }: ExportLink): object {
  const { role, from: since, to: until, ...carried } = properties;
  return {
    id: `link-${createHash('sha1').update(id).digest('hex')}`,
    schema: 'UnknownLink',
    properties: present({
      subject: [ftmId(from)],
      object: [ftmId(to)],
      role: [role ? `${type} ${role}` : type],
      startDate: days(since),
      endDate: days(until),
      summary: spelled(carried),
    }),
  };
}

/** The scheme's ids have no underscore. */
function ftmId(id: string): string {
  return id.replace('_', '-');
}

/** Properties as texts, "alleged: true". */
function spelled(properties: Readonly<Record<string, Value>>): string[] {
  return Object.entries(properties).map(([property, value]) => `${property}: ${Array.isArray(value) ? value.join(' ') : value}`);
}

function texts(value: Value): string[] {
  if (value == null || value === '') return [];
  return Array.isArray(value) ? [...value] : [String(value)];
}

function days(value: Value): string[] {
  return texts(value).map((text) => text.slice(0, 10));
}

function present(lists: Lists): Lists {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}
