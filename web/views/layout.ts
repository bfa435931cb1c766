import { type LayoutLink, type LayoutNode, layOut } from './graph/force.ts';

interface Order {
  readonly nodes: readonly LayoutNode[];
  readonly links: readonly LayoutLink[];
}

self.addEventListener('message', ({ data }: MessageEvent<Order>) => self.postMessage([...layOut(data.nodes, data.links)]));
