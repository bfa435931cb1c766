/** What happened to the people counted. */
export type Metric = 'KILLED' | 'INJURED' | 'CASUALTIES' | 'DETAINED' | 'MISSING' | 'ABDUCTED' | 'DISPLACED';

/** Who the people counted are, as far as the text says; the two sides of an event are never read from words. */
export type Population = 'ALL' | 'CIVILIANS' | 'COMBATANTS' | 'CHILDREN' | 'WOMEN' | 'UNKNOWN';

/** How the words around a number bound it. */
export type Operator = 'EXACT' | 'AT_LEAST' | 'MORE_THAN' | 'ABOUT' | 'NEARLY' | 'UP_TO' | 'RANGE';

/** What a number says: a null bound is one the text leaves open. */
export interface Bounds {
  readonly operator: Operator;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/** One number of people harmed, where the text puts it; `quote` is the text between `start` and `end`. */
export interface TollMention extends Bounds {
  readonly metric: Metric;
  readonly population: Population;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}
