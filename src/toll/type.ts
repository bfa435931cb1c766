import { type BuilderTypes, builder } from '../builder.ts';
import { MetricType, OperatorType, PopulationType } from '../claim/ref.ts';
import type { TollMention } from './mention.ts';

/** What there is to say of a number in a text, for every type that tells of one. */
export const tollFields = (t: PothosSchemaTypes.ObjectFieldBuilder<BuilderTypes, TollMention>) => ({
  metric: t.expose('metric', { description: 'What is counted.', type: MetricType }),
  population: t.expose('population', { description: 'Who is counted.', type: PopulationType }),
  operator: t.expose('operator', { description: 'How the number is meant.', type: OperatorType }),
  low: t.exposeInt('low', { description: 'The lower bound, included; absent, it is open.', nullable: true }),
  best: t.exposeInt('best', { description: 'The number itself.', nullable: true }),
  high: t.exposeInt('high', { description: 'The upper bound, included; absent, it is open.', nullable: true }),
  quote: t.exposeString('quote', { description: 'The number with its qualifier, as it stands in the text.' }),
  start: t.exposeInt('start', { description: 'Where the quote begins in the text (UTF-16 code units).' }),
  end: t.exposeInt('end', { description: 'Where the quote ends in the text, exclusive.' }),
});

export const TollMentionType = builder.objectRef<TollMention>('TollMention').implement({
  description: 'A number of people harmed, as a text puts it. A suggestion by rule, not a claim.',
  fields: tollFields,
});
