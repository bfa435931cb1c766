import { rootAmong } from '../series/repetition.ts';
import type { Citation, Testimony, Voice } from '../testimony/ref.ts';

/** What is at hand for following a claim to where it comes from. */
export interface Evidence {
  /** The claims in question, and whatever they, or the claims of what their reports rest on, repeat. */
  readonly byId: ReadonlyMap<string, Testimony>;
  /** By claim, what its report rests on; only for claims that nobody is named for. */
  readonly citations: ReadonlyMap<string, readonly Citation[]>;
}

/**
 * Whose word a claim is in the end: what it repeats is followed to its root, then the root's claimant counts; where none is named, what the
 * root's report rests on is followed to its end. A publisher counts only where the report itself is that end and others rest on it: that a
 * lone report names nobody does not make it the origin. Null when it is not known, also when it could be one of several: a doubt is never one
 * more origin.
 */
export function originOf(told: Testimony, { byId, citations }: Evidence): Voice | null {
  const root = rootAmong(byId, told);
  if (root.claimant) return root.claimant;
  if (!root.report) return null;
  return only(endsOf(root, citations.get(root.claim.id) ?? [], byId));
}

/** Sources that are not independent of each other have the same. */
export function originKey({ id, independenceGroup }: Omit<Voice, 'label'>): string {
  return independenceGroup === null ? id : `group ${independenceGroup}`;
}

/** The one origin that all of these come down to; null when they are several, or one of them is not known. */
function only(voices: readonly (Voice | null)[]): Voice | null {
  const known = voices.filter((voice) => voice !== null);
  if (known.length < voices.length || new Set(known.map(originKey)).size !== 1) return null;
  return known.reduce((least, voice) => (voice.id < least.id ? voice : least));
}

/**
 * What the root's report comes down to: whatever it rests on that rests on nothing itself. Reports that cite each other in a circle are all meant;
 * what rests on more than was followed is of nobody known.
 */
function endsOf({ report, publisher, repeats, isOrigin }: Testimony, all: readonly Citation[], byId: Evidence['byId']): (Voice | null)[] {
  const cited = all.filter(({ citingId, citedId }) => citingId !== citedId); // Who cites itself rests on nothing else.
  if (cited.length === 0) return [isOrigin && repeats === null ? publisher : null]; // A root that repeats another stands in a circle.

  const voices = ({ origins, relays }: Citation) => [...origins, ...relays.map((id) => relayed(id, byId))];
  const citing = new Set(cited.map(({ citingId }) => citingId));
  const last = cited.filter(({ citedId }) => !citing.has(citedId));
  if (last.length > 0) return last.flatMap((citation) => (citation.citesOn ? [null] : voices(citation)));

  const others = cited.filter(({ citedId }) => citedId !== report?.id).flatMap(voices);
  return cited.some(({ citedId }) => citedId === report?.id) ? [...others, publisher] : others;
}

/** Whose word a claim of a cited report is that repeats another: followed to its root, but not to what that one's report rests on. */
function relayed(id: string, byId: Evidence['byId']): Voice | null {
  const told = byId.get(id);
  const root = told && rootAmong(byId, told);
  if (!root || root.repeats !== null) return root?.claimant ?? null;
  return root.claimant ?? (root.report && !root.cites ? root.publisher : null);
}
