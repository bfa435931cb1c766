import { z } from 'zod';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.ts';
import { anyOf, filterType } from '../filter.ts';
import { base, texts } from '../graph/shapes.ts';

const communityKinds = {
  RELIGIOUS: 'A religious community.',
  ETHNIC: 'An ethnic community.',
  TRIBAL: 'A tribe.',
  NATIONAL: 'The people of a nation.',
  PROFESSIONAL: 'A profession, such as journalists.',
  DISPLACED: 'People who were displaced.',
  RESIDENTIAL: 'The people of a place.',
} as const;

export type Community = z.output<typeof Community>;
export const Community = z.object({
  ...base,
  name: z.string(),
  aliases: texts,
  kind: z.enum(Object.keys(communityKinds) as [keyof typeof communityKinds]).nullable(),
});

export const CommunityType = builder.objectRef<Community>('Community');
export const CommunityKindType = enumOf('CommunityKind', 'What kind of community.', communityKinds);

export const communityOrders = { BY_LABEL: 'byLabel' };
export const CommunityFilter = filterType('Community', {
  kinds: anyOf('kind', CommunityKindType, 'It is of one of these kinds.'),
});
