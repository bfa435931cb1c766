import { z } from 'zod';
import type { LinkDraft, NodeDraft } from '../entity/draft.ts';
import { idsByKeys } from '../entity/queries.ts';
import { type Drafts, draftWriter } from '../entity/write.ts';
import { rows, runRows, written } from '../graph/composite.ts';
import type { Graph } from '../graph/graph.ts';
import { readQuery, writeQuery } from '../graph/query.ts';
import { knownOf } from './batch.ts';
import { compactMap } from './compact.ts';
import { fingerprint } from './reports.ts';

/** What a batch changes: what is to be there, and claims that are about no event in particular any more. */
export interface Changes {
  readonly drafts: Required<Drafts>;
  readonly aboutNone: readonly string[];
}

/** How many entities and relationships there are. */
export interface Counts {
  readonly nodes: number;
  readonly links: number;
}

/** What becomes of changes: they are written, or only counted. */
export interface Keeper {
  /** Makes changes ready, and gives what carries them out. */
  readonly change: (changes: Changes) => () => Promise<void>;
  /** How large the graph is, or by how much it would have grown. */
  readonly size: () => Promise<Counts>;
}

const size = readQuery('entity/size', {}, { nodes: z.int(), links: z.int() });
const aboutNone = writeQuery('claim/about-none', { rows }, written);
const by = 'import ucdp';

/** Writes each batch whole or not at all. */
export function writer(graph: Graph, now: Date): Keeper {
  return {
    change: (changes) => {
      const writeDrafts = draftWriter(changes.drafts, { at: now.toISOString(), by }, isOwn);
      const free = changes.aboutNone.map((id) => ({ id, by }));
      return () =>
        graph.write(async (run) => {
          await writeDrafts(run);
          await runRows(run, aboutNone, free);
        });
    },
    size: async () => (await graph.read(size, {}))[0] ?? { nodes: 0, links: 0 },
  };
}

/** Writes nothing, and counts each entity and key that neither the graph nor an earlier batch has, and what joins them. */
export function rehearsal(graph: Graph): Keeper {
  const counted = compactMap();
  const isCounted = (text: string) => counted.get(fingerprint(text)) !== undefined;
  let [nodes, links] = [0, 0];

  return {
    change:
      ({ drafts }) =>
      async () => {
        const open = drafts.nodes.filter(({ id }) => !isCounted(id));
        const there = await knownOf(
          graph,
          open.map(({ id }) => id),
        );
        const made = new Set(open.filter(({ id }) => !there.has(id)).map(({ id }) => id));
        for (const node of open) if (!isOwn(node)) counted.set(fingerprint(node.id), 1);
        nodes += made.size;
        links += new Set(drafts.links.filter(({ from, to }) => made.has(from) || made.has(to)).map(nameOf)).size;

        const keys = drafts.keys.map(({ key }) => key).filter((key) => !isCounted(key));
        const known = new Set((await graph.read(idsByKeys, { rows: keys.map((key) => ({ key, ids: [] })) })).map(({ key }) => key));
        for (const key of keys) counted.set(fingerprint(key), 1);
        links += keys.filter((key) => !known.has(key)).length;
      },
    size: async () => ({ nodes, links }),
  };
}

/** Whether it is a single row's own: with the row's event it is new, and no other row brings it. */
function isOwn({ label, properties }: NodeDraft): boolean {
  return ['Event', 'Assessment', 'SourceRecord'].includes(label) || properties.claimType === 'OCCURRENCE';
}

function nameOf({ type, from, to, role }: LinkDraft): string {
  return [type, from, to, role].join(' ');
}
