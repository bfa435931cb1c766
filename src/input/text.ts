import { StartError } from '../errors.ts';
import { decoded, fileBytes } from './json.ts';
import { lineAndColumn, otherKind } from './kind.ts';

/** The bytes of a file that is to be read as a whole; one that cannot be opened is a StartError. */
export const wholeFile = fileBytes;

/** The text that bytes stand for, with plain line ends. What is no text in UTF-8 is a StartError that says what it is instead, and where. */
export function textOf(path: string, bytes: Uint8Array, { isMarkup }: { isMarkup: boolean }): string {
  const other = otherKind(bytes);
  if (other && !(isMarkup && other.includes('web page'))) throw new StartError(`${path} should be a text, but ${other}.`);
  const text = decoded(path, bytes).replaceAll(/\r\n?/g, '\n');
  const control = isMarkup ? -1 : text.search(/(?![\n\t])\p{Cc}/u);
  if (control < 0) return text;
  const { line, column } = lineAndColumn(text, control);
  const code = text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0');
  throw new StartError(`${path}, line ${line}, column ${column}: should be a text, but has the control character U+${code}.`);
}
