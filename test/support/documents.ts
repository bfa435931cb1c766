import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { schema } from '../../src/schema.ts';

/** A query as a client writes it: aliases, fragments, variables and conditions wherever they may stand. */
export interface Document {
  readonly text: string;
  readonly variables: { readonly id: string; readonly other: string; readonly few: number; readonly yes: boolean; readonly no: boolean };
}

/** Any question that the schema allows about these entities, a few levels deep. */
export function documentsAbout(ids: readonly string[]): fc.Arbitrary<Document> {
  return fc.gen().map((given) => {
    const one = <Item>(items: readonly Item[]): Item => items[given(fc.nat, items.length - 1)] as Item;
    const chance = (percent: number) => given(fc.nat, 99) < percent;
    let aliases = 0; // No more than the service allows: every field with something below it has one, so that no two are in each other's way.

    const repeats = chance(50); // Of what asks for something twice, once on a condition, no function is made.

    const fields = selection('Query', 4);
    const variables = { id: one(ids), other: one(ids), few: given(fc.integer, { min: 1, max: 4 }), yes: true, no: false };
    return { text: `query ($id: ID!, $other: ID!, $few: Int!, $yes: Boolean!, $no: Boolean!) { __typename @include(if: $yes) ${used} ${fields} }`, variables };

    /** Some of a type's fields, each in some way. */
    function selection(typeName: string, depth: number): string {
      const type = schema.getType(typeName) as GraphQLNamedType;
      const own = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()).filter((field) => isWithin(field, depth)) : [];
      const chosen = own.length > 0 ? Array.from({ length: given(fc.integer, { min: 1, max: typeName === 'Query' ? 2 : 4 }) }, () => one(own)) : [];
      const some = (repeats ? chosen : [...new Set(chosen)]).map((field) => inSomeWay(field, depth));
      if (own.length === 0) some.push('__typename');
      if (isAbstractType(type)) {
        for (const { name } of schema.getPossibleTypes(type)) if (chance(40)) some.push(`... on ${name} { ${selection(name, depth)} }`);
      } else if (chance(15)) some.push(`... on ${typeName}${condition()} { ${selection(typeName, depth)} }`);
      return some.join(' ');
    }

    function inSomeWay(field: GraphQLField<unknown, unknown>, depth: number): string {
      const type = getNamedType(field.type);
      const args = field.args
        .flatMap((arg) => (isRequiredArgument(arg) || isPaging(arg) || chance(25) ? [valueFor(arg, type)] : []))
        .filter((value) => value !== '');
      if (!isCompositeType(type) && args.length === 0) return `${field.name}${condition()}`;
      aliases += 1;
      const alias = `a${aliases}`;
      const deeper = type.name.endsWith('Connection') || type.name.endsWith('Edge') ? depth : depth - 1;
      const below = isCompositeType(type) ? ` { ${selection(type.name, deeper)} }` : '';
      return `${alias}: ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${condition()}${below}`;
    }

    function condition(): string {
      return chance(90) ? '' : one([' @include(if: $yes)', ' @include(if: $no)', ' @skip(if: $no)', ' @skip(if: $yes)']);
    }

    function isWithin(field: GraphQLField<unknown, unknown>, depth: number): boolean {
      const type = getNamedType(field.type);
      if (field.args.some((arg) => isRequiredArgument(arg) && valueFor(arg, type) === '')) return false;
      return (!isCompositeType(type) && field.args.length === 0) || (depth > 0 && aliases < mostAliases);
    }

    function valueFor({ name, type }: GraphQLArgument, of: GraphQLNamedType): string {
      const value = name === 'first' ? one(['1', '2', '3', '$few']) : textOf(getNamedType(type), name, of);
      return value === '' ? '' : `${name}: ${isListType(getNullableType(type)) ? `[${value}]` : value}`;
    }

    function textOf(type: GraphQLNamedType, name: string, of: GraphQLNamedType): string {
      if (isEnumType(type)) return one(type.getValues()).name;
      if (type.name === 'ID') {
        const fitting = ids.filter((id) => id.startsWith(`${kinds[name] ?? of.name.toLowerCase()}_`));
        return fitting.length > 0 && chance(95) ? JSON.stringify(one(fitting)) : one(['$id', '$other']);
      }
      if (type.name === 'DateRange') return '{ from: "2025-03-07" }';
      if (name === 'filter') return one(['{ text: "killed" }', '{}']);
      return name === 'text' ? '"latakia"' : '';
    }
  });
}

const mostAliases = 18;

/** What an argument's id is of, where it is not of what the field gives. */
const kinds: Readonly<Record<string, string>> = { where: 'place', about: 'event', claimant: 'group', publisher: 'group', naming: 'place', event: 'event' };

/** Every variable has to be used somewhere. */
const used = 'used: node(id: $id) @skip(if: $no) { id } usedToo: node(id: $other) @skip(if: $yes) { id } usedAsWell: claims(first: $few) { edges { cursor } }';

function isPaging({ name }: GraphQLArgument): boolean {
  return name === 'first';
}
