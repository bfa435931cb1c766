import { z } from 'zod';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.ts';
import { anyOf, filterType } from '../filter.ts';
import { base, text, texts } from '../graph/shapes.ts';
import { ReliabilityType, reliabilities } from '../source/ref.ts';

export const groupKinds = {
  STATE: 'A state.',
  STATE_BODY: 'A body of a state: a ministry, a police force, an army.',
  ARMED_GROUP: 'An organised armed group.',
  MILITIA: 'A militia, often beside a state.',
  ALLIANCE: 'An alliance, with members of its own.',
  POLITICAL_PARTY: 'A political party.',
  MONITOR: 'A body that monitors and counts.',
  NEWS_AGENCY: 'A news agency.',
  NEWSPAPER: 'A newspaper or news site.',
  BROADCASTER: 'A broadcaster.',
  NGO: 'A non-governmental organisation.',
  IGO: 'An intergovernmental organisation.',
  UNORGANISED: 'People without an organisation, such as "witnesses".',
  UNKNOWN: 'Not known.',
} as const;

export type Group = z.output<typeof Group>;
export const Group = z.object({
  ...base,
  name: z.string(),
  aliases: texts,
  kind: z
    .enum(Object.keys(groupKinds) as [keyof typeof groupKinds])
    .nullable()
    .transform((kind) => kind ?? 'UNKNOWN'),
  reliability: z.enum(reliabilities).nullable(),
  independenceGroup: text,
  activeFrom: text,
  activeTo: text,
});

export const GroupType = builder.objectRef<Group>('Group');
export const GroupKindType = enumOf('GroupKind', 'What kind of group.', groupKinds);

export const groupOrders = { BY_LABEL: 'byLabel' };
export const GroupFilter = filterType('Group', {
  kinds: anyOf('kind', GroupKindType, 'It is of one of these kinds.'),
  reliabilities: anyOf('reliability', ReliabilityType, 'Its reliability has one of these grades.'),
});
