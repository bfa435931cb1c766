import type { Command } from 'commander';
import { readJson } from '../input/json.ts';
import { unitsOf } from '../places/geojson.ts';
import { importPlaces, ochaCredit } from '../places/import.ts';
import type { PlacesReport } from '../places/tally.ts';
import { withStore } from './store.ts';

export function addPlaces(importCommand: Command): void {
  importCommand
    .command('places')
    .argument('<file...>', 'GeoJSON files of administrative boundaries with p-codes, in any order')
    .description('Loads administrative boundaries (OCHA) and puts every place within the smallest of them.')
    .option('--credit <text>', 'whom to credit for the boundaries, and under which licence', ochaCredit)
    .option('--dry-run', 'say what would be done, and do nothing')
    .option('--disagreements <n>', 'how many disagreements to show', (text) => Number.parseInt(text, 10) || 0, 10)
    .addHelpText('after', '\nExample:\n  attested import places syr_admin0.geojson syr_admin1.geojson syr_admin2.geojson syr_admin3.geojson')
    .action(importFiles);
}

interface Options {
  readonly credit: string;
  readonly dryRun?: boolean;
  readonly disagreements: number;
}

async function importFiles(paths: string[], { dryRun = false, disagreements, credit }: Options): Promise<void> {
  const units = unitsOf(paths.map((path) => readJson(path, 'a GeoJSON FeatureCollection')));
  const report = await withStore((graph) => importPlaces(graph, units, { dryRun, credit }));
  for (const note of units.notes) console.log(note);
  for (const line of saidOf(report, { dryRun, disagreements })) console.log(line);
}

/** The closing note: what was done, and the disagreements that touch the most events. */
export function saidOf(report: PlacesReport, { dryRun, disagreements: most }: { dryRun: boolean; disagreements: number }): string[] {
  const { units, made, joined, linked, byWhat, elsewhere, disagreements } = report;
  const disagreeing = disagreements.reduce((sum, { events }) => sum + events, 0);
  const share = (events: number) => ((100 * events) / Math.max(1, linked.events + disagreeing)).toFixed(1);
  const ways = Object.entries(byWhat).map(([what, { places }]) => `${places} by ${what.toLowerCase().replaceAll('_', ' ')}`);
  return [
    `${dryRun ? 'Would load' : 'Loaded'} ${units} units: ${made} new, ${joined} that the graph had already.`,
    `${dryRun ? 'Would link' : 'Linked'} ${linked.places} places (${ways.join(', ')}): those of ${linked.events} events, ${share(linked.events)} % of the events within these boundaries.`,
    `${elsewhere.places} places with ${elsewhere.events} events lie elsewhere.`,
    `${disagreements.length} places with ${disagreeing} events (${share(disagreeing)} %) are not linked, since their name and their coordinates disagree${disagreements.length > 0 ? ':' : '.'}`,
    ...disagreements
      .slice(0, most)
      .map(({ name, named, located, events }) => `  ${name} (${events} events): by name in ${named}, by coordinates in ${located}`),
    ...(disagreements.length > most ? [`  … and ${disagreements.length - most} more`] : []),
  ];
}
