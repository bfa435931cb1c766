import { z } from 'zod';
import { type Drafts, writeDrafts } from '../entity/write.ts';
import type { Graph } from '../graph/graph.ts';
import { oneByKey } from '../graph/keyed.ts';
import { whole } from '../graph/shapes.ts';
import { claimId, dayDrafts, type NewFigure, sharedDrafts } from './draft.ts';
import type { Speaker, Territory } from './fields.ts';
import type { Figure, TollDay, TollFile } from './read.ts';

const figureById = oneByKey('claim/figure', 'claim', z.object({ best: whole }));

/** A cumulative figure that is lower than the same source's figure of an earlier day: kept, and worth a look. */
export interface Fall {
  readonly source: string;
  readonly field: string;
  readonly date: string;
  readonly from: number;
  readonly to: number;
}

export interface TollReport {
  readonly days: number;
  /** Days on which no source said anything: the compiler filled them in. */
  readonly filled: number;
  readonly stated: number;
  readonly restated: number;
  readonly already: number;
  readonly falls: readonly Fall[];
}

const daysPerTransaction = 50;
/** More often than that nobody restates a day; what comes after is taken for the last. */
const mostEditions = 100;

/**
 * Brings the figures of a toll file into the graph. A figure that the graph has stays as it is; one that differs from what the graph has for that
 * day supersedes it. Doing it twice changes nothing. A dry run finds out the same and writes nothing.
 */
export async function importTolls(graph: Graph, { territory, days }: TollFile, { dryRun = false, by = 'import tolls' } = {}): Promise<TollReport> {
  const stamp = { at: new Date().toISOString(), by };
  const counts = { stated: 0, restated: 0, already: 0 };
  const write = async (drafts: Drafts) => {
    if (!dryRun) await graph.write((run) => writeDrafts(run, drafts, stamp));
  };

  await write(sharedDrafts(territory));
  for (let at = 0; at < days.length; at += daysPerTransaction) {
    const some = days.slice(at, at + daysPerTransaction);
    const last = await lastEditions(graph, territory, some);
    const parts = some.map((day) => {
      const figures = newFigures(territory, day, last);
      counts.already += day.statements.reduce((sum, { figures: all }) => sum + all.length, 0) - figures.length;
      for (const { instead } of figures) counts[instead === null ? 'stated' : 'restated'] += 1;
      return dayDrafts(territory, day, figures);
    });
    await write({ nodes: parts.flatMap(({ nodes }) => nodes), links: parts.flatMap(({ links }) => links) });
  }
  return { days: days.length, filled: days.filter(({ statements }) => statements.length === 0).length, ...counts, falls: fallsIn(days) };
}

interface Edition {
  readonly id: string;
  readonly edition: number;
  readonly value: number | null;
}

/** The last claim that the graph has for each figure of some days, by the id of the first. */
async function lastEditions(graph: Graph, territory: Territory, days: readonly TollDay[]): Promise<Map<string, Edition>> {
  const last = new Map<string, Edition>();
  let asked = days.flatMap((day) =>
    figuresOf(day).map(({ speaker, figure }) => ({ first: claimId(territory, day.date, speaker, figure.field, 1), day, speaker, figure })),
  );
  for (let edition = 1; asked.length > 0 && edition <= mostEditions; edition += 1) {
    const ids = new Map(asked.map((one) => [claimId(territory, one.day.date, one.speaker, one.figure.field, edition), one]));
    const found = new Map((await graph.read(figureById.query, { keys: [...ids.keys()] })).map((row) => [row.key, row.claim?.best ?? null]));
    asked = [...ids].flatMap(([id, one]) => {
      if (!found.has(id)) return [];
      last.set(one.first, { id, edition, value: found.get(id) ?? null });
      return [one];
    });
  }
  return last;
}

function newFigures(territory: Territory, day: TollDay, last: ReadonlyMap<string, Edition>): NewFigure[] {
  return figuresOf(day).flatMap(({ speaker, figure }): NewFigure[] => {
    const known = last.get(claimId(territory, day.date, speaker, figure.field, 1));
    if (!known) return [{ speaker, figure, edition: 1, instead: null }];
    return known.value === figure.value ? [] : [{ speaker, figure, edition: known.edition + 1, instead: known.id }];
  });
}

function figuresOf({ statements }: TollDay): { speaker: Speaker; figure: Figure }[] {
  return statements.flatMap(({ speaker, figures }) => figures.map((figure) => ({ speaker, figure })));
}

function fallsIn(days: readonly TollDay[]): Fall[] {
  const before = new Map<string, number>();
  const inOrder = [...days].sort((one, other) => (one.date < other.date ? -1 : 1));
  return inOrder.flatMap(({ date, statements }) =>
    statements.flatMap(({ speaker, figures }) =>
      figures.flatMap(({ field, measure, value }) => {
        const series = `${speaker.code} ${field}`;
        const from = before.get(series);
        before.set(series, value);
        return measure.cumulative && from !== undefined && value < from ? [{ source: speaker.name, field, date, from, to: value }] : [];
      }),
    ),
  );
}
