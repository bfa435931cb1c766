import { type DocumentNode, type GraphQLSchema, Kind, type OperationDefinitionNode, visit } from 'graphql';
import { fragmentsOf } from '../selection.ts';
import { type Outline, outlineOf } from './outline.ts';

/** A document that was asked before, as long as its text is kept parsed. */
export interface Known {
  /** How often it was asked. */
  times: number;
  /** What loads when this operation is asked with these variables, and a name for that; null when it is too much. */
  outline(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): Named | null;
}

export interface Named {
  readonly name: string;
  readonly outline: Outline;
}

/** So many outlines are kept of one document: conditions in all combinations make many. */
const mostOutlines = 16;

/** Notes the documents that are asked, each with its outlines: one for each operation, and for what its conditions come to. */
export function documents(): (document: DocumentNode) => Known {
  const known = new WeakMap<DocumentNode, Known>();
  let count = 0;

  return (document) => {
    const before = known.get(document);
    if (before) return before;

    const outlines = new Map<string, Named | null>();
    const fragments = fragmentsOf(document);
    const conditions = conditionsOf(document);
    const made: Known = {
      times: 0,
      outline: (schema, operation, variables) => {
        const form = JSON.stringify([operation.name?.value ?? null, ...conditions.map((variable) => variables[variable] ?? null)]);
        const kept = outlines.get(form);
        if (kept !== undefined) return kept;
        if (outlines.size >= mostOutlines) return null;
        const outline = outlineOf(schema, operation, fragments, variables);
        count += 1;
        const named = outline && { outline, name: `${count}` };
        outlines.set(form, named);
        return named;
      },
    };
    known.set(document, made);
    return made;
  };
}

/** The variables that decide what is skipped or included. */
function conditionsOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    enter: (node) => {
      if (node.kind !== Kind.DIRECTIVE) return;
      for (const { value } of node.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
