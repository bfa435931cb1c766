import { derived, draft, type NodeDraft, type Values } from '../entity/draft.ts';
import { middleOf } from './boundary.ts';
import type { Unit } from './geojson.ts';
import type { KnownPlace } from './queries.ts';

/** The key of the place with this p-code. */
export const pcodeKey = (pcode: string) => `ocha:${pcode}`;

/** The outline that is kept of a unit, as a GeoJSON geometry, and whom to credit for it. */
export interface Outline {
  readonly boundary: string;
  readonly boundaryCredit: string;
}

/** A unit as a new place. */
export function unitDraft(unit: Unit, outline: Outline | null): NodeDraft {
  const point = pointOf(unit);
  return draft('Place', pcodeKey(unit.pcode), {
    name: unit.name,
    kind: unit.kind,
    pcode: unit.pcode,
    latitude: point?.latitude,
    longitude: point?.longitude,
    nameLanguages: unit.names.map(({ language }) => language),
    namesInLanguages: unit.names.map(({ name }) => name),
    aliases: unit.aliases,
    ...outline,
  });
}

/**
 * What a unit adds to the place that has its p-code already: a boundary, names in further languages, other spellings, and what
 * was not known. The place's own words stay. Null when there is nothing to add.
 */
export function addedTo(place: KnownPlace, unit: Unit, outline: Outline | null): { id: string; properties: Values } | null {
  const newNames = unit.names.filter(({ language }) => !place.nameLanguages.includes(language));
  const spellings = new Set([place.name, ...place.aliases, ...place.namesInLanguages]);
  const newAliases = [unit.name, ...unit.aliases].filter((alias) => !spellings.has(alias));
  const point = place.latitude === null ? pointOf(unit) : null;
  const changed: Values = {
    ...(newNames.length > 0
      ? {
          nameLanguages: [...place.nameLanguages, ...newNames.map(({ language }) => language)],
          namesInLanguages: [...place.namesInLanguages, ...newNames.map(({ name }) => name)],
        }
      : {}),
    ...(newAliases.length > 0 ? { aliases: [...place.aliases, ...new Set(newAliases)] } : {}),
    ...(point ? { latitude: point.latitude, longitude: point.longitude } : {}),
    ...(place.kind === null ? { kind: unit.kind } : {}),
    ...(outline && (outline.boundary !== place.boundary || outline.boundaryCredit !== place.boundaryCredit) ? outline : {}),
  };
  if (Object.keys(changed).length === 0) return null;
  const { name, aliases, namesInLanguages } = place;
  const { searchText, foldedAliases, nameTerms } = derived({
    id: place.id,
    label: 'Place',
    keys: [],
    properties: { name, aliases, namesInLanguages, ...changed },
  });
  return { id: place.id, properties: { ...changed, searchText, foldedAliases, nameTerms, updatedAt: new Date().toISOString() } };
}

function pointOf({ point, geometry }: Unit) {
  return point ?? (geometry && middleOf(geometry));
}
