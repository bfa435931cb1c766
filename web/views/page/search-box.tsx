import { useEffect, useRef, useState } from 'preact/hooks';
import { type ViewName, writeAddress } from '../address/state.ts';
import { createAsk } from '../api/ask.ts';
import { Search, type SearchAnswer } from '../operations/search.ts';
import { inWords, plural } from './words.ts';

type Hit = SearchAnswer['search']['edges'][number]['node'];

const firstView: Readonly<Record<string, ViewName>> = { EVENT: 'timeline', PLACE: 'map' };

function pathTo({ id, type }: Hit): string {
  const view = firstView[type] ?? 'graph';
  return writeAddress(view, view === 'map' ? { where: id } : { of: [id] });
}

function open(hit: Hit | undefined): void {
  if (hit) location.assign(pathTo(hit));
}

/** Finds by name, title or words of a quote, in any script; the keys lead through what was found. */
export function SearchBox() {
  const [text, setText] = useState('');
  const [hits, setHits] = useState<SearchAnswer['search'] | null>(null);
  const [error, setError] = useState('');
  const [active, setActive] = useState(-1);
  const [isIn, setIn] = useState(false);
  /** Whether what is shown was found for the words that stand there, and whether one wants to go to the first of it. */
  const asked = useRef({ isAnswered: false, isWanted: false });

  useEffect(() => {
    if (text.trim() === '') {
      setHits(null);
      setError('');
      return;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      createAsk(controller.signal, () => {})(Search, { text: text.trim().slice(0, 200) })
        .then(({ search }) => {
          setHits(search);
          setError('');
          asked.current.isAnswered = true;
          if (asked.current.isWanted) open(search.edges[0]?.node);
        })
        .catch((problem: Error) => {
          if (controller.signal.aborted) return;
          setHits(null);
          setError(problem.message);
        });
    }, 160);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text]);

  const found = hits?.edges.map(({ node }) => node) ?? [];
  const isOpen = isIn && text.trim() !== '' && (hits !== null || error !== '');

  function write(words: string): void {
    asked.current = { isAnswered: false, isWanted: false };
    setActive(-1);
    setText(words);
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') setActive((index) => Math.min(found.length - 1, index + 1));
    else if (event.key === 'ArrowUp') setActive((index) => Math.max(-1, index - 1));
    else if (event.key === 'Escape') write('');
    else if (event.key === 'Enter') {
      // What is shown may have been found for fewer words: then the first is opened that is found for all of them.
      if (asked.current.isAnswered || active >= 0) open(found[Math.max(0, active)]);
      else asked.current.isWanted = true;
    } else return;
    event.preventDefault();
  }

  return (
    <search class="search" onFocusIn={() => setIn(true)} onFocusOut={() => setIn(false)}>
      <input
        id="search"
        type="text"
        inputMode="search"
        dir="auto"
        placeholder="Search a name, a place, words of a quote  ( / )"
        aria-label="Search"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls="hits"
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `hit-${active}` : undefined}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div class="hits" hidden={!isOpen}>
        {error && (
          <p class="error" role="alert">
            {error}
          </p>
        )}
        {/* The focus stays in the field when one points here. */}
        <ul id="hits" role="listbox" aria-label="Found" onMouseDown={(event) => event.preventDefault()}>
          {found.map((hit, index) => (
            <li key={hit.id} id={`hit-${index}`} role="option" aria-selected={index === active} onClick={() => open(hit)}>
              <span class="kind">{inWords(hit.type)}</span> <bdi>{hit.label}</bdi>
            </li>
          ))}
        </ul>
        {hits && (
          <p class="count" role="status">
            {hits.totalCount === 0 ? `Nothing is called “${text.trim()}”. Fewer words find more.` : `${plural(found.length, 'result')} of ${hits.totalCount}`}
          </p>
        )}
      </div>
    </search>
  );
}
