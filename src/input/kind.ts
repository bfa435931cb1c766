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
