import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../src/errors.ts';
import { onPath } from './children.ts';

/** The release used when none is named: the long-term line. */
export const defaultVersion = '5.26.30';

export interface Release {
  readonly version: string;
  readonly mainClass: string;
  readonly oldestJava: number;
  readonly newestTestedJava: number;
}

export function releaseOf(version: string): Release {
  const year = Number(/^(\d{1,4})\.\d{1,2}\.\d{1,2}$/.exec(version)?.[1]);
  if (year >= 2025) return { version, mainClass: 'org.neo4j.server.Neo4jCommunity', oldestJava: 21, newestTestedJava: 25 };
  if (year === 5) return { version, mainClass: 'org.neo4j.server.CommunityEntryPoint', oldestJava: 17, newestTestedJava: 21 };
  throw new StartError(`A Neo4j version looks like "5.26.30" or "2026.08.1", but this was "${version}".`);
}

/** The first Java that suits: one that Neo4j was tested with, or else a newer one. */
export function javaFor({ oldestJava, newestTestedJava }: Release): string | null {
  let newer: string | null = null;
  for (const path of javas()) {
    const major = javaMajor(path);
    if (major >= oldestJava && major <= newestTestedJava) return path;
    if (major > newestTestedJava) newer ??= path;
  }
  return newer;
}

function javas(): string[] {
  const machines = '/usr/lib/jvm';
  const installed = existsSync(machines) ? readdirSync(machines).map((name) => join(machines, name, 'bin', 'java')) : [];
  const own = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : null;
  const paths = [own, onPath('java'), ...installed].filter((path) => path !== null).filter((path) => existsSync(path));
  return [...new Set(paths.map((path) => realpathSync(path)))];
}

/** The 17 in "openjdk version "17.0.15"", the 8 in "java version "1.8.0_392""; 0 for what does not answer like a Java. */
function javaMajor(path: string): number {
  const { stderr } = spawnSync(path, ['-version'], { encoding: 'utf8', timeout: 10_000 });
  return Number(/version "(?:1\.)?(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
}

export function withoutJava({ version, oldestJava }: Release): string {
  const found = javas().map((path) => `Java ${javaMajor(path)} (${path})`);
  return `Neo4j ${version} needs Java ${oldestJava} or newer in JAVA_HOME, on PATH or in /usr/lib/jvm, but there is ${found.join(', ') || 'none'}.`;
}
