import { ordered, type Testimony, type Voice } from '../testimony/ref.ts';
import { type Evidence, originKey, originOf } from './origin.ts';

/** On how many independent feet something stands. */
export interface Corroboration {
  readonly reports: number;
  readonly publishers: number;
  readonly origins: number;
  readonly unknownOrigins: number;
  readonly partyOrigins: number;
  /** One source for each origin, by label. */
  readonly originSources: readonly Voice[];
}

interface Origin {
  readonly sources: Map<string, { readonly voice: Voice; readonly claims: number }>;
}

/** Counts what some claims rest on. What was taken back is not counted; `parties` are those whom the event involves. */
export function corroborationOf(testimonies: readonly Testimony[], parties: readonly Omit<Voice, 'label'>[], evidence: Evidence): Corroboration {
  const involved = new Set(parties.map(originKey));
  const counted = testimonies.filter(({ isRetracted }) => !isRetracted);
  const origins = new Map<string, Origin>();
  const reportHasOrigin = new Map<string, boolean>();
  let withoutReport = 0;

  for (const told of counted) {
    const voice = originOf(told, evidence);
    if (voice) add(origins, voice);
    if (told.report) reportHasOrigin.set(told.report.id, voice !== null || reportHasOrigin.get(told.report.id) === true);
    else if (!voice) withoutReport += 1;
  }

  return {
    reports: reportHasOrigin.size,
    publishers: new Set(counted.flatMap(({ publisher }) => (publisher ? [publisher.id] : []))).size,
    origins: origins.size,
    unknownOrigins: [...reportHasOrigin.values()].filter((hasOrigin) => !hasOrigin).length + withoutReport,
    partyOrigins: [...origins.keys()].filter((origin) => involved.has(origin)).length,
    originSources: [...origins.values()].map(spokesman).sort((a, b) => ordered(a.label, b.label) || ordered(a.id, b.id)),
  };
}

function add(origins: Map<string, Origin>, voice: Voice): void {
  const origin = origins.get(originKey(voice)) ?? { sources: new Map() };
  origin.sources.set(voice.id, { voice, claims: (origin.sources.get(voice.id)?.claims ?? 0) + 1 });
  origins.set(originKey(voice), origin);
}

/** Of several sources that are one origin, the one that most of the claims come from. */
function spokesman({ sources }: Origin): Voice {
  const [first] = [...sources.values()].sort((a, b) => b.claims - a.claims || ordered(a.voice.id, b.voice.id));
  return (first as { voice: Voice }).voice;
}
