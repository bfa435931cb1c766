import {
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  parse,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { schema } from '../schema.ts';

/** The only operation of a document; undefined when there is none, or several. */
export function operationOf({ definitions }: DocumentNode): OperationDefinitionNode | undefined {
  const [operation, ...more] = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  return more.length === 0 ? operation : undefined;
}

/** The same question, which also asks of every list whether it goes on. */
export function withPageInfo(question: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  const leave = (field: FieldNode): FieldNode | undefined =>
    isList(types.getType()) && field.selectionSet
      ? { ...field, selectionSet: { ...field.selectionSet, selections: [...field.selectionSet.selections, pageInfo] } }
      : undefined;
  return visit(question, visitWithTypeInfo(types, { Field: { leave } }));
}

const pageInfo = fieldOf('{ pageInfo { hasNextPage endCursor } }');

function fieldOf(text: string): FieldNode {
  const [operation] = parse(text).definitions as [OperationDefinitionNode];
  return operation.selectionSet.selections[0] as FieldNode;
}

function isList(type: GraphQLOutputType | null | undefined): boolean {
  return type != null && getNamedType(type).name.endsWith('Connection');
}

/** Whether a list stands in the question itself, so that the question can be narrowed to it; it may also come out of a fragment. */
export function isAskedFirst(question: DocumentNode, name: string): boolean {
  return operationOf(question)?.selectionSet.selections.some((field) => field.kind === Kind.FIELD && nameOf(field) === name) ?? false;
}

/** The same question for one of the lists that it begins with, from behind a cursor on, and for nothing else. */
export function onlyFrom(question: DocumentNode, name: string, after: string): DocumentNode {
  const narrowed = { ...question, definitions: question.definitions.map((one) => (one.kind === Kind.OPERATION_DEFINITION ? alone(one, name, after) : one)) };
  const [used] = Object.values(separateOperations(narrowed)) as [DocumentNode]; // Leaves fragments out that nothing uses any more.
  const variables = variablesIn(used);
  return visit(used, {
    enter: (node) => (node.kind === Kind.VARIABLE_DEFINITION && !variables.has(node.variable.name.value) ? null : undefined),
  });
}

function alone(operation: OperationDefinitionNode, name: string, after: string): OperationDefinitionNode {
  const { selectionSet } = operation;
  const selections = selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD && nameOf(field) === name ? [from(field, after)] : []));
  return { ...operation, selectionSet: { ...selectionSet, selections } };
}

function nameOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

function from(field: FieldNode, after: string): FieldNode {
  const argument = { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'after' }, value: { kind: Kind.STRING, value: after } } as const;
  return { ...field, arguments: [...(field.arguments ?? []).filter((one) => one.name.value !== 'after'), argument] };
}

function variablesIn(document: DocumentNode): Set<string> {
  const used = new Set<string>();
  visit(document, {
    enter: (node) => {
      if (node.kind === Kind.VARIABLE_DEFINITION) return false;
      if (node.kind === Kind.VARIABLE) used.add(node.name.value);
      return undefined;
    },
  });
  return used;
}

/** Where the next page of a list begins; null when there is none, or when this is no list. */
export function nextPageOf(list: unknown): string | null {
  const { pageInfo: info } = (list ?? {}) as { pageInfo?: { hasNextPage?: boolean; endCursor?: string | null } };
  return info?.hasNextPage ? (info.endCursor ?? null) : null;
}

/** How many lists inside a value go on; not the value itself. An answer is a tree, so this ends at its leaves. */
export function listsCutIn(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + (nextPageOf(inner) === null ? 0 : 1) + listsCutIn(inner), 0);
}
