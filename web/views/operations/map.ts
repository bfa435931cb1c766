// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type MapPlacesAnswer = { readonly eventsByPlace: readonly (({ readonly place: ({ readonly id: string; readonly name: string; readonly kind: ('ADM1' | 'ADM2' | 'ADM3' | 'AREA' | 'COUNTRY' | 'NEIGHBOURHOOD' | 'SITE' | 'TOWN' | 'VILLAGE') | null; readonly latitude: number | null; readonly longitude: number | null }); readonly precisionCode: number | null; readonly radiusKm: number | null; readonly events: number; readonly from: string | null; readonly to: string | null; readonly area: ({ readonly id: string; readonly name: string }) | null }))[]; readonly nodes: readonly (({ readonly id: string; readonly label: string } | {  }) | null)[] };

export interface EventFilter {
  readonly happened?: DateRange | null;
  readonly involving?: string | null;
  readonly keys?: readonly (string)[] | null;
  readonly text?: string | null;
  readonly violenceTypes?: readonly (string)[] | null;
  readonly where?: string | null;
}

export interface DateRange {
  readonly from?: string | null;
  readonly to?: string | null;
}

export type MapPlacesVariables = {
  readonly filter?: EventFilter | null | undefined;
  readonly names: readonly (string)[];
  readonly known?: string | null | undefined;
};

export const MapPlaces: Operation<MapPlacesAnswer, MapPlacesVariables> = {
  name: 'MapPlaces',
  text: "query MapPlaces($filter: EventFilter, $names: [ID!]!, $known: String) @asOf(known: $known) {\n  eventsByPlace(filter: $filter) {\n    place {\n      ...PlaceOnMap\n    }\n    precisionCode\n    radiusKm\n    events\n    from\n    to\n    area {\n      id\n      name\n    }\n  }\n  nodes(ids: $names) {\n    ... on Entity {\n      id\n      label\n    }\n  }\n}\n\nfragment PlaceOnMap on Place {\n  id\n  name\n  kind\n  latitude\n  longitude\n}",
};
