import { type LayoutLink, type LayoutNode, layOut } from './graph/force.ts';

interface Order {
  readonly nodes: readonly LayoutNode[];
  readonly links: readonly LayoutLink[];
}

self.addEventListener('message', ({ data }: MessageEvent<Order>) => {
  const positions = layOut(data.nodes, data.links, (rough) => self.postMessage({ isRough: true, positions: [...rough] }));
  self.postMessage({ isRough: false, positions: [...positions] });
});
