import { builder } from '../builder.ts';
import type { Values } from '../entity/draft.ts';
import { entity, kept } from '../entity/find.ts';
import { EntityType, NodeType } from '../entity/ref.ts';
import { enumOf } from '../enums.ts';
import { isEntityLabel, labelOf } from '../ids.ts';
import { LinkTypeType, readLinkId } from '../link/ref.ts';
import { type Change, isLinkChange } from '../write/changes.ts';
import { RevisionType, revisionById } from './ref.ts';

const ChangeKindType = enumOf('ChangeKind', 'What became of something.', {
  MADE: 'It was not there before.',
  CHANGED: 'It was there, with other properties.',
  REMOVED: 'It is not there afterwards.',
});

interface PropertyChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

const PropertyChangeType = builder.objectRef<PropertyChange>('PropertyChange').implement({
  description: 'One property that a mutation changed.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    before: t.exposeString('before', { description: 'What it was, as text; null when it was not known.', nullable: true }),
    after: t.exposeString('after', { description: 'What it is since, as text; null when it is not known any more.', nullable: true }),
  }),
});

const ChangeType = builder.objectRef<Change>('Change').implement({
  description: 'One entity or link that a mutation changed.',
  fields: (t) => ({
    of: t.id({ description: 'The id of the entity, link or saved view.', resolve: (change) => (isLinkChange(change) ? change.link : change.entity) }),
    entity: t.field({
      description: 'The entity as it is now; null for a link or a saved view, and when it is gone.',
      type: EntityType,
      nullable: true,
      resolve: (change, _, context) => (isLinkChange(change) || !isEntityLabel(labelOf(change.entity)) ? null : entity(context, change.entity)),
    }),
    linkType: t.field({
      description: 'Which relationship; null for an entity.',
      type: LinkTypeType,
      nullable: true,
      resolve: (change) => (isLinkChange(change) ? (readLinkId(change.link)?.type ?? null) : null),
    }),
    kind: t.field({
      description: 'What became of it.',
      type: ChangeKindType,
      resolve: ({ before, after }) => (before === null ? 'MADE' : after === null ? 'REMOVED' : 'CHANGED'),
    }),
    properties: t.field({ description: 'The properties that are others since.', type: [PropertyChangeType], resolve: propertiesOf }),
  }),
});

RevisionType.implement({
  description: 'What one mutation changed, when, and who did it.',
  interfaces: [NodeType],
  fields: (t) => ({
    at: t.expose('at', { description: 'When it was recorded.', type: 'DateTime' }),
    by: t.exposeString('by', { description: 'Who did it; "anonymous" when nobody says so.' }),
    mutation: t.exposeString('mutation', { description: 'The name of the mutation.' }),
    reason: t.exposeString('reason', { description: 'Why, where the mutation asks for it.', nullable: true }),
    undoes: t.field({
      description: 'The revision that this one undid.',
      type: RevisionType,
      nullable: true,
      ...kept(revisionById, 'undoes'),
    }),
    changes: t.field({ description: 'What it changed.', type: [ChangeType], resolve: ({ changes }) => [...changes] }),
  }),
});

/** Noted with everything that is recorded, and told by the revision itself. */
const notes = new Set([
  ...['recordedAt', 'recordedBy', 'updatedAt', 'disc'],
  ...['retractionRecordedAt', 'firstRetractedAt', 'firstRetractionRecordedAt', 'firstRetractionReason'],
]);

function propertiesOf({ before, after }: Change): PropertyChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((name) => !notes.has(name));
  return names.map((name) => ({ name, before: shown(before, name), after: shown(after, name) }));
}

function shown(values: Values | null, name: string): string | null {
  const value = values?.[name];
  if (value == null) return null;
  return Array.isArray(value) ? value.join(', ') : String(value);
}
