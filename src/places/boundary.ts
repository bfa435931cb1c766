import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { PlaceKind } from './attributes.ts';
import type { Unit } from './geojson.ts';

type Outline = Polygon | MultiPolygon;

/** No boundary that is kept is longer than this, as text. */
export const longestBoundary = 64 * 1024;

/** How much of a place's area a corner must be worth to be kept: the hundred-thousandth part of the usual place of its level. */
const worthKeeping = 1e-5;

/**
 * What is kept of each unit's geometry for maps, as a GeoJSON geometry: simplified together with the other units of its level, so that
 * neighbours still meet, with degrees to five places (about a metre), and at most `longestBoundary` characters long.
 */
export function boundariesOf(units: Iterable<Unit>): Map<string, string> {
  const boundaries = new Map<string, string>();
  for (const level of byKind(units).values()) {
    for (const [pcode, boundary] of simplifiedTogether(level)) boundaries.set(pcode, boundary);
  }
  return boundaries;
}

/** The middle of a unit's largest part, by area. */
export function middleOf(geometry: Outline): { latitude: number; longitude: number } {
  const [largest] = outerRings(geometry).sort((one, other) => Math.abs(area(other)) - Math.abs(area(one))) as [Position[]];
  const [x, y] = centroid(largest);
  return { latitude: rounded(y), longitude: rounded(x) };
}

type Drawn = Unit & { readonly geometry: Outline };

function byKind(units: Iterable<Unit>): Map<PlaceKind, Drawn[]> {
  const levels = new Map<PlaceKind, Drawn[]>();
  for (const unit of units) if (unit.geometry) levels.set(unit.kind, [...(levels.get(unit.kind) ?? []), unit as Drawn]);
  return levels;
}

function simplifiedTogether(units: readonly Drawn[]): Map<string, string> {
  const features = units.map(({ geometry }): Feature => ({ type: 'Feature', properties: {}, geometry }));
  const collection: FeatureCollection = { type: 'FeatureCollection', features };
  const shared = presimplify(topology({ units: collection }) as Topology<{ units: GeometryCollection<object> }>);
  const kept = new Map<string, string>();
  let left = units.map((unit, index) => ({ unit, index }));
  // Each round is coarser than the last, and a place of any shape fits once little more than a triangle of each ring is left.
  for (let worth = usualArea(units) * worthKeeping; left.length > 0; worth *= 4) {
    const outlines = outlinesOf(simplify(shared, worth));
    left = left.filter(({ unit, index }) => {
      const outline = JSON.stringify(tidied(outlines[index] as Outline) ?? boxOf(unit.geometry));
      if (outline.length <= longestBoundary) kept.set(unit.pcode, outline);
      return outline.length > longestBoundary && worth < 1e6;
    });
  }
  for (const { pcode, geometry } of units) if (!kept.has(pcode)) kept.set(pcode, JSON.stringify(boxOf(geometry)));
  return kept;
}

function outlinesOf(shared: Topology): Outline[] {
  const drawn = feature(shared, shared.objects.units as GeometryCollection);
  return drawn.features.map(({ geometry }) => geometry as Outline);
}

/** Rounded, without parts and holes that have shrunk to a line; null when nothing is left. */
function tidied({ type, coordinates }: Outline): Outline | null {
  const parts = (type === 'Polygon' ? [coordinates] : coordinates).flatMap((rings) => {
    const [outer, ...holes] = rings.map(roundedRing);
    return outer && !isLine(outer) ? [[outer, ...holes.filter((hole) => !isLine(hole))]] : [];
  });
  const [only] = parts;
  if (!only) return null;
  return parts.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: parts };
}

function roundedRing(ring: Position[]): Position[] {
  const positions = ring.map(([x = 0, y = 0]) => [rounded(x), rounded(y)]);
  return positions.filter(([x, y], at) => at === 0 || x !== positions[at - 1]?.[0] || y !== positions[at - 1]?.[1]);
}

function isLine(ring: Position[]): boolean {
  return ring.length < 4 || area(ring) === 0;
}

/** The four corners around a place: what is left to draw where its outline is too small or too long. */
function boxOf(geometry: Outline): Polygon {
  const [west, south, east, north] = boundsOf(geometry).map(rounded) as [number, number, number, number];
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}

/** West, south, east and north of a geometry. */
export function boundsOf(geometry: Outline): [number, number, number, number] {
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  for (const ring of outerRings(geometry)) {
    for (const [x = 0, y = 0] of ring) {
      bounds[0] = Math.min(bounds[0], x);
      bounds[1] = Math.min(bounds[1], y);
      bounds[2] = Math.max(bounds[2], x);
      bounds[3] = Math.max(bounds[3], y);
    }
  }
  return bounds;
}

function outerRings({ type, coordinates }: Outline): Position[][] {
  return (type === 'Polygon' ? [coordinates] : coordinates).map(([outer]) => outer as Position[]);
}

function usualArea(units: readonly Drawn[]): number {
  const areas = units.map(({ geometry }) => outerRings(geometry).reduce((sum, ring) => sum + Math.abs(area(ring)), 0)).sort((one, other) => one - other);
  return areas[Math.floor(areas.length / 2)] || 1e-6;
}

function area(ring: readonly Position[]): number {
  return pairs(ring).reduce((sum, [[x = 0, y = 0], [nextX = 0, nextY = 0]]) => sum + (x * nextY - nextX * y), 0) / 2;
}

/** The centre of a ring's area; of a ring without area, its first position. */
function centroid(ring: readonly Position[]): [number, number] {
  const [originX = 0, originY = 0] = ring[0] ?? [];
  let [sumX, sumY, twice] = [0, 0, 0];
  for (const [[x = 0, y = 0], [nextX = 0, nextY = 0]] of pairs(ring)) {
    const cross = (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY);
    sumX += (x + nextX - 2 * originX) * cross;
    sumY += (y + nextY - 2 * originY) * cross;
    twice += cross;
  }
  return twice === 0 ? [originX, originY] : [originX + sumX / (3 * twice), originY + sumY / (3 * twice)];
}

function pairs(ring: readonly Position[]): [Position, Position][] {
  return ring.slice(1).map((position, at) => [ring[at] as Position, position]);
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
