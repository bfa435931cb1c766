import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { draft, type LinkDraft, type Values } from '../entity/draft.ts';
import { type Drafts, writeDrafts } from '../entity/write.ts';
import type { Graph } from '../graph/graph.ts';
import { type LinkType, linkTypes } from '../graph/model.ts';
import { readQuery } from '../graph/query.ts';
import { type EntityLabel, entityLabels } from '../ids.ts';

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const SampleFile = z.object({
  entities: z.array(z.looseObject({ key: z.string(), type: z.enum(entityLabels) }).catchall(value)),
  links: z.array(
    z
      .looseObject({
        type: z.enum(linkTypes as [LinkType]),
        from: z.string(),
        to: z.string(),
        role: z.string().optional(),
        evidence: z.array(z.string()).optional(),
      })
      .catchall(value),
  ),
});

const anything = readQuery('entity/any', {}, { id: z.string() });

/** The sample that ships with the service: the Syrian coast in March 2025, as drafts. */
export function sampleDrafts(): Drafts {
  const file = SampleFile.parse(parse(readFileSync(new URL('../../sample/coast-march-2025.yaml', import.meta.url), 'utf8')));
  const nodes = file.entities.map(({ key, type, ...properties }) => draft(type as EntityLabel, key, properties as Values));
  const idOf = new Map(nodes.map((node) => [node.keys[0], node.id]));
  const known = (key: string) => idOf.get(key) ?? unknown(key);
  const links = file.links.map(
    ({ type, from, to, role, evidence, ...properties }): LinkDraft => ({
      type: type as LinkType,
      from: known(from),
      to: known(to),
      role,
      evidence: evidence?.map(known),
      properties: properties as Values,
    }),
  );
  return { nodes, links };
}

/** Loads the sample into a store that has nothing in it, and says what it loaded; null when there was something. */
export async function loadSample(graph: Graph): Promise<Drafts | null> {
  const [something] = await graph.read(anything, {});
  if (something) return null;
  const drafts = sampleDrafts();
  await graph.write((run) => writeDrafts(run, drafts, { at: new Date().toISOString(), by: 'sample' }));
  return drafts;
}

function unknown(key: string): never {
  throw new Error(`The sample names "${key}", which it does not describe.`);
}
