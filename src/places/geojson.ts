import type { MultiPolygon, Polygon } from 'geojson';
import { z } from 'zod';
import type { StartError } from '../errors.ts';
import { type JsonFile, shapedAs } from '../input/json.ts';
import { isText, longest } from '../write/checks.ts';
import { attributesOf, type NamedUnit } from './attributes.ts';

/** An administrative unit as a boundary file describes it. */
export interface Unit extends NamedUnit {
  /** The p-codes of what it lies within, the smallest first. */
  readonly within: readonly string[];
  readonly geometry: Polygon | MultiPolygon | null;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
}

/** Units by p-code, those that others only name as their parents among them, and what whoever imports them should know. */
export interface Units {
  readonly units: ReadonlyMap<string, Unit>;
  readonly notes: readonly string[];
}

function isNoName(name: string): boolean {
  return name.length > longest.name || !isText(name);
}

const position = z.array(z.number()).min(2);
const ring = z.array(position).min(4, 'a ring of at least four positions');
const polygon = z.array(ring).min(1, 'a polygon with an outer ring');
const Boundary = z.union([
  z.object({ type: z.literal('Polygon'), coordinates: polygon }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygon).min(1, 'at least one polygon') }),
]);
const Collection = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(z.object({ type: z.literal('Feature'), properties: z.record(z.string(), z.unknown()), geometry: z.unknown() }))
    .min(1, 'at least one feature'),
});
const Geometry = z.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) });

/** The units of several boundary files. Anything that cannot be meant is a StartError with file, line and column. */
export function unitsOf(files: readonly JsonFile[]): Units {
  const described = new Map<string, { unit: Unit; file: string }>();
  const named = new Map<string, NamedUnit & { within: readonly string[] }>();
  const notes: string[] = [];

  for (const file of files) {
    let swapped = 0;
    for (const [index, { properties, geometry }] of shapedAs(file, Collection).features.entries()) {
      const attributes = attributesOf(properties);
      if (!attributes)
        throw file.wrong(['features', index, 'properties'], 'attributes with a p-code (PCODE or ADMn_PCODE)', Object.keys(properties).join(', '));
      const { self, parents, point } = attributes;
      const unusable = [self, ...parents]
        .flatMap(({ pcode, name, names, aliases }) => [pcode, name, ...names.map((one) => one.name), ...aliases])
        .find(isNoName);
      if (unusable !== undefined)
        throw file.wrong(['features', index, 'properties'], `names and p-codes of at most ${longest.name} characters, without control characters`, unusable);
      const earlier = described.get(self.pcode);
      if (earlier) throw file.wrong(['features', index, 'properties'], `a place of its own, since ${self.pcode} is in ${earlier.file} already`, self.pcode);
      if (attributes.swapped) swapped += 1;
      const within = parents.map(({ pcode }) => pcode);
      described.set(self.pcode, { unit: { ...self, within, point, geometry: boundaryOf(file, index, geometry) }, file: file.name });
      parents.forEach((parent, at) => {
        if (!named.has(parent.pcode)) named.set(parent.pcode, { ...parent, within: within.slice(at + 1) });
      });
    }
    if (swapped > 0)
      notes.push(`${file.name}: in ${swapped} of its features an English and an Arabic name stand in each other's column; each was taken by its script.`);
  }

  const units = new Map<string, Unit>();
  for (const [pcode, parent] of named) units.set(pcode, { ...parent, geometry: null, point: null });
  for (const [pcode, { unit }] of described) units.set(pcode, unit);
  return { units: new Map([...units].sort(([one], [other]) => (one < other ? -1 : 1))), notes };
}

/** The geometry of a feature, with its rings closed and its degrees on the globe; null where the file has none. */
function boundaryOf(file: JsonFile, index: number, geometry: unknown): Polygon | MultiPolygon | null {
  if (geometry === null || geometry === undefined) return null;
  const at = ['features', index, 'geometry'];
  const kind = Geometry.safeParse(geometry);
  if (!kind.success) throw file.wrong([...at, 'type'], 'Polygon or MultiPolygon', (geometry as { type?: unknown }).type);
  const read = Boundary.safeParse(geometry);
  if (!read.success) throw file.wrong([...at, 'coordinates'], 'rings of at least four positions, each [longitude, latitude]', kind.data.coordinates);
  const { type, coordinates } = read.data;
  const path = [...at, 'coordinates'];
  if (type === 'Polygon') checkPolygon(file, path, coordinates);
  else for (const [part, rings] of coordinates.entries()) checkPolygon(file, [...path, part], rings);
  return read.data;
}

function checkPolygon(file: JsonFile, path: (string | number)[], rings: readonly number[][][]): void {
  for (const [ringAt, positions] of rings.entries()) {
    const wrong = positions.findIndex(([longitude = Number.NaN, latitude = Number.NaN]) => !(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90));
    if (wrong !== -1) throw file.wrong([...path, ringAt, wrong], 'degrees [longitude, latitude], from -180 to 180 and -90 to 90', positions[wrong]);
    const [first, last] = [positions[0], positions.at(-1)];
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) throw notClosed(file, [...path, ringAt, positions.length - 1], last, first);
  }
}

function notClosed(file: JsonFile, path: (string | number)[], last: unknown, first: unknown): StartError {
  return file.wrong(path, `the ring's first position ${JSON.stringify(first)} again`, last);
}
