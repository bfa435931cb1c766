import type { Claim } from '../claim/ref.ts';
import type { Context } from '../context.ts';
import type { Soon } from '../graph/soon.ts';
import { rootAmong } from '../series/repetition.ts';
import { populationOf } from '../series/series.ts';
import { citationsByClaim, mostClaims, testimoniesByClaim, testimoniesByEvent } from '../testimony/queries.ts';
import type { Testimony } from '../testimony/ref.ts';
import { type Corroboration, corroborationOf } from './corroboration.ts';
import type { Evidence } from './origin.ts';

/** All that is said about an event. */
export function saidAbout({ load }: Context, eventId: string): Soon<Testimony[]> {
  return load(testimoniesByEvent, eventId, { most: mostClaims + 1 });
}

/** What an event rests on: all claims about it, of the metric and population when these are given. */
export async function corroborationOfEvent(context: Context, eventId: string, only: Partial<Pick<Claim, 'metric' | 'population'>>): Promise<Corroboration> {
  const said = await saidAbout(context, eventId);
  const meant = said.filter(
    (told) => (only.metric == null || told.claim.metric === only.metric) && (only.population == null || countedIn(told) === only.population),
  );
  return corroboration(context, meant, said);
}

/** Whom a claim counts, UNKNOWN where it counts and does not say; null of one that counts nothing. */
function countedIn(told: Testimony): Claim['population'] {
  return told.claim.metric === null ? told.claim.population : populationOf(told);
}

/** What a claim rests on: its statement, which is what it repeats in the end and all that repeat that. */
export async function corroborationOfClaim(context: Context, claimId: string): Promise<Corroboration> {
  const statement = await context.load(testimoniesByClaim, claimId);
  return corroboration(
    context,
    statement,
    statement.filter(({ claim }) => claim.id === claimId),
  );
}

/** What some claims of an event rest on; `said` is what is already known to be said about it. */
export async function corroboration(context: Context, counted: readonly Testimony[], said: readonly Testimony[]): Promise<Corroboration> {
  return corroborationOf(counted, said[0]?.parties ?? [], await evidenceFor(context, counted, said));
}

/**
 * Three round trips at most, whatever the number of claims: what is repeated from elsewhere, what reports rest on where nobody is named, and what is
 * repeated there.
 */
async function evidenceFor({ load }: Context, counted: readonly Testimony[], said: readonly Testimony[]): Promise<Evidence> {
  const byId = new Map([...said, ...counted].map((told) => [told.claim.id, told]));
  const follow = async (claims: Iterable<string>) => {
    for (const statement of await Promise.all([...new Set(claims)].map((id) => load(testimoniesByClaim, id)))) {
      for (const told of statement) if (!byId.has(told.claim.id)) byId.set(told.claim.id, told);
    }
  };
  const isUnread = (id: string) => {
    const told = byId.get(id);
    const root = told && rootAmong(byId, told);
    return !root || (root.repeats !== null && !byId.has(root.repeats));
  };
  await follow(counted.map(({ claim }) => claim.id).filter(isUnread));

  const roots = new Set(counted.map((told) => rootAmong(byId, told)).filter(({ claimant, cites }) => claimant === null && cites));
  const citations = await Promise.all([...roots].map(async ({ claim }) => [claim.id, await load(citationsByClaim, claim.id)] as const));
  const relays = citations.flatMap(([, cited]) => cited.flatMap((citation) => citation.relays));
  await follow(relays.filter(isUnread));
  return { byId, citations: new Map(citations) };
}
