import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a run one folder for all that its tests and the processes they start keep for a while, and takes it away at the end. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'attested-tests-'));
  process.env.TMPDIR = folder; // Which every process of the run inherits.
  return () => rmSync(folder, { recursive: true, force: true });
}
