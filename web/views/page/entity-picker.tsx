import { useEffect, useRef, useState } from 'preact/hooks';
import { createAsk } from '../api/ask.ts';
import { type PickAnswer, Pick as PickQuestion, type PickVariables } from '../operations/pick.ts';
import { inWords } from './words.ts';

export type Picked = PickAnswer['search']['edges'][number]['node'];

interface Props {
  readonly label: string;
  readonly types?: PickVariables['types'] | undefined;
  readonly onPick: (picked: Picked) => void;
}

/** Finds an entity by name or words and gives it back; each hit is a button, so the keys lead through them. */
export function EntityPicker({ label, types, onPick }: Props) {
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<PickAnswer['search'] | null>(null);
  const [problem, setProblem] = useState('');
  const only = types?.join() ?? '';
  useEffect(() => {
    const controller = new AbortController();
    const words = text.trim().slice(0, 200);
    const timer = setTimeout(() => {
      setProblem('');
      if (words === '') return setFound(null);
      createAsk(controller.signal, () => {})(PickQuestion, { text: words, types: types ?? null })
        .then(({ search }) => setFound(search))
        .catch((error: Error) => !controller.signal.aborted && setProblem(error.message));
    }, 160);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, only]);

  return (
    <div class="picker">
      <label>
        {label} <input ref={input} type="search" dir="auto" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      {problem && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      {found && (
        <ul aria-label={`Found for: ${label}`}>
          {found.edges.map(({ node }) => (
            <li key={node.id}>
              <button
                type="button"
                class="link"
                onClick={() => {
                  setText('');
                  setFound(null);
                  input.current?.focus();
                  onPick(node);
                }}
              >
                <span class="kind">{inWords(node.type)}</span> <bdi>{node.label}</bdi>
              </button>
            </li>
          ))}
          {found.edges.length === 0 && <li class="count">Nothing is called that.</li>}
          {found.totalCount > found.edges.length && <li class="count">{found.totalCount - found.edges.length} more: more words find fewer.</li>}
        </ul>
      )}
    </div>
  );
}
