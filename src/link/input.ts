import type { Values } from '../entity/draft.ts';
import { InvalidInputError } from '../errors.ts';
import type { LinkType } from '../graph/model.ts';
import { type LinkPropertyDeclaration, linkProperties, type Role } from '../graph/relationship.ts';
import { entityLabels } from '../ids.ts';
import { longest, passage } from '../write/checks.ts';
import { inputOf } from '../write/inputs.ts';
import { type InputPath, type Plan, together } from '../write/plan.ts';
import { byId, linked } from '../write/refs.ts';
import { LinkTypeType, RoleType } from './ref.ts';
import { checkLink } from './rules.ts';

const LinkPropertiesInput = inputOf('LinkPropertiesInput', 'What a relationship carries; `linkTypes` says which may carry what.', () =>
  Object.fromEntries(Object.entries(linkProperties).map(([name, { type, description }]: [string, LinkPropertyDeclaration]) => [name, { type, description }])),
);

export const LinkInput = inputOf('LinkInput', 'A relationship to be drawn between two entities; `linkTypes` says which may join what.', () => ({
  type: { type: LinkTypeType, description: 'Which relationship.', required: true },
  from: { type: 'ID', description: 'The id of where it begins.', required: true },
  to: { type: 'ID', description: 'The id of where it ends.', required: true },
  role: { type: RoleType, description: 'The part that the far end plays, where the relationship has roles.' },
  properties: { type: LinkPropertiesInput, description: 'What else it carries.' },
  evidence: { type: ['ID'], description: 'The ids of the claims that say so; some relationships need at least one.' },
  note: { type: 'String', description: 'Anything to add.' },
}));

export interface GivenLink {
  readonly type: LinkType;
  readonly from: string;
  readonly to: string;
  readonly role?: Role | null;
  readonly properties?: Values | null;
  readonly evidence?: readonly string[] | null;
  readonly note?: string | null;
}

const mostEvidence = 100;

/** A plan of one link, as far as it can be judged without the graph. */
export function linkPlan({ type, from, to, role, properties, evidence, note }: GivenLink, path: InputPath): Plan {
  const claims = [...new Set(evidence ?? [])];
  if (claims.length > mostEvidence) throw new InvalidInputError([...path, 'evidence'], `at most ${mostEvidence} claims`, claims.length);
  if (note != null) passage(longest.note)(note as never, [...path, 'note']);
  const ends = [byId(from, entityLabels, [...path, 'from']), byId(to, entityLabels, [...path, 'to'])];
  const said = claims.map((id, index) => byId(id, ['Claim'], [...path, 'evidence', `${index}`]));
  checkLink({ type, from, to, role, evidence: claims, properties: properties ?? {} }, path);
  return together(
    ...[...ends, ...said].map(({ plan }) => plan),
    linked(type, from, to, path, true, { role, evidence: claims, note, properties: properties ?? {} }),
  );
}
