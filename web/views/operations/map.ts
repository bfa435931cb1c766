// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type MapEventsAnswer = { readonly events: ({ readonly totalCount: number; readonly pageInfo: ({ readonly hasNextPage: boolean; readonly endCursor: string | null }); readonly edges: readonly (({ readonly node: ({ readonly id: string; readonly title: string; readonly from: string | null; readonly to: string | null; readonly places: ({ readonly edges: readonly (({ readonly precisionScheme: string | null; readonly precisionCode: number | null; readonly radiusKm: number | null; readonly node: ({ readonly id: string; readonly name: string; readonly kind: ('ADM1' | 'ADM2' | 'ADM3' | 'AREA' | 'COUNTRY' | 'NEIGHBOURHOOD' | 'SITE' | 'TOWN' | 'VILLAGE') | null; readonly latitude: number | null; readonly longitude: number | null }) }))[] }) }) }))[] }) };

export type MapEventsVariables = {
  readonly where?: string | null | undefined;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly after?: string | null | undefined;
  readonly known?: string | null | undefined;
};

export const MapEvents: Operation<MapEventsAnswer, MapEventsVariables> = {
  name: 'MapEvents',
  text: "query MapEvents($where: ID, $from: Date, $to: Date, $after: String) {\n  events(\n    filter: {where: $where, happened: {from: $from, to: $to}}\n    orderBy: NEWEST_FIRST\n    first: 100\n    after: $after\n  ) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        ...AtPlaces\n      }\n    }\n  }\n}\n\nfragment AtPlaces on Event {\n  id\n  title\n  from\n  to\n  places(first: 10) {\n    edges {\n      precisionScheme\n      precisionCode\n      radiusKm\n      node {\n        id\n        name\n        kind\n        latitude\n        longitude\n      }\n    }\n  }\n}",
};
