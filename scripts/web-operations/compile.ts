import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type GraphQLType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  typeFromAST,
  type VariableDefinitionNode,
  validate,
  visit,
} from 'graphql';
import { answerType } from './answer.ts';
import { scalar } from './scalar.ts';

/** One operation as a TypeScript module. Fragments are those that it may use, by name. */
export function compileOperation(schema: GraphQLSchema, text: string, fragmentTexts: readonly string[]): string {
  const written = parse(text).definitions.find((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION);
  const operation = written?.operation === 'query' && hasAsOf(schema) ? asKnown(written) : written;
  if (!written || !operation?.name) throw new Error(`An operation file holds one named operation, but this one begins "${text.slice(0, 80)}".`);
  const known = new Map(
    fragmentTexts
      .flatMap((fragment) => parse(fragment).definitions)
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const used = usedFragments(operation, known);
  const document = { kind: Kind.DOCUMENT, definitions: [operation, ...used.values()] } as const;
  const errors = validate(schema, document);
  if (errors.length > 0) throw new Error(`${operation.name.value}: ${errors.map(({ message }) => message).join(' ')}`);

  const name = operation.name.value;
  const inputs: Inputs = new Map();
  const variables = [
    ...(written.variableDefinitions ?? []).map((definition) => variable(schema, definition, inputs)),
    ...(written.operation === 'query' ? ['  readonly known?: string | null | undefined;'] : []),
  ];
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`${name}: the schema has no ${operation.operation}.`);
  return `// Made from the .graphql file of the same name by scripts/web-operations.ts.
import type { Operation } from '../api/operation.ts';

export type ${name}Answer = ${answerType(schema, used, root, [operation.selectionSet])};

${[...inputs.values()].map((text) => `${text}\n`).join('')}export type ${name}Variables = {
${variables.join('\n')}
};

export const ${name}: Operation<${name}Answer, ${name}Variables> = {
  name: '${name}',
  text: ${JSON.stringify(print(document))},
};
`;
}

/** Whether the schema answers as things were known on a day. */
export function hasAsOf(schema: GraphQLSchema): boolean {
  return schema.getDirective('asOf') !== undefined && schema.getDirective('asOf') !== null;
}

/** Every question of the views can be put as of a day; so that none can forget it, it is added here. */
function asKnown(operation: OperationDefinitionNode): OperationDefinitionNode {
  const [{ variableDefinitions, directives }] = parse(`query ($known: String) @asOf(known: $known) { __typename }`).definitions as unknown as [
    OperationDefinitionNode,
  ];
  return {
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), ...(variableDefinitions ?? [])],
    directives: [...(operation.directives ?? []), ...(directives ?? [])],
  };
}

function usedFragments(operation: OperationDefinitionNode, known: ReadonlyMap<string, FragmentDefinitionNode>): Map<string, FragmentDefinitionNode> {
  const used = new Map<string, FragmentDefinitionNode>();
  const look = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = known.get(name.value);
        if (!fragment) throw new Error(`No fragment is called "${name.value}".`);
        if (used.has(name.value)) return; // Each is looked into once, so this ends.
        used.set(name.value, fragment);
        look(fragment);
      },
    });
  };
  look(operation);
  return used;
}

function variable(schema: GraphQLSchema, { variable, type, defaultValue }: VariableDefinitionNode, inputs: Inputs): string {
  const known = typeFromAST(schema, type as never) as GraphQLType;
  const optional = !isNonNullType(known) || defaultValue !== undefined;
  return `  readonly ${variable.name.value}${optional ? '?' : ''}: ${inputType(known, inputs)}${optional ? ' | undefined' : ''};`;
}

/** The input types that a variable's type leads to, by name: they refer to each other in circles. */
type Inputs = Map<string, string>;

function inputType(type: GraphQLType, inputs: Inputs, nullable = true): string {
  if (isNonNullType(type)) return inputType(type.ofType, inputs, false);
  const some = isListType(type) ? `readonly (${inputType(type.ofType, inputs)})[]` : namedInput(type, inputs);
  return nullable ? `${some} | null` : some;
}

function namedInput(type: GraphQLType, inputs: Inputs): string {
  if (isEnumType(type))
    return type
      .getValues()
      .map(({ name }) => `'${name}'`)
      .join(' | ');
  if (isInputObjectType(type)) {
    if (inputs.has(type.name)) return type.name;
    inputs.set(type.name, ''); // Each is written once, so that a circle of them ends.
    const fields = Object.values(type.getFields()).map(
      (field) => `  readonly ${field.name}${isNonNullType(field.type) ? '' : '?'}: ${inputType(field.type, inputs)};`,
    );
    inputs.set(type.name, `export interface ${type.name} {\n${fields.join('\n')}\n}\n`);
    return type.name;
  }
  return isScalarType(type) ? scalar(type.name) : 'unknown';
}
