import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, it } from 'vitest';
import { embeddedGraph } from '../../src/graph/embedded.ts';
import type { Engine } from '../../src/graph/engine.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { importGed } from '../../src/ucdp/import.ts';
import { gedFile } from '../support/ged.ts';
import { attested, emptyFolder } from '../support/process.ts';
import { emptyGraph, engines } from '../support/service.ts';
import { everythingStored } from '../support/stored.ts';

const rows = Array.from({ length: 1200 }, (_, at) => ({
  id: `${at}`,
  where_coordinates: `Village ${at % 90} village`,
  latitude: `${34 + (at % 90) / 1000}`,
  source_article: `"SOHR,2016-01-01,${at % 400} killed in the countryside"`,
}));
const path = gedFile(rows);

/** The import as a process of its own into a store that outlives it, and that store as a graph. */
async function store(engine: Engine): Promise<{ settings: Record<string, string>; open: () => Promise<Graph> }> {
  const timeoutMs = 300_000;
  if (engine === 'embedded') {
    const folder = emptyFolder();
    return { settings: { ATTESTED_STORE: folder }, open: async () => embeddedGraph({ folder, timeoutMs }) };
  }
  const graph = await emptyGraph('neo4j');
  return { settings: { NEO4J_URI: inject('neo4jUri') }, open: async () => graph };
}

async function uninterrupted(engine: Engine): Promise<string[]> {
  const graph = await emptyGraph(engine);
  await importGed(graph, path);
  const stored = await everythingStored(graph);
  await graph.close();
  return stored;
}

const stops = engines.flatMap((engine) => (['SIGKILL', 'SIGINT'] as const).map((signal) => ({ engine, signal })));

it.each(stops)(
  'an import on $engine that is stopped by $signal, again and again, is completed by another run',
  async ({ engine, signal }) => {
    const { settings, open } = await store(engine);
    const codes: (number | null)[] = [];

    // Each run has half as much time again as the one before, so that some are stopped amidst their work and one comes to its end.
    for (let patience = 1500; codes.at(-1) !== 0; patience *= 1.5) {
      const { child, ended } = attested(['import', 'ucdp', path], settings);
      await Promise.race([sleep(patience), ended]);
      child.kill(signal);
      const { code, stdout, stderr } = await ended;
      codes.push(code);
      if (code === 1) expect(stdout + stderr).toContain('Interrupted: run it again to import the rest.');
    }
    const graph = await open();
    const stored = await everythingStored(graph);
    await graph.close();

    expect(codes.length).toBeGreaterThan(1);
    expect(stored).toEqual(await uninterrupted(engine));
  },
  900_000,
);
