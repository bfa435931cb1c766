import type { EventsAtPlacesAnswer } from '../operations/events-at-places.ts';
import type { MapPlacesAnswer } from '../operations/map.ts';

/** An event with the places at which it happened. */
export type Happening = Extract<NonNullable<EventsAtPlacesAnswer['nodes'][number]>, { places: unknown }>;
type Place = MapPlacesAnswer['eventsByPlace'][number]['place'];

/** Events at one place, as the service tells of them: counted, or one of them by itself. */
export interface Found {
  readonly place: Place;
  readonly precisionCode: number | null;
  readonly radiusKm: number | null;
  readonly area: { readonly id: string; readonly name: string } | null;
  /** The first and the last day. */
  readonly from: string | null;
  readonly to: string | null;
  readonly count: number;
  readonly event: Happening | null;
}

/** The outline of a place, as rings of the plane, and whom it is owed to. */
export interface Outline {
  readonly rings: readonly (readonly number[])[];
  readonly credit: string | null;
}

/** What is drawn once: a place, or the area that several places are known no better than, with all that is said to have happened there. */
export interface Spot {
  /** Of several places the one with the most events. */
  readonly place: Place;
  /** What is shaded. */
  readonly area: (Outline & { readonly id: string }) | null;
  readonly precision: number | null;
  readonly radiusKm: number | null;
  readonly count: number;
  /** The places and counts that it is made of. */
  readonly parts: readonly Found[];
}

export function spotsOf(found: readonly Found[], boundaries: ReadonlyMap<string, Outline>): Spot[] {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const key = `${one.area && boundaries.has(one.area.id) ? one.area.id : one.place.id} ${precisionOf(one)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .map((parts) => spotOf(parts as [Found], boundaries))
    .sort((one, other) => other.count - one.count || (one.place.id < other.place.id ? -1 : 1));
}

function spotOf(parts: readonly [Found, ...Found[]], boundaries: ReadonlyMap<string, Outline>): Spot {
  const most = parts.reduce((one, other) => (other.count > one.count ? other : one));
  const outline = boundaries.get(most.area?.id ?? '');
  return {
    place: most.place,
    area: most.area && outline ? { id: most.area.id, ...outline } : null,
    precision: precisionOf(most),
    radiusKm: most.radiusKm,
    count: parts.reduce((sum, { count }) => sum + count, 0),
    parts,
  };
}

/** Where no precision is recorded, a place is known no better than what it is. */
function precisionOf({ precisionCode, place: { kind } }: Found): number | null {
  if (precisionCode !== null) return precisionCode;
  if (kind === 'COUNTRY') return 6;
  if (kind === 'ADM1') return 4;
  return kind === 'ADM2' || kind === 'ADM3' ? 3 : null;
}
