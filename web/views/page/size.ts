import { useLayoutEffect, useState } from 'preact/hooks';

/** How large a picture may be in its place, again whenever that changes. */
export function useSize(place: { readonly current: HTMLDivElement | null }): { width: number; height: number } | null {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const look = () => {
      const width = Math.floor(element.clientWidth);
      const height = Math.round(Math.max(340, Math.min(680, innerHeight - 260, width * 1.35)));
      setSize((before) => (before?.width === width && before.height === height ? before : { width, height }));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return size;
}
