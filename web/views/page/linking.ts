import { createAsk } from '../api/ask.ts';
import { DrawLink, type DrawLinkAnswer, type DrawLinkVariables } from '../operations/draw-link.ts';
import { Evidence } from '../operations/evidence.ts';
import { LastChange } from '../operations/last-change.ts';
import { LinkTypes, type LinkTypesAnswer } from '../operations/link-types.ts';
import { NewClaim, type NewClaimVariables } from '../operations/new-claim.ts';
import { TakeBack } from '../operations/take-back.ts';
import type { Picked } from './entity-picker.tsx';
import type { ClaimLine } from './parts.tsx';

const ask = createAsk(new AbortController().signal, () => {});

type Linkable = LinkTypesAnswer['there'][number];
export type Drawn = Extract<DrawLinkAnswer['link'], { __typename: 'Link' }>;

/** One relationship that two entities may have, in one direction. */
export interface Possible extends Linkable {
  readonly isBack: boolean;
}

/** What two entities may be to each other, either way; where it means the same both ways, once. */
export async function possibleLinks(one: Picked, other: Picked): Promise<Possible[]> {
  const { there, back } = await ask(LinkTypes, { one: one.type, other: other.type });
  return [
    ...there.map((info): Possible => ({ ...info, isBack: false })),
    ...back.filter(({ symmetric, type }) => !(symmetric && there.some((info) => info.type === type))).map((info): Possible => ({ ...info, isBack: true })),
  ];
}

/** Claims that name one of the two: those that name both come first. */
export async function possibleEvidence(one: Picked, other: Picked): Promise<ClaimLine[]> {
  const answer = await ask(Evidence, { one: one.id, other: other.id });
  const [ofOne, ofOther] = [answer.one.edges.map(({ node }) => node), answer.other.edges.map(({ node }) => node)];
  const isBoth = ({ id }: ClaimLine) => ofOther.some((claim) => claim.id === id);
  return [...ofOne.filter(isBoth), ...ofOne.filter((claim) => !isBoth(claim)), ...ofOther.filter(({ id }) => !ofOne.some((claim) => claim.id === id))];
}

export async function newClaim(input: NewClaimVariables['input'], key: string): Promise<string> {
  const { createClaim } = await ask(NewClaim, { input, key });
  if (createClaim.__typename !== 'Claim') throw new Error(createClaim.message);
  return createClaim.id;
}

/** Draws the link, and says which revision takes it back. */
export async function draw(input: DrawLinkVariables['input'], key: string): Promise<{ readonly link: Drawn; readonly revision: string | null }> {
  const { link } = await ask(DrawLink, { input, key });
  if (link.__typename !== 'Link') throw new Error(link.message);
  const { history } = await ask(LastChange, { of: input.from });
  const revision = history.edges.find(({ node }) => node.changes.some(({ of }) => of === link.id))?.node.id ?? null;
  return { link, revision };
}

export async function takeBack(revision: string): Promise<void> {
  const { undo } = await ask(TakeBack, { revision });
  if (undo.__typename !== 'Revision') throw new Error(undo.message);
}
