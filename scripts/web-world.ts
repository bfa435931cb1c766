import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

type Point = [number, number];

/** The outlines of the world's countries (Natural Earth, 1 : 50 million, public domain), simplified: rings of hundredths of degrees, each point as its step from the one before. */
export function worldOutlines(tolerance = 0.08): number[][] {
  const topology = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8')) as Topology<{
    countries: GeometryCollection;
  }>;
  const arcs = topology.arcs.map((arc) => simplified(decoded(arc as Point[], topology), tolerance));
  const { transform: _, ...whole } = topology;
  const countries = feature({ ...whole, arcs } as typeof topology, topology.objects.countries);
  return countries.features.flatMap(({ geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
    return polygons.flatMap((rings) => rings.filter(isLarge).map(steps));
  });
}

/** Arcs are kept as steps on a grid. */
function decoded(arc: readonly Point[], { transform }: Topology): Point[] {
  const { scale, translate } = transform ?? { scale: [1, 1], translate: [0, 0] };
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * (scale[0] as number) + (translate[0] as number), y * (scale[1] as number) + (translate[1] as number)];
  });
}

/** Douglas and Peucker: without the points that lie closer to the line than the tolerance. Each half is shorter, so it ends. */
function simplified(points: readonly Point[], tolerance: number): Point[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 3) return [...points];
  const distances = points.map((point) => distance(point, first, last));
  const farthest = distances.indexOf(Math.max(...distances));
  if ((distances[farthest] ?? 0) <= tolerance) return [first, last];
  return [...simplified(points.slice(0, farthest + 1), tolerance).slice(0, -1), ...simplified(points.slice(farthest), tolerance)];
}

function distance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const length = Math.hypot(x2 - x1, y2 - y1);
  return length === 0 ? Math.hypot(x - x1, y - y1) : Math.abs((y2 - y1) * x - (x2 - x1) * y + x2 * y1 - y2 * x1) / length;
}

/** Too small to be seen are islets of less than about thirty kilometres. */
function isLarge(ring: readonly (readonly number[])[]): boolean {
  const xs = ring.map(([x]) => x as number);
  const ys = ring.map(([, y]) => y as number);
  return ring.length > 3 && Math.max(...xs) - Math.min(...xs) + Math.max(...ys) - Math.min(...ys) > 0.3;
}

function steps(ring: readonly (readonly number[])[]): number[] {
  let [x, y] = [0, 0];
  return ring.flatMap(([longitude, latitude]) => {
    const [nextX, nextY] = [Math.round((longitude as number) * 100), Math.round((latitude as number) * 100)];
    const step = [nextX - x, nextY - y];
    [x, y] = [nextX, nextY];
    return step;
  });
}
