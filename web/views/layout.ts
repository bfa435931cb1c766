import { type LaidOut, layOut } from './graph/force.ts';
import { type Packed, packPositions, unpack } from './graph/packing.ts';

let before: LaidOut | null = null;

self.addEventListener('message', ({ data }: MessageEvent<Packed>) => {
  const { nodes, links } = unpack(data);
  const onRough = (rough: LaidOut['positions']) => self.postMessage({ isRough: true, places: packPositions(data.ids, rough) });
  const positions = layOut(nodes, links, { onRough, before });
  before = { nodes, links, positions };
  self.postMessage({ isRough: false, places: packPositions(data.ids, positions) });
});
