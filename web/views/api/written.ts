const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

/**
 * An answer, given as JSON, with `&#8220;` and the like written as the letters they stand for. Datasets copy titles out of web pages as they find them:
 * the graph keeps what they wrote, since their files, keys and quotes are compared with it letter by letter, and only who looks at it sees what was
 * meant. It becomes text, never HTML.
 */
export function asWritten(json: string): string {
  if (!json.includes('&')) return json;
  return json.replaceAll(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-z]{2,6}));/g, (said, decimal?: string, hex?: string, name?: string) => {
    const letter = name === undefined ? letterOf(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)) : named[name];
    return letter === undefined ? said : JSON.stringify(letter).slice(1, -1);
  });
}

/** No letter: what is beyond Unicode, half a letter, and what only controls. */
function letterOf(code: number): string | undefined {
  const isLetter = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && !(code >= 127 && code < 160);
  return isLetter ? String.fromCodePoint(code) : undefined;
}
