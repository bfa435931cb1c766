import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isId } from '../address/keys.ts';
import type { State, ViewName } from '../address/state.ts';
import { writeAddress } from '../address/state.ts';
import { AskError, createAsk } from '../api/ask.ts';
import { Claims, type ClaimsAnswer } from '../operations/claims.ts';
import { Selected, type SelectedAnswer } from '../operations/selected.ts';
import type { Picked } from './entity-picker.tsx';
import { EntityFacts } from './facts.tsx';
import { type ClaimLine, ClaimQuote } from './parts.tsx';
import { Trouble } from './trouble.tsx';
import type { Detail } from './view.ts';
import { inWords } from './words.ts';

interface Props {
  readonly state: State;
  readonly detail: Detail | null;
  readonly onSelect: (id: string) => void;
  readonly onClose: () => void;
  /** Told of each entity that is shown, so that two that were selected can be linked. */
  readonly onSeen: (seen: Picked) => void;
  readonly onLink: (one: Picked) => void;
  /** Where its reports and claims can be folded: whether they are, and how that changes. */
  readonly fold: { readonly isFolded: boolean; readonly toggle: () => void } | null;
}

type Found = { readonly node: SelectedAnswer['node']; readonly claims: readonly ClaimLine[] };

/** What is selected: the words first, then who printed them, then everything else. */
export function Panel({ state, detail, onSelect, onClose, onSeen, onLink, fold }: Props) {
  const { found, error, retry } = useSelected(state, detail);
  const shown = found?.node && 'label' in found.node ? pickedFrom(found.node) : null;
  useEffect(() => {
    if (shown) onSeen(shown);
  }, [shown?.id]);

  return (
    <aside class="panel" aria-label="Selected" ref={useLeading(state.sel)} tabIndex={-1}>
      <button type="button" class="close" onClick={onClose} aria-label="Close the panel">
        ×
      </button>
      {error && <Trouble message={error.message} operation={error instanceof AskError ? error.operation : undefined} onRetry={retry} />}
      {!found && !error && <p class="skeleton">Looking it up…</p>}
      {found && detail && (
        <>
          <h2 dir="auto">{detail.title}</h2>
          {found.claims.map((claim) => (
            <ClaimQuote key={claim.id} claim={claim} onSelect={onSelect} />
          ))}
          {detail.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <ul class="list">
            {detail.ends.map(({ id, label }) => (
              <li key={id}>
                <button type="button" class="link" dir="auto" onClick={() => onSelect(id)}>
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {found &&
        !detail &&
        (found.node && 'label' in found.node ? (
          <Entity node={found.node} state={state} onSelect={onSelect} onLink={onLink} fold={fold} />
        ) : (
          <p>This is gone, or was not known by then.</p>
        ))}
    </aside>
  );
}

type Labelled = Extract<NonNullable<Found['node']>, { label: string }>;

const pickedFrom = ({ __typename, id, label }: Labelled): Picked => ({ id, label, type: __typename.toUpperCase() as Picked['type'] });

function Entity({ node, state, onSelect, onLink, fold }: { node: Labelled } & Pick<Props, 'state' | 'onSelect' | 'onLink' | 'fold'>) {
  return (
    <>
      <p class="kind">{inWords(node.__typename)}</p>
      <EntityFacts node={node} onSelect={onSelect} />
      <nav class="elsewhere" aria-label="See it elsewhere">
        {elsewhere(node.__typename, node.id, state).map(([label, href]) => (
          <a key={label} href={href}>
            {label}
          </a>
        ))}
      </nav>
      <p class="actions">
        <button type="button" onClick={() => onLink(pickedFrom(node))}>
          Link…
        </button>
        {fold && (
          <button type="button" onClick={fold.toggle}>
            {fold.isFolded ? 'Unfold its reports' : 'Fold its reports'}
          </button>
        )}
      </p>
      <details>
        <summary>Identity</summary>
        <p class="keys">id {node.id}</p>
        {node.keys.map((key) => (
          <p class="keys" key={key} dir="auto">
            key {key}
          </p>
        ))}
        <p class="keys">in this graph since {node.recordedAt.slice(0, 10)}</p>
      </details>
    </>
  );
}

function elsewhere(type: string, id: string, { known }: State): [string, string][] {
  const to = (view: ViewName, change: Partial<State>) => writeAddress(view, { known, ...change });
  const links: [string, string][] = [['Graph around it', to('graph', { of: [id] })]];
  if (type === 'Event' || type === 'Group' || type === 'Person' || type === 'Place') links.push(['Timeline', to('timeline', { of: [id] })]);
  if (type === 'Event') links.push(['Matrix', to('matrix', { about: id })], ['Map', to('map', { of: [id] })]);
  if (type === 'Place') links.push(['Events there, on the map', to('map', { where: id })]);
  return links;
}

/** What was chosen in a table stands far from the panel: one is led there, and back when it is closed. Nobody who was in it is left nowhere. */
function useLeading(sel: string): RefObject<HTMLElement | null> {
  const panel = useRef<HTMLElement>(null);
  const from = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const row = document.activeElement?.closest<HTMLElement>('.tables button');
    if (row) from.current = row;
    if (row || panel.current?.contains(document.activeElement)) panel.current?.focus();
  }, [sel]);
  // What ends with the layout is still in the document, and has its focus.
  useLayoutEffect(() => {
    const element = panel.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      (from.current?.isConnected ? from.current : document.querySelector<HTMLElement>('.canvas-box'))?.focus();
    };
  }, []);
  return panel;
}

function useSelected({ sel, known }: State, detail: Detail | null): { found: Found | null; error: Error | null; retry: () => void } {
  const [answer, setAnswer] = useState<{ found: Found | null; error: Error | null }>({ found: null, error: null });
  const [attempt, setAttempt] = useState(0);
  const claimIds = detail?.claims.join() ?? null;
  useEffect(() => {
    const controller = new AbortController();
    const ask = createAsk(controller.signal, () => {});
    setAnswer({ found: null, error: null });
    const asked =
      claimIds === null
        ? isId(sel)
          ? ask(Selected, { id: sel, known }).then(({ node }): Found => ({ node, claims: [] }))
          : Promise.resolve<Found>({ node: null, claims: [] })
        : claimIds === ''
          ? Promise.resolve<Found>({ node: null, claims: [] })
          : ask(Claims, { ids: claimIds.split(',').slice(0, 100), known }).then(({ nodes }): Found => ({ node: null, claims: claimsIn(nodes) }));
    asked
      .then((found) => !controller.signal.aborted && setAnswer({ found, error: null }))
      .catch((error: Error) => !controller.signal.aborted && setAnswer({ found: null, error }));
    return () => controller.abort();
  }, [sel, known, claimIds, attempt]);
  return { ...answer, retry: () => setAttempt((count) => count + 1) };
}

function claimsIn(nodes: ClaimsAnswer['nodes']): ClaimLine[] {
  return nodes.flatMap((node) => (node && 'quote' in node ? [node] : []));
}
