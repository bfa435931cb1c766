/**
 * Names as they are compared: compatibility forms unified (Unicode NFKC), case folded, blanks collapsed, and nothing else,
 * so that two spellings stay two names until a curator says otherwise.
 */
export function comparedName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/**
 * Text as it is searched: marks dropped (so that "Baniyas" finds "Bāniyās"), case folded, and the Arabic letters that writers
 * exchange freely (alef, yeh, teh marbuta) unified.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replace(/[ٱأإآ]/gu, 'ا')
    .replace(/[ىیئ]/gu, 'ي')
    .replace(/ؤ/gu, 'و')
    .replace(/ة/gu, 'ه')
    .replace(/ک/gu, 'ك');
}

/** The words of a text as they are searched. Scripts that do not part words give each character as one. */
export function words(text: string): string[] {
  return folded(text).match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu) ?? [];
}

/** Several texts as one string of words, each between blanks, so that a whole word can be found in it. */
export function searchText(texts: readonly (string | null | undefined)[]): string {
  const found = words(texts.filter(Boolean).join(' '));
  return ` ${found.slice(0, 4000).join(' ')} `;
}

/** A name as one term: its words without what parts them, so that "Abdul-Rahman" and "Abdulrahman" are one. */
export function nameTerm(name: string): string {
  return words(name).join('');
}

/** All names of an entity as terms, so that an index finds who has exactly this name, however many have a word of it. */
export function nameTerms(names: readonly string[]): string {
  return [...new Set(names.map(nameTerm))].join(' ');
}

/** "a report", "an event" */
export function aOrAn(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
