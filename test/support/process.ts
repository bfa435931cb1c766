import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  /** Where the service answers, once it has said so. */
  readonly url: string;
  /** What was written so far. */
  readonly said: () => { readonly stdout: string; readonly stderr: string };
  readonly ended: Promise<Ended>;
}

/** A folder that nothing has used. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'attested-test-'));
}

/** The command as it stands in the sources, and as it was built from them, which starts sooner. */
export const programs = { sources: ['--import', 'tsx', 'src/main.ts'], built: ['bin/attested.js'] } as const;
export type Program = keyof typeof programs;

/** Runs the `attested` command, from the sources unless told otherwise, with no settings but these. */
export function attested(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  program: Program = 'sources',
): { child: ChildProcess; said: Running['said']; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [...programs[program], ...args], { env: { PATH: process.env.PATH, ...settings } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }));
  return { child, said: () => ({ stdout, stderr }), ended };
}

/** Starts the service on any free port, and waits until it says where it answers. */
export async function serving(args: readonly string[], settings: Readonly<Record<string, string>>, program?: Program): Promise<Running> {
  const { child, said, ended } = attested(['serve', ...args], { PORT: '0', ...settings }, program);
  const address = () => /http:\/\/[^/]+(?=\/graphql)/.exec(said().stdout)?.[0];
  while (!address() && child.exitCode === null) await Promise.race([once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data'), ended]);
  const url = address();
  if (!url) throw new Error(`The service did not start: ${said().stderr}`);
  return { child, url, said, ended };
}
