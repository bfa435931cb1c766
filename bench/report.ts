import type { Growth } from './growth.ts';
import type { Imports } from './imports.ts';
import { timeoutMs } from './load.ts';
import type { Machine } from './machine.ts';
import type { Plan } from './measure.ts';
import { machineLines, type Row, ratiosOf, tableOf, times, troublesOf } from './table.ts';

export interface Report {
  readonly machine: Machine;
  readonly plan: Plan;
  readonly rows: readonly Row[];
  readonly grown: Growth | null;
  readonly imports: Imports | null;
}

/** The whole run, as Markdown. */
export function report({ machine, plan, rows, grown, imports }: Report): string {
  const troubles = troublesOf(rows);
  return [
    '# Attested beside @neo4j/graphql 7.6',
    machineLines(machine),
    howItWasMeasured(plan),
    '## Figures (ours / @neo4j/graphql)',
    tableOf(rows),
    '## Ratios',
    ratiosOf(rows),
    ...(troubles.length === 0 ? [] : ['## What went wrong', ...listOf(troubles)]),
    ...(grown === null ? [] : [`## Growth: the same on a graph ${grown.times} times as large`, growthTable(grown), ...listOf(grown.troubles)]),
    ...(imports === null ? [] : ['## Imports', importLines(imports)]),
  ].join('\n\n');
}

function howItWasMeasured({ rounds, warmUp, alone, many }: Plan): string {
  const efforts = many.map(({ clients, requests, seconds }) => `${clients} clients (at most ${requests} requests or ${seconds} s)`).join(', ');
  return [
    'Everybody reads the same Neo4j on the loopback; each operation is asked with up to 64 sets of variables in turn, and the whole answers are compared before and during the load.',
    `After a warm-up of ${warmUp.requests} requests (at most ${warmUp.seconds} s), ${rounds} round${rounds === 1 ? '' : 's'} by turns: one client (at most ${alone.requests} requests or ${alone.seconds} s)${efforts && ', '}${efforts}.`,
    `p50 and p95 are of all requests of one client; req/s is the median of the rounds. CPU is processor time per request with many clients. A request has ${timeoutMs / 1000} s.`,
    'The load comes from a further process on the same machine. The peer is declared in bench/peer/types.graphql; the driver runs bench/operations/*/driver.cypher, here and behind a plain HTTP server (bench/plain.ts), which is the least that any service takes.',
  ].join(' ');
}

function listOf(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')];
}

function growthTable({ rows }: Growth): string {
  const pair = (figures: readonly (number | null)[]) => figures.map((figure) => figure ?? 'failed').join(' / ');
  return [
    '| operation | our p50 ms, before / after | our p95 ms, before / after | p95, after : before | driver p95 ms, before / after | driver p95, after : before | peer p95 ms, before / after |',
    `|${' --- |'.repeat(7)}`,
    ...rows.map(
      ({ title, p50, p95, p95Ratio, peerP95, driverP95, driverP95Ratio }) =>
        `| ${[title, pair(p50), pair(p95), times(p95Ratio), driverP95?.join(' / ') ?? '–', times(driverP95Ratio), pair(peerP95)].join(' | ')} |`,
    ),
  ].join('\n');
}

function importLines({ rows, nodes, links, ours, bare }: Imports): string {
  return [
    `| ${rows} rows of the table: ${nodes} nodes, ${links} relationships | seconds, median of 3 | rows/s |`,
    `|${' --- |'.repeat(3)}`,
    `| attested import | ${ours.seconds} | ${ours.rowsPerSecond} |`,
    `| bare UNWIND batches | ${bare.seconds} | ${bare.rowsPerSecond} |`,
    `| ratio | | ${Math.round((ours.rowsPerSecond / bare.rowsPerSecond) * 100) / 100} |`,
  ].join('\n');
}
