import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Writes texts one after the other to a file, or to standard output without one, as fast as it takes them. */
export async function writeTo(path: string | undefined, texts: AsyncIterable<string>): Promise<void> {
  if (path !== undefined) return pipeline(Readable.from(texts), createWriteStream(path));
  for await (const text of texts) if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
