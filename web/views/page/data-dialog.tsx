import { useState } from 'preact/hooks';
import { noAnswer } from '../api/ask.ts';
import { Dialog } from './dialog.tsx';
import { asRows, save } from './export.ts';
import type { Counts } from './view.ts';
import { figure, plural } from './words.ts';

/** The formats of the service's own export, at /export/NAME. */
const formats = [
  ['graphml', 'GraphML', 'for networkx, yEd, Cytoscape', 'graphml'],
  ['gexf', 'GEXF', 'for Gephi', 'gexf'],
  ['geojson', 'GeoJSON', 'places and where events occurred', 'geojson'],
  ['ftm', 'FollowTheMoney', 'for Aleph', 'ftm.json'],
  ['stix', 'STIX 2.1', 'a bundle', 'stix.json'],
  ['jsonld', 'JSON-LD', 'RDF with PROV', 'jsonld'],
  ['nodes', 'CSV: entities', 'a table', 'nodes.csv'],
  ['links', 'CSV: relationships', 'a table', 'links.csv'],
] as const;

const most = 5000;
const entity = /^(?:group|community|person|place|report|event|claim|assessment)_[a-z2-7]{20}$/;

/** All entities that a view's answer names, each once. */
export function entitiesIn(data: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (data instanceof Map) for (const value of data.values()) entitiesIn(value, found);
  else if (Array.isArray(data)) for (const item of data) entitiesIn(item, found);
  else if (typeof data === 'object' && data !== null) {
    for (const [key, value] of Object.entries(data)) {
      if (typeof value === 'object') entitiesIn(value, found);
      else if (key === 'id' && typeof value === 'string' && entity.test(value)) found.add(value);
    }
  }
  return found;
}

interface Props {
  readonly data: unknown;
  readonly counts: Counts | null;
  readonly known: string;
  readonly onClose: () => void;
}

/** What the view counts, as it stands there, and what it names, as the service exports it. */
export function DataDialog({ data, counts, known, onClose }: Props) {
  const [says, setSays] = useState('');
  const all = [...entitiesIn(data)];
  const of = all.slice(0, most);

  async function fetched(name: string, ending: string): Promise<void> {
    setSays('Asking…');
    try {
      const response = await fetch(`/export/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ of, known: known || null }),
      });
      if (!response.ok) throw new Error(await response.text());
      save(`attested.${ending}`, await response.blob());
      setSays(`Saved as attested.${ending}.`);
    } catch (error) {
      // Where the connection breaks, at the beginning or midway, each browser has words of its own.
      setSays(`It could not be saved: ${error instanceof TypeError ? noAnswer : (error as Error).message}`);
    }
  }

  function counted({ file, columns, rows }: Counts): void {
    save(file, new Blob([asRows(columns, rows)], { type: 'text/csv' }));
    setSays(`Saved as ${file}.`);
  }

  return (
    <Dialog title="Save the data" onClose={onClose}>
      {counts && (
        <p>
          <button type="button" onClick={() => counted(counts)}>
            {counts.title}
          </button>{' '}
          <span class="count">{counts.words}</span>
        </p>
      )}
      <p>
        {of.length === 0
          ? 'This view names nothing.'
          : `What this view names, with all that is kept of it: ${plural(of.length, 'entity', 'entities')} and the relationships between them${known ? ', as known then' : ''}.`}
        {all.length > of.length && ` ${figure(all.length - of.length)} more are left out; the command attested export has no such limit.`}
      </p>
      <ul class="list formats">
        {formats.map(([name, title, words, ending]) => (
          <li key={name}>
            <button type="button" disabled={of.length === 0} onClick={() => fetched(name, ending)}>
              {title}
            </button>{' '}
            <span class="count">{words}</span>
          </li>
        ))}
      </ul>
      <p role="status">{says}</p>
    </Dialog>
  );
}
