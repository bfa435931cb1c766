import type { State } from '../address/state.ts';
import type { Ask } from '../api/ask.ts';
import { PublishedBetween } from '../operations/published-between.ts';
import { Timeline, type TimelineAnswer } from '../operations/timeline.ts';
import { dayLength, type Period, periodOf } from './axis.ts';

type Node = NonNullable<TimelineAnswer['node']>;
export type EventNode = Extract<Node, { __typename: 'Event' }>;
export type Series = EventNode['tolls'][number];
export type Point = Series['points'][number];
export type Told = Point['relays'][number];
export type OtherClaim = EventNode['claims']['edges'][number]['node'];
export type ReportLine = EventNode['reports']['edges'][number]['node'];

export interface TimelineData {
  readonly nodes: readonly Node[];
  readonly missing: number;
  readonly days: readonly string[];
  /** Whether of sources those reports are shown that they published on the days that were asked for. */
  readonly isOfDays: boolean;
}

export async function loadTimeline(state: State, ask: Ask): Promise<TimelineData> {
  const { of, known, metric } = state;
  const about = of.slice(0, 6);
  const answers = await Promise.all(about.map((id) => ask(Timeline, { of: id, known })));
  // What is known by a day does not say which days follow, so the slider asks for all of them.
  const all = known ? await Promise.all(about.map((id) => ask(Timeline, { of: id }))) : answers;
  const found = answers.flatMap(({ node }) => (node ? [metric === 'all' ? node : onlyMetric(node, metric)] : []));
  const nodes = await Promise.all(found.map((node) => between(node, state, ask)));
  return { nodes, missing: about.length - nodes.length, days: daysOf(all), isOfDays: isOfDays(state) && found.some((node) => 'published' in node) };
}

/** Of a source that has published thousands only a hundred reports are shown: which, the days say that are asked for. */
async function between(node: Node, state: State, ask: Ask): Promise<Node> {
  const { from, to, known } = state;
  if (!('published' in node) || !isOfDays(state)) return node;
  const { reports } = await ask(PublishedBetween, { by: node.id, from: from || null, to: to || null, known });
  return { ...node, published: reports };
}

/** When this graph learned of a report is nothing that its service filters by. */
const isOfDays = ({ clock, from, to }: State) => clock !== 'recorded' && (from !== '' || to !== '');

function onlyMetric(node: Node, metric: string): Node {
  return node.__typename === 'Event' ? { ...node, tolls: node.tolls.filter((series) => series.metric === metric) } : node;
}

function daysOf(answers: readonly TimelineAnswer[]): string[] {
  const reports = answers.flatMap(({ node }) => reportsOf(node));
  return [...new Set(reports.flatMap(({ publishedAt }) => (publishedAt ? [publishedAt.slice(0, 10)] : [])))].sort();
}

export function reportsOf(node: TimelineAnswer['node']): readonly ReportLine[] {
  if (node?.__typename === 'Event') return node.reports.edges.map((edge) => edge.node);
  return node && 'published' in node ? node.published.edges.map((edge) => edge.node) : [];
}

/** When a report lies on the chosen clock; null when that is not known. */
export function reportPeriod(report: Pick<ReportLine, 'publishedAt' | 'publishedAtRaw' | 'recordedAt'>, clock: State['clock']): Period | null {
  return clock === 'recorded' ? periodOf(report.recordedAt) : periodOf(report.publishedAt, report.publishedAtRaw);
}

/** When a claim lies on the chosen clock: the day it holds for, its report's publication, or when this graph learned it. */
export function claimPeriod(
  claim: { readonly report: { publishedAt: string | null; publishedAtRaw: string | null } | null; readonly recordedAt: string },
  asOf: string | null,
  clock: State['clock'],
): Period | null {
  if (clock === 'recorded') return periodOf(claim.recordedAt);
  if (clock === 'happened' && asOf) return periodOf(asOf);
  return periodOf(claim.report?.publishedAt ?? null, claim.report?.publishedAtRaw ?? null);
}

/** Whole days from the day a number holds for to the day it was published. */
export function lagOf({ asOf, claim }: Point): number | null {
  const [held, published] = [periodOf(asOf), periodOf(claim.report?.publishedAt ?? null, claim.report?.publishedAtRaw ?? null)];
  return held && published ? Math.max(0, Math.round((published.to - held.to) / dayLength)) : null;
}

/** "in Latakia, by armed groups loyal to …": which part of the event a series counts. */
export function partOf({ scope, perpetrator }: Series): string {
  const places = scope.length > 0 ? `in ${scope.map(({ name }) => name).join(' and ')}` : '';
  return [places, perpetrator ? `by ${perpetrator.name}` : ''].filter(Boolean).join(', ');
}
