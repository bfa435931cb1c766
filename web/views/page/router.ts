import { useEffect, useRef, useState } from 'preact/hooks';
import { viewId } from '../address/keys.ts';
import { type Address, longestAddress, readAddress, type State, type ViewName, writeAddress } from '../address/state.ts';
import { attemptKey } from './attempt.ts';
import { addressToKeep, loadSaved, type SavedView, save } from './saved.ts';

export interface Router {
  /** Null while the saved view is looked up that the address begins from. */
  readonly address: Address | null;
  readonly saved: SavedView | null;
  /** Why the saved view that the address begins from could not be looked up; empty where it could. `reload` tries again. */
  readonly problem: string;
  /** Shows this state; Back returns from it, unless it `replaces` the one before. */
  readonly go: (change: Partial<State>, options?: { readonly view?: ViewName; readonly replaces?: boolean }) => void;
  /** Looks the saved view up again, after it has been changed or could not be loaded. */
  readonly reload: () => void;
}

/** Saved views as they were found. One that is gone may come back, and one that could not be loaded is looked up again. */
const known = new Map<string, SavedView>();
const savedId = () => viewId.read(new URLSearchParams(location.search).get('view') ?? '') ?? '';
const here = () => readAddress(location.pathname, location.search, known.get(savedId()) ?? null);

/** The state is the address, and the saved view that it may begin from; nothing else remembers anything. */
export function useRouter(): Router {
  const [address, setAddress] = useState<Address | null>(() => (savedId() ? null : here()));
  const [problem, setProblem] = useState('');
  const isPending = useRef(false);
  const kept = useRef({ path: '', key: '' });

  function read(): void {
    const id = savedId();
    const isHere = () => savedId() === id; // Otherwise one has gone elsewhere since.
    lookedUp(id).then(
      (isGone) => isHere() && shows(meant(isGone), ''),
      (error: Error) => isHere() && shows(null, error.message),
    );
  }

  function shows(next: Address | null, why: string): void {
    setAddress(next);
    setProblem(why);
  }

  useEffect(() => {
    addEventListener('popstate', read);
    if (savedId()) read();
    return () => removeEventListener('popstate', read);
  }, []);

  function show(path: string, replaces: boolean): void {
    if (path === location.pathname + location.search) return;
    if (replaces) history.replaceState(null, '', path);
    else history.pushState(null, '', path);
    shows(here(), '');
  }

  return {
    address,
    saved: known.get(savedId()) ?? null,
    problem,
    go: (change, { view, replaces = false } = {}) => {
      const now = here();
      const [name, state] = [view ?? now.view, { ...now.state, ...change }];
      const path = writeAddress(name, state, known.get(state.view) ?? null);
      show(path, replaces);
      if (path.length <= longestAddress || isPending.current) return;
      isPending.current = true;
      if (kept.current.path !== path) kept.current = { path, key: attemptKey() };
      shortened(kept.current.key, name, state)
        .then((short) => location.pathname + location.search === path && show(short, true))
        .catch(() => {}) // The long address works as well, only not everywhere.
        .finally(() => {
          isPending.current = false;
        });
    },
    reload: () => {
      known.delete(savedId());
      read();
    },
  };
}

/** Looks the saved view up, unless it is known: whether there is none (any more). */
async function lookedUp(id: string): Promise<boolean> {
  if (id === '' || known.has(id)) return false;
  const saved = await loadSaved(id);
  if (saved) known.set(id, saved);
  return saved === null;
}

/** What the address means, once the saved view has been looked up that it begins from. */
function meant(isGone: boolean): Address {
  const id = savedId();
  const saved = known.get(id);
  if (saved && location.pathname !== `/view/${saved.view}`) history.replaceState(null, '', `/view/${saved.view}${location.search}`);
  const address = here();
  if (!isGone) return address;
  return { ...address, problems: [...address.problems, { key: 'view', given: id, expected: 'the id of a saved view, and none has this id (any more)' }] };
}

/** The address of a saved view that keeps a state too long for an address. */
async function shortened(key: string, view: ViewName, state: State): Promise<string> {
  const id = await save(key, `${document.title.slice(0, 200)} (kept since its address is long)`, '', addressToKeep(view, state), { unlisted: true });
  await lookedUp(id);
  return writeAddress(view, { view: id });
}

/** The address of what is shown now, with something else selected. */
export function selectionPath(sel: string): string {
  const { view, state } = here();
  return writeAddress(view, { ...state, sel }, known.get(state.view) ?? null);
}
