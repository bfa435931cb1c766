import type { Event } from '../event/ref.ts';
import { ordered, type Testimony, type Voice } from '../testimony/ref.ts';

/** One source that reported an event. */
export interface Reporter {
  readonly source: Voice;
  /** When its first dated report was published. */
  readonly firstReportedAt: string | null;
  /** Whole days from the event's first day to the day of that report. */
  readonly lagDays: number | null;
  readonly reports: number;
  readonly cursor: string;
}

/** Who published something that says something about the event: the first to report first, those whose dates are unknown last. */
export function reportersOf(event: Pick<Event, 'from'>, said: readonly Testimony[]): Reporter[] {
  const reports = new Map<string, { source: Voice; dates: Map<string, string | null> }>();
  for (const { publisher, report } of said) {
    if (!publisher || !report) continue;
    const known = reports.get(publisher.id) ?? { source: publisher, dates: new Map() };
    known.dates.set(report.id, report.publishedAt);
    reports.set(publisher.id, known);
  }
  return [...reports.values()].map(({ source, dates }) => reporter(event, source, [...dates.values()])).sort((a, b) => ordered(a.cursor, b.cursor));
}

function reporter({ from }: Pick<Event, 'from'>, source: Voice, dates: readonly (string | null)[]): Reporter {
  const firstReportedAt = dates.filter((date) => date !== null).sort(ordered)[0] ?? null;
  const lagDays = firstReportedAt === null || from === null ? null : daysBetween(from, firstReportedAt.slice(0, 10));
  return { source, firstReportedAt, lagDays, reports: dates.length, cursor: `${firstReportedAt ?? '~'} ${source.label} ${source.id}` };
}

/** The days in which a source that was active could be expected to report: from the event's first day to so many days after its last. */
export function windowOf({ from, to }: Pick<Event, 'from' | 'to'>, windowDays: number): { from: string; until: string } | null {
  if (from === null) return null;
  const last = to !== null && to > from ? to : from;
  return { from, until: dayAfter(last, windowDays + 1) };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
