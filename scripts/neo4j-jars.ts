import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { StartError } from '../src/errors.ts';
import { endWithUs, lastLines, onPath } from './children.ts';

const mavenGoal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/** The folder with the jars of a release; fetched beside it and renamed, so that it is there whole or not at all. */
export async function jarsOf(version: string, log: ((line: string) => void) | undefined, signal: AbortSignal | undefined): Promise<string> {
  const folder = cachedAt(version);
  const jars = join(folder, 'jars');
  if (existsSync(jars)) return jars;
  if (onPath('mvn') === null) throw new StartError(withoutMaven(version));
  await mkdir(dirname(folder), { recursive: true });
  await removeAbandoned(dirname(folder));
  log?.(`Fetching Neo4j ${version} from Maven Central into ${folder} (about 150 MB, this once).`);
  const partial = await mkdtemp(`${folder}.partial-${hostname()}-${process.pid}-`);
  try {
    await writeFile(join(partial, 'pom.xml'), pom(version));
    await copyJars(version, partial, signal);
    await rename(partial, folder);
  } catch (error) {
    if (!existsSync(jars)) throw error; // Otherwise another process had them first.
  } finally {
    await rm(partial, { recursive: true, force: true, maxRetries: 5 });
  }
  return jars;
}

export function cachedAt(version: string): string {
  const cache = process.env.ATTESTED_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'attested');
  return join(resolve(cache), 'neo4j', version);
}

/** Removes what fetches of this machine left when they were killed. Those of other machines that share the cache may be alive. */
async function removeAbandoned(cache: string): Promise<void> {
  const mark = `.partial-${hostname()}-`;
  const abandoned = (await readdir(cache)).filter((name) => name.includes(mark) && !isRunning(Number.parseInt(name.split(mark)[1] ?? '', 10)));
  await Promise.all(abandoned.map((name) => rm(join(cache, name), { recursive: true, force: true })));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function pom(version: string): string {
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>attested</groupId>
  <artifactId>neo4j</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${version}</version></dependency>
  </dependencies>
</project>
`;
}

async function copyJars(version: string, folder: string, signal: AbortSignal | undefined): Promise<void> {
  const args = ['-B', '-q', '-Dstyle.color=never', mavenGoal, `-DoutputDirectory=${join(folder, 'jars')}`];
  const maven = spawn('mvn', args, { cwd: folder, detached: true, signal });
  endWithUs(maven);
  let said = '';
  for (const stream of [maven.stdout, maven.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [code] = await once(maven, 'close');
  if (code === 0) return;
  const reason = /\[ERROR\] (.+)/.exec(said)?.[1] ?? lastLines(said, 15);
  throw new StartError(`Maven could not fetch Neo4j ${version} (exit code ${code}). It wrote:\n${reason}`);
}

export function withoutMaven(version: string): string {
  return `Neo4j ${version} has to be fetched once with Maven, but there is no mvn on PATH. Install it, for example with: apt-get install maven`;
}
