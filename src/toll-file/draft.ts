import { createHash } from 'node:crypto';
import { draft, type LinkDraft, type NodeDraft } from '../entity/draft.ts';
import { idFromKey } from '../ids.ts';
import { type Speaker, type Territory, verified } from './fields.ts';
import type { Figure, TollDay } from './read.ts';

/** A figure that the graph does not have: stated for the first time, or instead of the claim with the id `instead`. */
export interface NewFigure {
  readonly speaker: Speaker;
  readonly figure: Figure;
  /** 1 for the first statement for that day, 2 for what replaces it, and so on. */
  readonly edition: number;
  readonly instead: string | null;
}

const eventKey = ({ code }: Territory) => `toll:event:${code}`;
const speakerKey = ({ code }: Speaker) => `toll:group:${code}`;

/** The id of what a source stated of a field for a day, in its first or a later edition. */
export function claimId(territory: Territory, date: string, speaker: Speaker, field: string, edition: number): string {
  return idFromKey('Claim', claimKey(territory, date, speaker, field, edition));
}

function claimKey({ code }: Territory, date: string, speaker: Speaker, field: string, edition: number): string {
  return `toll:claim:${code}:${date}:${speaker.code}:${field}${edition === 1 ? '' : `~${edition}`}`;
}

/** What every day of a file hangs on: the event, its place, and who speaks. */
export function sharedDrafts(territory: Territory): { nodes: NodeDraft[]; links: LinkDraft[] } {
  const event = draft('Event', eventKey(territory), { ...territory.event });
  const place = draft('Place', `toll:place:${territory.code}`, { name: territory.place.name, aliases: [territory.place.alias], kind: 'AREA' });
  const speakers = [...territory.speakers, verified].map((speaker) => {
    const { name, aliases, kind, independenceGroup } = speaker;
    return draft('Group', speakerKey(speaker), { name, aliases, kind, independenceGroup });
  });
  return { nodes: [event, place, ...speakers], links: [{ type: 'OCCURRED_AT', from: event.id, to: place.id }] };
}

/** A day's row to the letter, and a claim for each new figure: in its source's report of that day, or in a restated one without a date. */
export function dayDrafts(territory: Territory, day: TollDay, figures: readonly NewFigure[]): { nodes: NodeDraft[]; links: LinkDraft[] } {
  const hash = hashOf(day);
  const record = draft('SourceRecord', recordKey(territory, day), {
    dataset: `toll-${territory.code}`,
    rowKey: day.date,
    columns: day.cells.map(([column]) => column),
    cells: day.cells.map(([, cell]) => cell),
  });
  const parts = figures.map((one) => figureDrafts(territory, day, one, record.id, hash));
  return { nodes: [record, ...parts.flatMap(({ nodes }) => nodes)], links: parts.flatMap(({ links }) => links) };
}

/** The key of a day's row as it stands: a row that was edited is another record. */
export function recordKey({ code }: Territory, day: TollDay): string {
  return `toll:record:${code}:${day.date}#${hashOf(day)}`;
}

function hashOf({ cells }: TollDay): string {
  return createHash('sha256').update(JSON.stringify(cells)).digest('hex').slice(0, 12);
}

function figureDrafts(territory: Territory, day: TollDay, { speaker, figure, edition, instead }: NewFigure, recordId: string, hash: string) {
  const { metric, population, cumulative } = figure.measure;
  const report = instead === null ? reportOf(territory, day.date, speaker) : restatedReport(territory, day.date, speaker, hash);
  const claim = draft('Claim', claimKey(territory, day.date, speaker, figure.field, edition), {
    claimType: 'CASUALTY_COUNT',
    polarity: 'ASSERTS',
    metric,
    population,
    low: figure.value,
    best: figure.value,
    high: figure.value,
    operator: 'EXACT',
    cumulative,
    asOf: day.date,
    ...(cumulative ? {} : { windowFrom: speaker === verified ? day.date : day.since, windowTo: day.date }),
    basis: 'CODED',
    status: 'ACTIVE',
  });
  const source = idFromKey('Group', speakerKey(speaker));
  const links: LinkDraft[] = [
    { type: 'PUBLISHED', from: source, to: report.id },
    { type: 'CONTAINS', from: report.id, to: claim.id },
    { type: 'ATTRIBUTED_TO', from: claim.id, to: source },
    { type: 'ABOUT', from: claim.id, to: idFromKey('Event', eventKey(territory)) },
    { type: 'DERIVED_FROM', from: claim.id, to: recordId },
    ...(instead === null ? [] : [{ type: 'SUPERSEDES' as const, from: claim.id, to: instead, properties: { basis: 'INFERRED' } }]),
  ];
  return { nodes: [report, claim], links };
}

function reportOf(territory: Territory, date: string, speaker: Speaker): NodeDraft {
  return draft('Report', `toll:report:${territory.code}:${date}:${speaker.code}`, {
    title: `${speaker.name}: ${territory.place.name}, ${date}`,
    kind: 'BULLETIN',
    publishedAt: `${date}T23:59:59.999Z`,
    publishedAtRaw: date,
  });
}

/** When a source restated a day nobody says: such a report has no date, and is known from when it was recorded. */
function restatedReport(territory: Territory, date: string, speaker: Speaker, hash: string): NodeDraft {
  return draft('Report', `toll:report:${territory.code}:${date}:${speaker.code}#${hash}`, {
    title: `${speaker.name}: ${territory.place.name}, ${date} (restated)`,
    kind: 'BULLETIN',
  });
}
