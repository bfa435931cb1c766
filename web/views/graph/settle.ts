import { placeOf } from '../page/places.ts';
import type { LayoutLink, LayoutNode, Positions } from './force.ts';

/** Lays out a graph beside the page, which stays usable meanwhile. */
export function settled(nodes: readonly LayoutNode[], links: readonly LayoutLink[], signal: AbortSignal): Promise<Positions> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(placeOf('layout'), { type: 'module' });
    const end = (finish: () => void) => () => {
      worker.terminate();
      finish();
    };
    signal.addEventListener(
      'abort',
      end(() => reject(signal.reason)),
      { once: true },
    );
    worker.addEventListener(
      'error',
      end(() => reject(new Error('The layout could not be computed.'))),
      { once: true },
    );
    worker.addEventListener('message', ({ data }: MessageEvent<[string, [number, number]][]>) => end(() => resolve(new Map(data)))(), { once: true });
    worker.postMessage({ nodes, links });
  });
}
