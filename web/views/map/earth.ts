/** The plane that the map is drawn on: degrees east, and degrees north stretched as Mercator has it, downward. */
export function project(longitude: number, latitude: number): readonly [number, number] {
  const phi = (Math.min(84, Math.max(-84, latitude)) * Math.PI) / 180;
  return [longitude, (-Math.log(Math.tan(Math.PI / 4 + phi / 2)) * 180) / Math.PI];
}

const kmPerDegree = 111.195;

/** So many kilometres at a latitude, in the plane's units. */
export function kilometres(km: number, latitude: number): number {
  return km / (kmPerDegree * Math.cos((latitude * Math.PI) / 180));
}

/** A GeoJSON polygon or multipolygon, given as text, as rings of the plane; none when it is not one. */
export function ringsOf(geoJson: string | null): number[][] {
  const shape = read(geoJson);
  const polygons = shape?.type === 'Polygon' ? [shape.coordinates] : shape?.type === 'MultiPolygon' ? shape.coordinates : [];
  return (polygons as Position[][][]).flatMap((rings) => rings.map((ring) => ring.flatMap(([longitude, latitude]) => project(longitude, latitude))));
}

type Position = [number, number];

function read(text: string | null): { readonly type?: string; readonly coordinates?: unknown } | null {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null; // A boundary that cannot be read is drawn like one that is not kept.
  }
}
