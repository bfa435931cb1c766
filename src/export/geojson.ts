import { type ExportNode, type ExportSource, withLinks } from './source.ts';

/**
 * Places with their outline or point, and a feature for each event and place where it occurred, with how precisely that is known. An event at a
 * district, a governorate or an area has no point, since none would be true: `place` names the feature that has the outline.
 */
export async function* geojson(source: ExportSource): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[';
  const points = new Map<string, [number, number]>();
  let isFirst = true;
  const put = (feature: object) => {
    const text = `${isFirst ? '\n' : ',\n'}${JSON.stringify(feature)}`;
    isFirst = false;
    return text;
  };

  // Places come before events, so that every point is known when an event needs it.
  for await (const { node, links } of withLinks(source)) {
    if (node.type === 'Event')
      for (const { id, to, properties } of links.filter(({ type }) => type === 'OCCURRED_AT'))
        yield put({
          type: 'Feature',
          id,
          geometry: pointAt(points.get(to) ?? null),
          properties: { ...describe(node), event: node.id, place: to, ...properties },
        });
    if (node.type !== 'Place') continue;
    const { latitude, longitude, kind } = node.properties;
    const point = typeof latitude === 'number' && typeof longitude === 'number' ? ([longitude, latitude] as [number, number]) : null;
    if (point && !isExtended(kind)) points.set(node.id, point);
    const boundary = (await source.boundaries([node.id])).get(node.id);
    yield put({ type: 'Feature', id: node.id, geometry: boundary ? JSON.parse(boundary) : pointAt(point), properties: describe(node) });
  }
  yield '\n]}\n';
}

function isExtended(kind: unknown): boolean {
  return kind === 'COUNTRY' || kind === 'ADM1' || kind === 'ADM2' || kind === 'ADM3' || kind === 'AREA';
}

function pointAt(coordinates: [number, number] | null): object | null {
  return coordinates && { type: 'Point', coordinates };
}

function describe({ type, label, keys, properties }: ExportNode): object {
  return { type, label, keys, ...properties };
}
