import { useEffect, useState } from 'preact/hooks';
import { type Address, readAddress, type State, type ViewName, writeAddress } from '../address/state.ts';

export interface Router {
  readonly address: Address;
  /** Shows this state; Back returns from it, unless it `replaces` the one before. */
  readonly go: (change: Partial<State>, options?: { readonly view?: ViewName; readonly replaces?: boolean }) => void;
}

const here = () => readAddress(location.pathname, location.search);

/** The state is the address; nothing else remembers anything. */
export function useRouter(): Router {
  const [address, setAddress] = useState(here);
  useEffect(() => {
    const read = () => setAddress(here());
    addEventListener('popstate', read);
    return () => removeEventListener('popstate', read);
  }, []);

  return {
    address,
    go: (change, { view, replaces = false } = {}) => {
      const now = here();
      const path = writeAddress(view ?? now.view, { ...now.state, ...change });
      if (path === location.pathname + location.search) return;
      if (replaces) history.replaceState(null, '', path);
      else history.pushState(null, '', path);
      setAddress(here());
    },
  };
}

/** The address of what is shown now, with something else selected. */
export function selectionPath(sel: string): string {
  const { view, state } = here();
  return writeAddress(view, { ...state, sel });
}
