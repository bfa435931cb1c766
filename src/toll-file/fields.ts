import type { metrics, populations } from '../claim/ref.ts';

/** What one field of a toll file counts: everybody up to that day, or those of the hours before it. */
export interface Measure {
  readonly metric: keyof typeof metrics;
  readonly population: keyof typeof populations;
  readonly cumulative: boolean;
}

const upTo = (metric: Measure['metric'], population: Measure['population']): Measure => ({ metric, population, cumulative: true });
const daily = (metric: Measure['metric'], population: Measure['population']): Measure => ({ metric, population, cumulative: false });

/**
 * Fields that a source states and the model has words for. All others stay on the row's record: `ext_…` is filled in by the compiler, and
 * medics, journalists, households and attacks are no population of a claim.
 */
export const measures: Readonly<Record<string, Measure>> = {
  killed_cum: upTo('KILLED', 'ALL'),
  killed_children_cum: upTo('KILLED', 'CHILDREN'),
  killed_women_cum: upTo('KILLED', 'WOMEN'),
  injured_cum: upTo('INJURED', 'ALL'),
  injured_children_cum: upTo('INJURED', 'CHILDREN'),
  displaced_persons_cum: upTo('DISPLACED', 'ALL'),
  displaced_children_cum: upTo('DISPLACED', 'CHILDREN'),
  killed: daily('KILLED', 'ALL'),
  killed_children: daily('KILLED', 'CHILDREN'),
  injured: daily('INJURED', 'ALL'),
  injured_children: daily('INJURED', 'CHILDREN'),
};

/** Whoever states figures in a toll file; `verified` is a series of its own, though of the same organisation. */
export interface Speaker {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: 'STATE_BODY' | 'IGO';
  readonly independenceGroup?: string;
}

/** What one file is about: which column names the day's source, the event, its place, and who speaks. */
export interface Territory {
  readonly code: string;
  readonly sourceColumn: string;
  readonly event: { readonly title: string; readonly from: string };
  readonly place: { readonly name: string; readonly alias: string };
  readonly speakers: readonly Speaker[];
  /** Marks in the source column that mean that the compiler filled the day in. */
  readonly filled: readonly string[];
}

const ocha: Pick<Speaker, 'kind' | 'independenceGroup'> = { kind: 'IGO', independenceGroup: 'un-ocha' };

export const verified: Speaker = { code: 'verified', name: 'UN OCHA (verified)', aliases: ['OCHA casualties database'], ...ocha };

export const territories: readonly Territory[] = [
  {
    code: 'gaza',
    sourceColumn: 'report_source',
    event: { title: 'Casualties in the Gaza Strip since 7 October 2023', from: '2023-10-07' },
    place: { name: 'Gaza Strip', alias: 'قطاع غزة' },
    speakers: [
      { code: 'mohtel', name: 'Gaza Ministry of Health', aliases: ['وزارة الصحة في غزة'], kind: 'STATE_BODY' },
      { code: 'gmotel', name: 'Gaza Government Media Office', aliases: ['المكتب الإعلامي الحكومي'], kind: 'STATE_BODY' },
    ],
    filled: ['missing', 'fill'],
  },
  {
    code: 'west-bank',
    sourceColumn: 'flash_source',
    event: { title: 'Casualties in the West Bank since 7 October 2023', from: '2023-10-07' },
    place: { name: 'West Bank', alias: 'الضفة الغربية' },
    speakers: [{ code: 'un', name: 'UN OCHA (flash updates)', aliases: ['OCHA flash update'], ...ocha }],
    filled: ['missing', 'fill'],
  },
];
