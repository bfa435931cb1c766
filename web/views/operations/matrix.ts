// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type MatrixAnswer = { readonly event: ({ readonly id: string; readonly label: string; readonly corroboration: ({ readonly reports: number; readonly publishers: number; readonly origins: number; readonly unknownOrigins: number; readonly partyOrigins: number }); readonly coverage: ({ readonly sources: ({ readonly totalCount: number; readonly edges: readonly (({ readonly firstReportedAt: string | null; readonly lagDays: number | null; readonly reports: number; readonly node: ({ readonly id: string; readonly name: string }) }))[] }); readonly silent: ({ readonly totalCount: number; readonly edges: readonly (({ readonly node: ({ readonly id: string; readonly name: string }) }))[] }) }) }) | null; readonly contradictions: ({ readonly totalCount: number; readonly edges: readonly (({ readonly node: ({ readonly reason: ('ASSERTED_AND_DENIED' | 'AS_OF_FELL' | 'DISJOINT' | 'PART_EXCEEDS_WHOLE'); readonly explanation: string; readonly a: ({ readonly id: string }); readonly b: ({ readonly id: string }) }) }))[] }) };

export type MatrixVariables = {
  readonly about: string;
  readonly known?: string | null | undefined;
};

export const Matrix: Operation<MatrixAnswer, MatrixVariables> = {
  name: 'Matrix',
  text: "query Matrix($about: ID!, $known: String) @asOf(known: $known) {\n  event(id: $about) {\n    id\n    label\n    corroboration {\n      reports\n      publishers\n      origins\n      unknownOrigins\n      partyOrigins\n    }\n    coverage {\n      sources(first: 100) {\n        totalCount\n        edges {\n          firstReportedAt\n          lagDays\n          reports\n          node {\n            id\n            name\n          }\n        }\n      }\n      silent(first: 50) {\n        totalCount\n        edges {\n          node {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n  contradictions(about: $about, metric: null) {\n    totalCount\n    edges {\n      node {\n        reason\n        explanation\n        a {\n          id\n        }\n        b {\n          id\n        }\n      }\n    }\n  }\n}",
};
