import { draft, type LinkDraft, type NodeDraft } from '../../src/entity/draft.ts';
import { type Drafts, writeDrafts } from '../../src/entity/write.ts';
import type { Graph } from '../../src/graph/graph.ts';

/** One claim with all that a question may ask of it, so that the right answer can be reckoned without any engine. */
export interface Told {
  readonly id: string;
  readonly claimant: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly hasReport: boolean;
  readonly event: string | null;
  readonly happened: readonly [string, string] | null;
  /** The places it is about, and all that they lie within. */
  readonly around: readonly string[];
  readonly named: readonly string[];
  readonly type: string;
  readonly metric: string | null;
  readonly population: string | null;
}

const day = (index: number) => new Date(Date.UTC(2018, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
const cycle = <Item>(items: readonly Item[], index: number) => items[index % items.length] as Item;

const country = draft('Place', 'many:country', { name: 'Country', kind: 'COUNTRY' });
const regions = Array.from({ length: 8 }, (_, index) => draft('Place', `many:region:${index}`, { name: `Region ${index}`, kind: 'ADM1' }));
const towns = Array.from({ length: 40 }, (_, index) => draft('Place', `many:town:${index}`, { name: `Town ${index}`, kind: 'TOWN' }));
const aroundTown = (index: number) => [towns[index]?.id, regions[index % 8]?.id, country.id] as string[];

const hub = draft('Group', 'many:hub', { name: 'Hub', kind: 'MONITOR' });
const sources = Array.from({ length: 15 }, (_, index) => draft('Group', `many:source:${index}`, { name: `Source ${index}`, kind: 'NEWSPAPER' }));
const events = Array.from({ length: 300 }, (_, index) =>
  draft('Event', `many:event:${index}`, { title: `Event ${index}`, from: day(index * 2), ...(index % 3 === 0 ? {} : { to: day(index * 2 + (index % 40)) }) }),
);

/**
 * Three thousand reports and claims, most of them one monitor's, about three hundred events in forty towns of eight regions; some without
 * report, without claimant, without event, with places of their own.
 */
export function manyClaims(): { readonly drafts: Drafts; readonly told: readonly Told[] } {
  const nodes: NodeDraft[] = [country, ...regions, ...towns, hub, ...sources, ...events];
  const links: LinkDraft[] = [
    ...regions.map((region): LinkDraft => ({ type: 'WITHIN', from: region.id, to: country.id })),
    ...towns.map((town, index): LinkDraft => ({ type: 'WITHIN', from: town.id, to: cycle(regions, index).id })),
    ...events.map((event, index): LinkDraft => ({ type: 'OCCURRED_AT', from: event.id, to: cycle(towns, index).id })),
    ...events.map((event, index): LinkDraft => ({ type: 'INVOLVES', from: event.id, to: cycle(sources, index).id, role: 'SIDE_A' })),
  ];
  const told = Array.from({ length: 3000 }, (_, index) => tell(index, nodes, links));
  return { drafts: { nodes, links }, told };
}

function tell(index: number, nodes: NodeDraft[], links: LinkDraft[]): Told {
  const counts = index % 4 === 0;
  const type = counts ? 'CASUALTY_COUNT' : cycle(['OCCURRENCE', 'OCCURRENCE', 'ATTRIBUTION', 'DENIAL'], Math.floor(index / 4));
  const metric = counts ? cycle(['KILLED', 'KILLED', 'INJURED'], index / 4) : null;
  const population = counts ? cycle(['ALL', 'CIVILIANS', 'WOMEN', 'ALL', 'CHILDREN'], index / 4) : null;
  const claim = draft('Claim', `many:claim:${index}`, {
    claimType: type,
    ...(counts ? { metric, population, best: index, low: index, high: index } : { statement: `Statement ${index % 700}` }),
  });
  const published = index % 50 === 7 ? null : `${day(index % 900)}T23:59:59.999Z`;
  const hasReport = index % 25 !== 3;
  const publisher = hasReport && index % 11 !== 5 ? (index % 13 === 0 ? cycle(sources, index) : hub) : null;
  const claimant = index % 9 === 4 ? null : index % 7 === 0 ? cycle(sources, Math.floor(index / 7)) : hub;
  const event = index % 31 === 8 ? null : (index * 7) % 300;
  const own = index % 17 === 2 ? index % 40 : null;
  const named = index % 19 === 6 ? cycle(sources, index) : null;
  const asserted = hasReport ? {} : { assertedAt: published ?? undefined };

  nodes.push({ ...claim, properties: { ...claim.properties, ...asserted } });
  if (hasReport) {
    const report = draft('Report', `many:report:${index}`, { title: `Report ${index}`, ...(published ? { publishedAt: published } : {}) });
    nodes.push(report);
    links.push({ type: 'CONTAINS', from: report.id, to: claim.id });
    if (publisher) links.push({ type: 'PUBLISHED', from: publisher.id, to: report.id });
  }
  if (claimant) links.push({ type: 'ATTRIBUTED_TO', from: claim.id, to: claimant.id });
  if (event !== null) links.push({ type: 'ABOUT', from: claim.id, to: (events[event] as NodeDraft).id });
  if (own !== null) links.push({ type: 'NAMES', from: claim.id, to: (towns[own] as NodeDraft).id, role: cycle(['LOCATION', 'SCOPE'], index) });
  if (named) links.push({ type: 'NAMES', from: claim.id, to: named.id, role: 'ALLEGED_PERPETRATOR' });
  // Named in passing only: that is no place of its own.
  if (index % 23 === 1) links.push({ type: 'NAMES', from: claim.id, to: (towns[0] as NodeDraft).id, role: 'MENTIONED' });

  const { from, to } = event === null ? {} : ((events[event] as NodeDraft).properties as { from?: string; to?: string });
  return {
    id: claim.id,
    claimant: claimant?.id ?? null,
    publisher: publisher?.id ?? null,
    published,
    hasReport,
    event: event === null ? null : (events[event] as NodeDraft).id,
    happened: from ? [from, to ?? from] : null,
    around: own !== null ? aroundTown(own) : event !== null ? aroundTown(event % 40) : [],
    named: [named?.id, own !== null ? towns[own]?.id : undefined, index % 23 === 1 ? towns[0]?.id : undefined].filter((id) => id !== undefined),
    type,
    metric,
    population,
  };
}

/** Ids to ask with. */
export const many = {
  hub: hub.id,
  source: (sources[3] as NodeDraft).id,
  country: country.id,
  region: (regions[2] as NodeDraft).id,
  town: (towns[10] as NodeDraft).id,
  firstTown: (towns[0] as NodeDraft).id,
  event: (events[70] as NodeDraft).id,
};

/** Puts them in, in the batches that an import would take. */
export async function writeManyClaims(graph: Graph): Promise<readonly Told[]> {
  const { drafts, told } = manyClaims();
  await graph.write((run) => writeDrafts(run, drafts, { at: '2025-01-01T00:00:00.000Z', by: 'test' }));
  return told;
}
