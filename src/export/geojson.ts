import { jsonItems } from './items.ts';
import type { ExportLink, ExportNode } from './read.ts';
import type { ExportSource } from './source.ts';

/**
 * Places with their outline or point, and a feature for each event and place where it occurred, with how precisely that is known. An event at a
 * district, a governorate or an area has no point, since none would be true: `place` names the feature that has the outline.
 */
export async function* geojson(source: ExportSource): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[';
  yield* jsonItems(features(source));
  yield '\n]}\n';
}

interface Feature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: object | null;
  readonly properties: object;
}

async function* features(source: ExportSource): AsyncGenerator<Feature> {
  // Places come before events, so that every point is known when an event needs it.
  const points = new Map<string, object>();
  for await (const place of source.nodes(['Place'])) {
    const point = pointOf(place);
    if (point && !isExtended(place)) points.set(place.id, point);
    const boundary = await source.boundary(place);
    const credit = boundary?.credit ? { boundaryCredit: boundary.credit } : {};
    yield { type: 'Feature', id: place.id, geometry: boundary?.geometry ?? point, properties: { ...describe(place), ...credit } };
  }
  for await (const { event, link } of occurrences(source))
    yield {
      type: 'Feature',
      id: link.id,
      geometry: points.get(link.to) ?? null,
      properties: { ...describe(event), event: event.id, place: link.to, ...link.properties },
    };
}

/** Each event with each of the places where it occurred. Both lists are in the order of the events. */
async function* occurrences({ nodes, links }: ExportSource): AsyncGenerator<{ event: ExportNode; link: ExportLink }> {
  const all = links(['Event'], ['OCCURRED_AT']);
  let next = await all.next();
  for await (const event of nodes(['Event'])) {
    for (; !next.done && next.value.from === event.id; next = await all.next()) yield { event, link: next.value };
  }
}

function isExtended({ properties: { kind } }: ExportNode): boolean {
  return kind === 'COUNTRY' || kind === 'ADM1' || kind === 'ADM2' || kind === 'ADM3' || kind === 'AREA';
}

function pointOf({ properties: { latitude, longitude } }: ExportNode): object | null {
  return typeof latitude === 'number' && typeof longitude === 'number' ? { type: 'Point', coordinates: [longitude, latitude] } : null;
}

function describe({ type, label, keys, properties }: ExportNode): object {
  return { type, label, keys, ...properties };
}
