import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Asked } from '../api/ask.ts';

export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ComponentChildren }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close(); // However it ends, the focus goes back to where it was opened from.
  }, []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-label={title}>
      <h2>{title}</h2>
      {children}
      <p>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </p>
    </dialog>
  );
}

/** The very operations that the view sent, each to be opened in GraphiQL. */
export function GraphQLDialog({ asked, onClose }: { asked: readonly Asked[]; onClose: () => void }) {
  const once = [...new Map(asked.map((question) => [`${question.name} ${JSON.stringify(question.variables)}`, question])).values()];
  return (
    <Dialog title="The GraphQL behind this view" onClose={onClose}>
      {once.slice(0, 8).map(({ name, text, variables }) => (
        <section key={`${name} ${JSON.stringify(variables)}`}>
          <h3>
            {name} <a href={`/graphql?query=${encodeURIComponent(text)}&variables=${encodeURIComponent(JSON.stringify(variables))}`}>Open in GraphiQL</a>
          </h3>
          <pre tabIndex={0}>{text}</pre>
          <pre class="variables">{JSON.stringify(variables, null, 2)}</pre>
        </section>
      ))}
      {once.length > 8 && <p>And {once.length - 8} more of the same kind, page by page.</p>}
    </Dialog>
  );
}

const keys = [
  ['/', 'Search'],
  ['Arrow keys', 'Move, in the graph along relationships'],
  ['Enter', 'Open what is marked; at a plus, load 25 more'],
  ['e', 'Expand what is marked'],
  ['c', 'Fold the reports of what is marked, and unfold them'],
  ['+ and −', 'Enlarge, reduce'],
  ['0', 'Show everything'],
  ['t', 'Picture or table'],
  ['Esc', 'Close'],
  ['Back', 'Undo the last selection or expansion'],
  ['?', 'This list'],
] as const;

export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl class="keys-list">
        {keys.map(([key, says]) => (
          <div class="fact" key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
