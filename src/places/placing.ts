import { isAdministrative, type Resolve } from './aliases.ts';
import type { PlaceKind } from './attributes.ts';
import type { Unit } from './geojson.ts';
import type { Locate } from './locate.ts';

/** A place that is to be found a unit for. */
export interface Unplaced {
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** The ids of what it is said to lie within. */
  readonly parents: readonly string[];
}

/** Where a place belongs and what says so, or what its name and its coordinates say when the two name different units. */
export type Placing =
  | { readonly within: string; readonly foundBy: 'POINT' | 'NAME' | 'POINT_AND_NAME' }
  | { readonly named: string; readonly located: string | null };

export interface Gazetteer {
  readonly units: ReadonlyMap<string, Unit>;
  readonly locate: Locate;
  readonly resolve: Resolve;
  /** Units as the graph has them by id: with a p-code, or with only a name and what they lie within. */
  readonly known: ReadonlyMap<string, { readonly pcode: string } | Unplaced>;
}

/** Decides where a place belongs; null when neither its coordinates nor its name lead into the boundaries at hand. */
export function placingOf(place: Unplaced, gazetteer: Gazetteer): Placing | null {
  const { units, locate } = gazetteer;
  const named = namedUnit(place, gazetteer);
  const { latitude, longitude } = place;
  if (latitude === null || longitude === null) return named ? { within: named, foundBy: 'NAME' } : null;

  const located = locate.at(latitude, longitude);
  if (located === null) {
    if (named === null) return null;
    return locate.isNear(named, latitude, longitude) ? { within: named, foundBy: 'NAME' } : { named, located };
  }
  const around = chainOf(located, units);
  if (named !== null && !around.includes(named) && !chainOf(named, units).includes(located)) return { named, located };

  const speaks = named !== null && (units.get(named)?.kind !== 'COUNTRY' || place.kind === 'COUNTRY');
  return { within: deepestFor(place, around, speaks ? named : null, units), foundBy: speaks ? 'POINT_AND_NAME' : 'POINT' };
}

/** A unit lies in the unit it is; an area no deeper than what its name says; a town, a site or a village in the smallest there is. */
function deepestFor({ kind }: Unplaced, around: readonly string[], named: string | null, units: Gazetteer['units']): string {
  const smallest = around[0] as string;
  if (kind === null || !(isAdministrative({ kind }) || kind === 'AREA')) return smallest;
  if (named !== null) return named;
  const level = kind === 'AREA' ? 'ADM1' : kind;
  return around.find((pcode) => units.get(pcode)?.kind === level) ?? smallest;
}

/** The smallest unit that the names say: of the place itself when it is a unit, and of the units it is said to lie within. */
function namedUnit(place: Unplaced, gazetteer: Gazetteer, depth = 0): string | null {
  // A chain of units has four levels; whatever is longer goes in circles.
  if (depth > 8) return null;
  const around = deepest(
    place.parents.map((id) => unitOfParent(id, gazetteer, depth)),
    gazetteer.units,
  );
  if (place.kind === null || !isAdministrative({ kind: place.kind })) return around;
  if (place.kind !== 'COUNTRY' && around === null) return null;
  return gazetteer.resolve(place.name, around) ?? around;
}

function deepest(pcodes: readonly (string | null)[], units: Gazetteer['units']): string | null {
  const known = pcodes.filter((pcode) => pcode !== null);
  const depth = (pcode: string) => units.get(pcode)?.within.length ?? 0;
  return known.sort((one, other) => depth(other) - depth(one))[0] ?? null;
}

function unitOfParent(id: string, gazetteer: Gazetteer, depth: number): string | null {
  const parent = gazetteer.known.get(id);
  if (!parent) return null;
  if ('pcode' in parent) return gazetteer.units.has(parent.pcode) ? parent.pcode : null;
  return namedUnit(parent, gazetteer, depth + 1);
}

function chainOf(pcode: string, units: Gazetteer['units']): string[] {
  return [pcode, ...(units.get(pcode)?.within ?? [])];
}
