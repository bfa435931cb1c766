import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { MultiPolygon, Polygon } from 'geojson';
import { isAdministrative } from './aliases.ts';
import { boundsOf } from './boundary.ts';
import type { Unit } from './geojson.ts';

/** Where a point lies, by the boundaries as the files have them. */
export interface Locate {
  /** The administrative unit of the deepest level that contains the point; null when none does. */
  readonly at: (latitude: number, longitude: number) => string | null;
  /** Whether the point lies in the box around a unit, or so near it that coast and border may be drawn either way. */
  readonly isNear: (pcode: string, latitude: number, longitude: number) => boolean;
}

/** How far from the box around a unit a point may lie and still be meant to be in it, in degrees: about ten kilometres. */
const nearby = 0.1;

const depths = { ADM3: 0, ADM2: 1, ADM1: 2, COUNTRY: 3 } as const;

export function locator(units: Iterable<Unit>): Locate {
  const areas = [...units]
    .filter((unit) => isAdministrative(unit) && unit.geometry)
    .map(({ pcode, kind, geometry }) => ({
      pcode,
      depth: depths[kind as keyof typeof depths],
      geometry: geometry as Polygon | MultiPolygon,
      box: boundsOf(geometry as Polygon),
    }))
    .sort((one, other) => one.depth - other.depth);
  const boxes = new Map(areas.map(({ pcode, box }) => [pcode, box]));

  return {
    at: (latitude, longitude) =>
      areas.find(({ box, geometry }) => isIn(box, latitude, longitude, 0) && booleanPointInPolygon([longitude, latitude], geometry))?.pcode ?? null,
    isNear: (pcode, latitude, longitude) => {
      const box = boxes.get(pcode);
      return box === undefined || isIn(box, latitude, longitude, nearby);
    },
  };
}

function isIn([west, south, east, north]: readonly number[] & { length: 4 }, latitude: number, longitude: number, margin: number): boolean {
  return (
    longitude >= (west as number) - margin &&
    longitude <= (east as number) + margin &&
    latitude >= (south as number) - margin &&
    latitude <= (north as number) + margin
  );
}
