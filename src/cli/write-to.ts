import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StartError } from '../errors.ts';
import { inPieces } from '../export/pieces.ts';

/** Writes texts to a file as fast as it takes them, or to standard output until nobody reads there any more. */
export async function writeTo(path: string | undefined, texts: AsyncIterable<string>): Promise<void> {
  if (path === undefined) return toStandardOutput(inPieces(texts));
  try {
    await pipeline(Readable.from(inPieces(texts)), createWriteStream(path));
  } catch (error) {
    throw unwritten(path, error);
  }
}

/** Whoever reads may have seen enough: then the rest is not wanted, and that is no error. */
async function toStandardOutput(texts: AsyncIterable<string>): Promise<void> {
  let isWanted = true;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    isWanted = false;
  });
  for await (const text of texts) {
    if (!isWanted) return;
    if (!process.stdout.write(text)) await untilTaken();
  }
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
