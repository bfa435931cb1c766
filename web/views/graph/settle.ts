import { placeOf } from '../page/places.ts';
import type { LayoutLink, LayoutNode, Positions } from './force.ts';

interface Message {
  readonly isRough: boolean;
  readonly positions: [string, [number, number]][];
}

/** Lays out a graph beside the page, which stays usable meanwhile; of a large one `onRough` hears before it has settled. */
export function settled(
  nodes: readonly LayoutNode[],
  links: readonly LayoutLink[],
  signal: AbortSignal,
  onRough: (rough: Positions) => void,
): Promise<Positions> {
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
    worker.addEventListener('message', ({ data: { isRough, positions } }: MessageEvent<Message>) => {
      if (isRough) onRough(new Map(positions));
      else end(() => resolve(new Map(positions)))();
    });
    worker.postMessage({ nodes, links });
  });
}
