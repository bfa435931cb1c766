import { placeOf } from '../page/places.ts';
import type { LayoutLink, LayoutNode, Positions } from './force.ts';
import { pack, unpackPositions } from './packing.ts';

interface Message {
  readonly isRough: boolean;
  readonly places: Int32Array;
}

export interface Settling {
  /** Of a large graph `onRough` hears before it has settled. */
  readonly settle: (nodes: readonly LayoutNode[], links: readonly LayoutLink[], onRough: (rough: Positions) => void) => Promise<Positions>;
  /** When it is not needed any more, whatever came of it. */
  readonly end: () => void;
}

/** The thread that laid out the last graph: it is warm, and knows where everything stood. */
let resting: Worker | null = null;

/** Lays out a graph beside the page, which stays usable meanwhile. The other thread starts at once, so that it stands ready when the graph is there. */
export function settling(signal: AbortSignal): Settling {
  const worker = resting ?? new Worker(placeOf('layout'), { type: 'module' });
  resting = null;
  const listening = new AbortController();
  let isDone = false;
  const failed = new Promise<never>((_, reject) => {
    const once = { once: true, signal: listening.signal };
    worker.addEventListener('error', () => reject(new Error('The layout could not be computed.')), once);
    signal.addEventListener('abort', () => reject(signal.reason), once);
  });
  failed.catch(() => {}); // Nobody may be waiting yet.

  return {
    settle: (nodes, links, onRough) => {
      const graph = pack(nodes, links);
      const settled = new Promise<Positions>((resolve) => {
        const hear = ({ data: { isRough, places } }: MessageEvent<Message>) => {
          isDone = !isRough;
          (isRough ? onRough : resolve)(unpackPositions(graph.ids, places));
        };
        worker.addEventListener('message', hear, { signal: listening.signal });
      });
      worker.postMessage(graph);
      return Promise.race([settled, failed]);
    },
    end: () => {
      listening.abort();
      if (isDone && resting === null) resting = worker;
      else worker.terminate();
    },
  };
}
