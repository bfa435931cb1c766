import { useEffect, useState } from 'preact/hooks';

interface Later<Part> {
  /** Null until it is there. */
  readonly part: Part | null;
  readonly isMissing: boolean;
}

/** A part of the pages that comes when it is asked for. It may be missing: after a new release its script has another name, and connections break. */
export function useLater<Part>(name: string, load: (() => Promise<Part>) | null): Later<Part> {
  const [came, setCame] = useState<Later<Part> & { readonly name: string }>({ name: '', part: null, isMissing: false });
  useEffect(() => {
    let isWanted = true;
    const comes = (part: Part | null) => isWanted && setCame({ name, part, isMissing: part === null });
    load?.().then(comes, () => comes(null));
    return () => {
      isWanted = false;
    };
  }, [name]);
  return came.name === name ? came : { part: null, isMissing: false };
}
