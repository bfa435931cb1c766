import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';

export interface Machine {
  readonly processors: string;
  readonly memoryGb: number;
  readonly system: string;
  readonly node: string;
  readonly neo4j: string;
  /** Processes that wanted to run in the minute before: a busy machine makes every number worse. */
  readonly loadBefore: number;
  readonly measuredAt: string;
}

export function describeMachine(neo4j: string): Machine {
  const all = cpus();
  return {
    processors: `${all.length} × ${all[0]?.model ?? 'unknown'}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    neo4j,
    loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    measuredAt: new Date().toISOString(),
  };
}

/** The processor time that a process has used so far, in milliseconds; null where /proc does not say. */
export function processorMs(pid: number | null): number | null {
  if (pid === null) return null;
  try {
    return processorMsOf(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return null; // Not Linux, or not a process of this machine.
  }
}

/** User and system time out of a line of /proc/<pid>/stat; the program's name, in brackets, may itself hold blanks and brackets. */
export function processorMsOf(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

const ticksPerSecond = platform() === 'linux' ? Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' })) : 100;
