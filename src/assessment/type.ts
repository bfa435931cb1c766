import { entity } from '../entity/find.ts';
import { EntityType, Id, NodeType } from '../entity/ref.ts';
import { linkedOne, theOne } from '../link/linked.ts';
import { SourceType } from '../source/ref.ts';
import { AssessmentType } from './ref.ts';

const author = linkedOne('BY', 'out', 'Entity', Id);

AssessmentType.implement({
  description: "An analyst's or coder's conclusion, kept beside what the sources said and never in its place.",
  interfaces: [EntityType, NodeType] as never,
  fields: (t) => ({
    verdict: t.exposeString('verdict', { description: 'The conclusion in words.', nullable: true }),
    low: t.exposeInt('low', {
      description: 'The low estimate of deaths. Not always the lowest: datasets break that, and are kept as they are.',
      nullable: true,
    }),
    best: t.exposeInt('best', { description: 'The best estimate of deaths.', nullable: true }),
    high: t.exposeInt('high', { description: 'The high estimate of deaths.', nullable: true }),
    deathsSideA: t.exposeInt('deathsSideA', { description: 'Of the best estimate: deaths on side A.', nullable: true }),
    deathsSideB: t.exposeInt('deathsSideB', { description: 'Of the best estimate: deaths on side B.', nullable: true }),
    deathsCivilians: t.exposeInt('deathsCivilians', { description: 'Of the best estimate: deaths of civilians.', nullable: true }),
    deathsUnknown: t.exposeInt('deathsUnknown', { description: 'Of the best estimate: deaths of people of unknown affiliation.', nullable: true }),
    method: t.exposeString('method', { description: 'How it was arrived at.', nullable: true }),
    rationale: t.exposeString('rationale', { description: 'Why.', nullable: true }),
    by: t.field({
      description: 'Whose conclusion it is.',
      type: SourceType,
      nullable: true,
      resolve: async ({ id }, _, context) => entity(context, (await context.load(author, id, theOne))?.node.id ?? null) as never,
    }),
  }),
});
