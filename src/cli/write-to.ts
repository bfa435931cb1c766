import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StartError } from '../errors.ts';
import { inPieces } from '../export/pieces.ts';

/** Writes texts to a file as fast as it takes them, or to standard output until nobody reads there any more. */
export async function writeTo(path: string | undefined, texts: AsyncIterable<string> | Iterable<string>): Promise<void> {
  if (path === undefined) return toStandardOutput(inPieces(texts));
  try {
    await pipeline(Readable.from(inPieces(texts)), createWriteStream(path));
  } catch (error) {
    throw unwritten(path, error);
  }
}

/** Whoever reads may have seen enough: then the rest is not wanted, and that is no error. */
export async function toStandardOutput(texts: AsyncIterable<string>): Promise<void> {
  let failure: NodeJS.ErrnoException | null = null;
  process.stdout.on('error', (error) => {
    failure ??= error;
  });
  for await (const text of texts) {
    if (failure) break;
    if (!process.stdout.write(text)) await untilTaken();
  }
  await new Promise((resolve) => process.stdout.write('', resolve)); // Whether the last of it was taken is told with this.
  const { code } = (failure ?? {}) as { code?: string };
  if (failure && code !== 'EPIPE') throw unwritten('Standard output', failure);
}

/**
 * That nobody reads standard output any more is no error of any command. What else is wrong with it is said in a sentence, unless whoever writes
 * there listens for it.
 */
export function standardOutputMayEnd(): void {
  process.stderr.on('error', () => {}); // Nobody is left to tell.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || process.stdout.listenerCount('error') > 1) return;
    console.error((unwritten('Standard output', error) as Error).message);
    process.exitCode = 1;
  });
}

/** Until standard output takes more, or nobody reads there any more. */
async function untilTaken(): Promise<void> {
  const settled = new AbortController();
  const { signal } = settled;
  await Promise.race([once(process.stdout, 'drain', { signal }), once(process.stdout, 'close', { signal })]).catch(() => {});
  settled.abort(); // The other one need not be listened for.
}

/** The sentence for a file that cannot be written; any other error as it is. */
export function unwritten(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new StartError(`${path} cannot be written, since there is no folder for it.`);
  if (code === 'EISDIR') return new StartError(`${path} should be a file to write to, but is a folder.`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return new StartError(`The file ${path} may not be written by this user.`);
  if (code === 'ENOSPC') return new StartError(`${path} cannot be written to its end, since the disk is full.`);
  return error;
}
