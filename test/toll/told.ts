import { extractTolls } from '../../src/toll/extract.ts';
import type { Metric, Operator, Population } from '../../src/toll/mention.ts';

/** A mention without its offsets, as short as a table can read it. */
export type Told = readonly [Metric, Population, Operator, low: number | null, best: number | null, high: number | null, quote: string];

export const told = (text: string): Told[] =>
  extractTolls(text).map(({ metric, population, operator, low, best, high, quote }) => [metric, population, operator, low, best, high, quote]);

export const exactly = (metric: Metric, population: Population, value: number, quote = String(value)): Told => [
  metric,
  population,
  'EXACT',
  value,
  value,
  value,
  quote,
];

export const metricsIn = (text: string) =>
  extractTolls(text)
    .map(({ metric, quote }) => `${metric} ${quote}`)
    .join(', ');

export const populationsIn = (text: string) => extractTolls(text).map(({ population, quote }) => [population, quote]);
