import type { Context } from '../context.ts';
import { saidAbout } from '../corroboration/load.ts';
import { NotFoundError } from '../errors.ts';
import { idOf } from '../ids.ts';
import { progressionsAmong, rootAmong } from '../series/repetition.ts';
import { scopeOf } from '../series/series.ts';
import { placesContaining, testimoniesByClaim } from '../testimony/queries.ts';
import type { Testimony } from '../testimony/ref.ts';
import { type Comparison, compare, type Knowledge } from './compare.ts';
import { type Contradiction, contradictionsAmong, type Meant, positionOf } from './contradictions.ts';
import { explain } from './explain.ts';

export type Explained<Of extends Comparison = Comparison> = Of & { readonly explanation: string };

/** The contradictions among what is said about an event, each with where it stands in their list. About an event that is not there nothing is said. */
export async function contradictionsAbout(context: Context, about: string, meant: Meant): Promise<(Explained<Contradiction> & { cursor: string })[]> {
  const said = await saidAbout(context, idOf('Event', about, ['about']));
  const found = contradictionsAmong(said, meant, await knowledgeOf(context, said));
  return found.map((contradiction) => ({ ...contradiction, cursor: positionOf(contradiction), explanation: explain(contradiction) }));
}

/** How two claims stand to each other. A claim that is not there is a NotFoundError. */
export async function comparison(context: Context, ids: { a: string; b: string }): Promise<Explained> {
  const [[a, besideA], [b, besideB]] = await Promise.all([claimWithStatement(context, ids.a, 'a'), claimWithStatement(context, ids.b, 'b')]);
  const knowledge = await knowledgeOf(context, [...besideA, ...besideB, ...(await between(context, a, b))]);
  const compared = compare(a, b, knowledge);
  return { ...compared, explanation: explain(compared, knowledge.isRelayed(a, b)) };
}

/** What may lead from one claim of nobody to the other: all that is said about their event, where one of them replaces something. */
async function between(context: Context, { claim, claimant, supersedes }: Testimony, other: Testimony): Promise<Testimony[]> {
  const mayRevise = (claimant === null || other.claimant === null) && (supersedes !== null || other.supersedes !== null);
  return mayRevise && claim.eventId !== null && claim.eventId === other.claim.eventId ? saidAbout(context, claim.eventId) : [];
}

async function claimWithStatement({ load }: Context, id: string, argument: string): Promise<[Testimony, Testimony[]]> {
  const statement = await load(testimoniesByClaim, idOf('Claim', id, [argument]));
  const told = statement.find(({ claim }) => claim.id === id);
  if (!told) throw new NotFoundError('claim', id);
  return [told, statement];
}

/** What comparing takes: which scope lies within which, in one round trip, and what repeats what. */
async function knowledgeOf({ load }: Context, said: readonly Testimony[]): Promise<Knowledge> {
  const places = [...new Set(said.flatMap((told) => scopeOf(told, 'SCOPE').map(({ id }) => id)))];
  const containing = new Map(await Promise.all(places.map(async (id) => [id, new Set(await load(placesContaining, id))] as const)));
  const byId = new Map(said.map((told) => [told.claim.id, told]));
  const progressionOf = progressionsAmong([...byId.values()]);
  return {
    isWithin: (part, whole) => part === whole || containing.get(part)?.has(whole) === true,
    isRelayed: (a, b) => rootAmong(byId, byId.get(a.claim.id) ?? a) === rootAmong(byId, byId.get(b.claim.id) ?? b),
    progressionOf,
  };
}
