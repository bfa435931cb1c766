/** Repeats the branch of a UNION ALL in which a word in capitals stands, once for each word that it stands for. A text without it stays as it is. */
export function eachBranch(word: string, values: readonly string[]): (text: string) => string {
  const pattern = new RegExp(`\\b${word}\\b`, 'g');
  return (text) => {
    const [first = '', ...others] = text.split(/^(?= *UNION ALL\n)/m);
    return first + others.flatMap((branch) => (branch.search(pattern) < 0 ? [branch] : values.map((value) => branch.replaceAll(pattern, value)))).join('');
  };
}
