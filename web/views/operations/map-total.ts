// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type MapTotalAnswer = { readonly events: ({ readonly totalCount: number }) };

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

export type MapTotalVariables = {
  readonly filter?: EventFilter | null | undefined;
  readonly known?: string | null | undefined;
};

export const MapTotal: Operation<MapTotalAnswer, MapTotalVariables> = {
  name: 'MapTotal',
  text: "query MapTotal($filter: EventFilter, $known: String) @asOf(known: $known) {\n  events(filter: $filter) {\n    totalCount\n  }\n}",
};
