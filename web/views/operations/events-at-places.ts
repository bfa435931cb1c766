// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type EventsAtPlacesAnswer = { readonly nodes: readonly (({  } | { readonly id: string; readonly title: string; readonly from: string | null; readonly to: string | null; readonly places: ({ readonly edges: readonly (({ readonly precisionCode: number | null; readonly radiusKm: number | null; readonly area: ({ readonly id: string; readonly name: string }) | null; readonly node: ({ readonly id: string; readonly name: string; readonly kind: ('ADM1' | 'ADM2' | 'ADM3' | 'AREA' | 'COUNTRY' | 'NEIGHBOURHOOD' | 'SITE' | 'TOWN' | 'VILLAGE') | null; readonly latitude: number | null; readonly longitude: number | null }) }))[] }) }) | null)[] };

export type EventsAtPlacesVariables = {
  readonly ids: readonly (string)[];
  readonly known?: string | null | undefined;
};

export const EventsAtPlaces: Operation<EventsAtPlacesAnswer, EventsAtPlacesVariables> = {
  name: 'EventsAtPlaces',
  text: "query EventsAtPlaces($ids: [ID!]!, $known: String) @asOf(known: $known) {\n  nodes(ids: $ids) {\n    ... on Event {\n      id\n      title\n      from\n      to\n      places(first: 50) {\n        edges {\n          precisionCode\n          radiusKm\n          area {\n            id\n            name\n          }\n          node {\n            ...PlaceOnMap\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment PlaceOnMap on Place {\n  id\n  name\n  kind\n  latitude\n  longitude\n}",
};
