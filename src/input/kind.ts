import { isUtf8 } from 'node:buffer';

/** What a file is that cannot be the text asked for, by how it begins; null when it may well be that text. */
export function otherKind(beginning: Uint8Array): string | null {
  const bytes = Buffer.from(beginning.buffer, beginning.byteOffset, beginning.byteLength);
  const hex = bytes.toString('hex', 0, 4);
  if (bytes.length === 0) return 'is empty';
  if (hex.startsWith('504b0304')) return 'is a zip archive (or a spreadsheet): unpack it, or save the sheet as csv';
  if (hex.startsWith('1f8b')) return 'is compressed (gzip): unpack it first';
  if (hex.startsWith('fffe') || hex.startsWith('feff')) return 'is UTF-16 text: save it as UTF-8';
  if (hex.startsWith('25504446')) return 'is a PDF';
  const text = bytes.toString('latin1', 0, 512).replace(/^ï»¿/, '').trimStart();
  return text.startsWith('<') ? 'is a web page or XML' : null;
}

/** Where a place in a text is, both counted from 1. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let begins = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    begins = at + 1;
  }
  return { line, column: offset - begins + 1 };
}

/** Where a text stops being UTF-8, both counted from 1; null when all of it is. A line break is never part of another character. */
export function notUtf8(bytes: Uint8Array): { line: number; column: number } | null {
  let line = 1;
  for (let begins = 0; begins <= bytes.length; line += 1) {
    const end = bytes.indexOf(10, begins);
    const one = bytes.subarray(begins, end === -1 ? bytes.length : end);
    if (!isUtf8(one)) return { line, column: soundCharacters(one) + 1 };
    if (end === -1) return null;
    begins = end + 1;
  }
  return null;
}

/** How many characters of a line can be read before the first that cannot. */
function soundCharacters(line: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let characters = 0;
  try {
    for (const byte of line) characters += decoder.decode(Uint8Array.of(byte), { stream: true }).length;
  } catch {
    // The byte at which it stops.
  }
  return characters;
}
