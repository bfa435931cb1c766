import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
} from 'graphql';

/** One place in the schema where a client may write any text. */
export interface TextArgument {
  /** `Group.links(after)`, `Query.claims(filter.text)`. */
  readonly name: string;
  readonly parent: string;
  /** The declarations of the variables that one use of the field needs, under this number. */
  readonly variables: (use: number) => string;
  /** One use of the field, under this number. */
  readonly field: (use: number) => string;
  /** The values of that use's variables, with this text in the place. */
  readonly values: (use: number, text: string) => Record<string, unknown>;
}

/** Every String and ID that the fields of a type take, also within input objects and lists. */
export function textArguments(type: GraphQLObjectType): TextArgument[] {
  return Object.values(type.getFields()).flatMap((field) => field.args.flatMap((arg) => textPaths(arg.type, []).map((path) => use(type, field, arg, path))));
}

function use(parent: GraphQLObjectType, field: GraphQLField<unknown, unknown>, arg: GraphQLArgument, path: readonly string[]): TextArgument {
  const args = field.args.filter((other) => other === arg || (isNonNullType(other.type) && other.defaultValue === undefined));
  return {
    name: `${parent.name}.${field.name}(${[arg.name, ...path].join('.')})`,
    parent: parent.name,
    variables: (number) => args.map((each) => `$${each.name}${number}: ${each.type}`).join(', '),
    field: (number) =>
      `use${number}: ${field.name}(${args.map((each) => `${each.name}: $${each.name}${number}`).join(', ')})${selection(getNamedType(field.type))}`,
    values: (number, text) => Object.fromEntries(args.map((each) => [`${each.name}${number}`, value(each.type, each === arg ? path : null, text)])),
  };
}

/** The ways to every String and ID within a type; an input object within itself is entered once. */
function textPaths(type: GraphQLInputType, entered: readonly GraphQLNamedType[]): string[][] {
  const named = getNamedType(type);
  if (named.name === 'String' || named.name === 'ID') return [[]];
  if (!isInputObjectType(named) || entered.includes(named)) return [];
  return Object.values(named.getFields()).flatMap((field) => textPaths(field.type, [...entered, named]).map((path) => [field.name, ...path]));
}

/** A value of the type with the text at the end of the path, and something plain wherever something must be. */
function value(type: GraphQLInputType, path: readonly string[] | null, text: string): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [value(nullable.ofType, path, text)];
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields()).filter((field) => field.name === path?.[0] || isRequiredInputField(field));
    return Object.fromEntries(fields.map((field) => [field.name, value(field.type, field.name === path?.[0] ? path.slice(1) : null, text)]));
  }
  if (path) return text;
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  return { Int: 1, Float: 1, Boolean: true, Date: '2025-03-06', DateTime: '2025-03-06T00:00:00Z' }[nullable.name] ?? 'plain';
}

/** Enough of a field's answer to have it looked for. */
function selection(type: GraphQLNamedType): string {
  if (isLeafType(type)) return '';
  return isObjectType(type) && type.getFields().edges ? ' { edges { cursor } }' : ' { __typename }';
}
