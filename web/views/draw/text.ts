/** How wide a text is, in pixels. */
export type Measure = (text: string, size: number, weight?: number) => number;

export const family = "'Noto Sans Variable', 'Noto Sans Arabic Variable', 'Noto Sans', sans-serif";

/** A guess from the number of letters, where there is no screen to measure on. */
export const guessed: Measure = (text, size, weight = 400) => text.length * size * (weight > 400 ? 0.58 : 0.54);

/** Measures as the browser draws, each text once. */
export function measuredBy(context: { font: string; measureText: (text: string) => { width: number } }): Measure {
  const known = new Map<string, number>();
  return (text, size, weight = 400) => {
    const key = `${weight} ${size} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    context.font = `${weight} ${size}px ${family}`;
    // Whole pixels: the same picture from every machine with the same fonts.
    const width = Math.ceil(context.measureText(text).width);
    known.set(key, width);
    return width;
  };
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const leftToRight = /[A-Za-z\u00c0-\u024f\u0370-\u052f]/;

/** Whether a text begins in a script that runs from right to left. */
export function isRightToLeft(text: string): boolean {
  for (const letter of text) {
    if (rightToLeft.test(letter)) return true;
    if (leftToRight.test(letter)) return false;
  }
  return false;
}

/** The text, or as much of it as fits with an ellipsis. */
export function clipped(text: string, width: number, size: number, measure: Measure, weight = 400): string {
  if (measure(text, size, weight) <= width) return text;
  const letters = [...text];
  let [fits, over] = [0, letters.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (measure(`${letters.slice(0, middle).join('')}…`, size, weight) <= width) fits = middle;
    else over = middle;
  }
  return `${letters.slice(0, fits).join('').trimEnd()}…`;
}

/** Lines of at most this width, at most so many; the last one clipped. */
export function wrapped(text: string, width: number, size: number, measure: Measure, most: number, weight = 400): string[] {
  const lines: string[] = [];
  let line = '';
  const parts = text.split(/\s+/).filter(Boolean);
  for (const [index, part] of parts.entries()) {
    const longer = line ? `${line} ${part}` : part;
    if (!line || measure(longer, size, weight) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === most - 1) return [...lines, clipped([line, ...parts.slice(index)].join(' '), width, size, measure, weight)];
    lines.push(line);
    line = part;
  }
  return line ? [...lines, clipped(line, width, size, measure, weight)] : lines;
}
