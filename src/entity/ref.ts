import { z } from 'zod';
import { builder } from '../builder.ts';
import { base } from '../graph/shapes.ts';
import { type EntityLabel, entityLabels, labelOf } from '../ids.ts';

/** What is known of any node by itself: enough to find the rest. */
export interface Identified {
  readonly id: string;
}

export const Id = z.object({ id: z.string() });
export const EntityRow = z.object(base);
export type EntityRow = z.output<typeof EntityRow>;

export const NodeType = builder.interfaceRef<Identified>('Node').implement({
  description: 'Anything with an id of its own (Relay).',
  resolveType: ({ id }) => labelOf(id) as string,
  fields: (t) => ({ id: t.exposeID('id', { description: 'Names it, here and everywhere, for good.' }) }),
});

export const EntityType = builder.interfaceRef<EntityRow>('Entity');

/** `EntityType` in the API: GROUP for the label Group, and so on. */
export type Kind = Uppercase<EntityLabel>;
export const kindOf = (label: EntityLabel) => label.toUpperCase() as Kind;
export const labelOfKind = (kind: Kind) => entityLabels.find((label) => kindOf(label) === kind) as EntityLabel;

const kindDescriptions: Record<EntityLabel, string> = {
  Group: 'A state, armed group, monitor, agency or other body; often both a party and a source.',
  Community: 'A religious, ethnic or other community: never a perpetrator.',
  Place: 'A country, governorate, town, site or area.',
  Person: 'A person.',
  Report: 'Something published: an article, bulletin, statement or post.',
  Event: 'Something that is said to have happened.',
  Claim: 'One statement that a report contains.',
  Assessment: "An analyst's or coder's conclusion.",
};

export const KindType = builder.enumType('EntityType', {
  description: 'The kinds of entity.',
  values: Object.fromEntries(entityLabels.map((label) => [kindOf(label), { description: kindDescriptions[label] }])) as {
    [K in Kind]: { description: string };
  },
});

export const DirectionType = builder.enumType('Direction', {
  description: 'Which way a relationship is followed.',
  values: { OUT: { description: 'From here on.' }, IN: { description: 'Towards here.' }, BOTH: { description: 'Either way.' } },
});
