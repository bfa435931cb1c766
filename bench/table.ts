import type { Machine } from './machine.ts';
import type { Figures, Measured, Result } from './measure.ts';
import { median, rounded } from './numbers.ts';

export interface Row extends Measured {
  readonly name: string;
  readonly title: string;
  /** Whether the whole answers were compared and equal; null when there was nothing to compare. */
  readonly same: boolean | null;
  readonly difference: string | null;
}

const fields = ['operation', 'same', 'p50 ms', 'p95 ms', 'driver p50', 'plain p50', 'rps 16', 'rps 64', 'CPU ms', 'Neo4j CPU ms'] as const;

/** Everything measured, as Markdown: "ours / peer", and the ratios that matter. */
export function tableOf(rows: readonly Row[]): string {
  return [
    '| operation | same data | p50 ms | p95 ms | driver p50 ms | driver over HTTP p50 ms | req/s, 16 clients | req/s, 64 clients | service CPU ms/req | Neo4j CPU ms/req |',
    `|${' --- |'.repeat(fields.length)}`,
    ...rows.map(({ title, same, ours, peer, driver, plain }) => {
      const pair = (of: (figures: Figures) => number | null | undefined) => `${shown(ours, of)} / ${shown(peer, of)}`;
      const cells = [
        title,
        same === null ? '–' : same ? 'yes' : '**no**',
        pair(({ p50 }) => p50),
        pair(({ p95 }) => p95),
        driver?.p50 ?? '–',
        plain?.p50 ?? '–',
        pair(({ rps }) => rps[16]?.median),
        pair(({ rps }) => rps[64]?.median),
        pair(({ cpuMs }) => cpuMs),
        pair(({ neo4jCpuMs }) => neo4jCpuMs),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ].join('\n');
}

/** How many times better than the peer, above 1 is better; then how much slower than the bare driver we are, and what HTTP alone makes of it, and the spread of the rounds. */
export function ratiosOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { ours } = row;
    const spread = isMeasured(ours) ? Math.max(...Object.values(ours.rps).map(({ least, most, median: middle }) => (most - least) / middle)) : null;
    return [
      row.title,
      times(faster(row)),
      times(more(row, 16)),
      times(more(row, 64)),
      times(toDriver(row)),
      times(plainToDriver(row)),
      spread === null ? '–' : `${Math.round(spread * 100)} %`,
    ];
  });
  const compared = rows.filter(({ name }) => name !== 'floor');
  const middle = (of: (row: Row) => number | null) => {
    const known = compared.map(of).filter((value) => value !== null);
    return known.length === 0 ? null : rounded(median(known));
  };
  const medians = [
    '**median**',
    times(middle(faster)),
    times(middle((row) => more(row, 16))),
    times(middle((row) => more(row, 64))),
    times(middle(toDriver)),
    times(middle(plainToDriver)),
    '',
  ];
  return [
    '| operation | p50, peer : ours | req/s 16, ours : peer | req/s 64, ours : peer | p50, ours : driver | p50, driver over HTTP : driver | spread of our rounds |',
    `|${' --- |'.repeat(7)}`,
    ...[...lines, medians].map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}

/** What went wrong, a line each. */
export function troublesOf(rows: readonly Row[]): string[] {
  return rows.flatMap(({ title, difference, ours, peer }) => [
    ...(difference ? [`${title}: not the same data: ${difference}`] : []),
    ...[['ours', ours] as const, ['@neo4j/graphql', peer] as const].flatMap(([name, result]) =>
      result.failure ? [`${title}: ${name}${isMeasured(result) ? ` failed ${result.failed} times` : ''}: ${result.failure.slice(0, 300)}`] : [],
    ),
  ]);
}

export function machineLines(machine: Machine): string {
  const { processors, memoryGb, system, node, neo4j, loadBefore, measuredAt } = machine;
  return `${processors}, ${memoryGb} GB, ${system}; Node ${node}; ${neo4j}. Load of the machine before the run: ${loadBefore}. Measured ${measuredAt}.`;
}

export function isMeasured(result: Result): result is Figures {
  return 'p50' in result;
}

function shown(result: Result, of: (figures: Figures) => number | null | undefined): string {
  return isMeasured(result) ? `${of(result) ?? '–'}` : 'failed';
}

/** How many times as long the peer takes; without end where it gave no answer. */
function faster(row: Row): number | null {
  return advantage(row, (ours, peer) => [peer.p50, ours.p50]);
}

/** How many times as many requests we answer in a second. */
function more(row: Row, clients: number): number | null {
  return advantage(row, (ours, peer) => [ours.rps[clients]?.median, peer.rps[clients]?.median]);
}

/** How many times as long we take as the bare driver. */
function toDriver({ ours, driver }: Row): number | null {
  return isMeasured(ours) && driver ? rounded(ours.p50 / driver.p50) : null;
}

/** How many times as long the hand-written statement takes behind plain HTTP. */
function plainToDriver({ plain, driver }: Row): number | null {
  return plain && driver ? rounded(plain.p50 / driver.p50) : null;
}

function advantage({ ours, peer }: Row, of: (ours: Figures, peer: Figures) => readonly [number | undefined, number | undefined]): number | null {
  if (!isMeasured(ours)) return null;
  if (!isMeasured(peer)) return Number.POSITIVE_INFINITY;
  const [above, below] = of(ours, peer);
  if (above === undefined || below === undefined) return null;
  return below === 0 ? Number.POSITIVE_INFINITY : rounded(above / below);
}

export function times(value: number | null): string {
  return value === null ? '–' : value === Number.POSITIVE_INFINITY ? '∞' : `${value}×`;
}
