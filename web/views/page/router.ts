import { useEffect, useRef, useState } from 'preact/hooks';
import { type Address, longestAddress, readAddress, type State, type ViewName, writeAddress } from '../address/state.ts';
import { addressToKeep, loadSaved, type SavedView, save } from './saved.ts';

export interface Router {
  /** Null while the saved view is looked up that the address begins from. */
  readonly address: Address | null;
  readonly saved: SavedView | null;
  /** Shows this state; Back returns from it, unless it `replaces` the one before. */
  readonly go: (change: Partial<State>, options?: { readonly view?: ViewName; readonly replaces?: boolean }) => void;
  /** Looks the saved view up again, after it has been changed. */
  readonly reload: () => void;
}

const known = new Map<string, SavedView | null>();
const savedId = () => new URLSearchParams(location.search).get('view') ?? '';
const here = () => readAddress(location.pathname, location.search, known.get(savedId()) ?? null);

/** The state is the address, and the saved view that it may begin from; nothing else remembers anything. */
export function useRouter(): Router {
  const [address, setAddress] = useState<Address | null>(() => (savedId() ? null : here()));
  const isPending = useRef(false);
  useEffect(() => {
    const read = () => void resolved().then(setAddress);
    addEventListener('popstate', read);
    if (savedId()) read();
    return () => removeEventListener('popstate', read);
  }, []);

  function show(path: string, replaces: boolean): void {
    if (path === location.pathname + location.search) return;
    if (replaces) history.replaceState(null, '', path);
    else history.pushState(null, '', path);
    setAddress(here());
  }

  return {
    address,
    saved: known.get(savedId()) ?? null,
    go: (change, { view, replaces = false } = {}) => {
      const now = here();
      const [name, state] = [view ?? now.view, { ...now.state, ...change }];
      const path = writeAddress(name, state, known.get(state.view) ?? null);
      show(path, replaces);
      if (path.length <= longestAddress || isPending.current) return;
      isPending.current = true;
      shortened(name, state)
        .then((short) => location.pathname + location.search === path && show(short, true))
        .catch(() => {}) // The long address works as well, only not everywhere.
        .finally(() => {
          isPending.current = false;
        });
    },
    reload: () => {
      known.delete(savedId());
      void resolved().then(setAddress);
    },
  };
}

/** What the address means, once the saved view is there that it begins from. */
async function resolved(): Promise<Address> {
  const id = savedId();
  if (id && !known.has(id)) known.set(id, await loadSaved(id).catch(() => null));
  const saved = known.get(id);
  if (saved && location.pathname !== `/view/${saved.view}`) history.replaceState(null, '', `/view/${saved.view}${location.search}`);
  const address = here();
  if (!id || saved) return address;
  return { ...address, problems: [...address.problems, { key: 'view', given: id, expected: 'the id of a saved view, and none has this id (any more)' }] };
}

/** The address of a saved view that keeps a state too long for an address. */
async function shortened(view: ViewName, state: State): Promise<string> {
  const id = await save(`${document.title.slice(0, 200)} (kept since its address is long)`, '', addressToKeep(view, state), { unlisted: true });
  known.set(id, await loadSaved(id));
  return writeAddress(view, { view: id });
}

/** The address of what is shown now, with something else selected. */
export function selectionPath(sel: string): string {
  const { view, state } = here();
  return writeAddress(view, { ...state, sel }, known.get(state.view) ?? null);
}
