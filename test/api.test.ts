import { readFileSync } from 'node:fs';
import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type InputValueDefinitionNode,
  Kind,
  parse,
  print,
  type TypeDefinitionNode,
} from 'graphql';
import { expect, it } from 'vitest';
import { schema } from '../src/schema.ts';

const { definitions } = parse(readFileSync('../shared/design/api.graphql', 'utf8'));
const agreed = definitions.filter(({ kind }) => kind !== Kind.DIRECTIVE_DEFINITION) as TypeDefinitionNode[];

it('has the agreed names, arguments, defaults and nullability', () => {
  const differences = agreed.flatMap((definition) =>
    schema.getType(definition.name.value) ? differencesOf(definition) : [`there is no ${definition.name.value}`],
  );

  expect(differences).toEqual([]);
});

it.each(definitions.filter((definition) => definition.kind === Kind.DIRECTIVE_DEFINITION))('has the agreed directive @$name.value', (agreedDirective) => {
  const directive = schema.getDirective(agreedDirective.name.value);

  expect(directive?.locations).toEqual(agreedDirective.locations.map(({ value }) => value));
  expect(agreedDirective.arguments?.flatMap((arg) => argumentDifferences('@asOf', arg, directive?.args ?? []))).toEqual([]);
});

it('describes every type, field, argument and value in a sentence', () => {
  const bare = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !['ID', 'String', 'Int', 'Float', 'Boolean'].includes(type.name))
    .flatMap((type) => [
      ...undescribed(type.name, type.description),
      ...membersOf(type).flatMap((member) => [
        ...undescribed(`${type.name}.${member.name}`, member.description),
        ...('args' in member ? member.args : []).flatMap((arg) => undescribed(`${type.name}.${member.name}(${arg.name})`, arg.description)),
      ]),
    ]);

  expect(bare).toEqual([]);
});

type Member = { name: string; description?: string | null | undefined; args?: readonly GraphQLArgument[] };

function membersOf(type: unknown): readonly Member[] {
  const named = type as Partial<GraphQLObjectType & GraphQLEnumType>;
  return named.getFields ? (Object.values(named.getFields()) as Member[]) : (named.getValues?.() ?? []);
}

function undescribed(name: string, description: string | null | undefined): string[] {
  return description && /[.!?]\)?$/.test(description) ? [] : [name];
}

function differencesOf(definition: TypeDefinitionNode): string[] {
  const ours = schema.getType(definition.name.value);
  const name = definition.name.value;
  if (definition.kind === Kind.ENUM_TYPE_DEFINITION) {
    const values = (ours as GraphQLEnumType).getValues().map((value) => value.name);
    return (definition.values ?? []).filter((value) => !values.includes(value.name.value)).map((value) => `${name} has no value ${value.name.value}`);
  }
  if (!('fields' in definition)) return [];

  const fields = (ours as GraphQLObjectType | GraphQLInputObjectType).getFields();
  return (definition.fields ?? []).flatMap((field) => {
    const at = `${name}.${field.name.value}`;
    const found = fields[field.name.value];
    if (!found) return [`${at} is missing`];
    const args = 'arguments' in field ? (field.arguments ?? []) : [];
    return [
      ...(String(found.type) === print(field.type) ? [] : [`${at} is ${found.type}, agreed is ${print(field.type)}`]),
      ...args.flatMap((arg) => argumentDifferences(at, arg, 'args' in found ? found.args : [])),
    ];
  });
}

function argumentDifferences(at: string, agreedArg: InputValueDefinitionNode, ours: readonly GraphQLArgument[]): string[] {
  const name = agreedArg.name.value;
  const found = ours.find((arg) => arg.name === name);
  if (!found) return [`${at} has no argument ${name}`];
  const type = print(agreedArg.type);
  const value = agreedArg.defaultValue && print(agreedArg.defaultValue);
  const written = found.defaultValue === undefined ? null : astFromValue(found.defaultValue, found.type);
  const ourValue = written ? print(written) : undefined;
  return [
    ...(String(found.type) === type ? [] : [`${at}(${name}) is ${found.type}, agreed is ${type}`]),
    ...(value === ourValue ? [] : [`${at}(${name}) defaults to ${ourValue}, agreed is ${value}`]),
  ];
}
