/** What a claim counts, in the words that labels, comparisons and pages have in common. Browsers get this file too: it imports nothing. */

/** Who is counted: of one, and of many. */
export const people = {
  ALL: ['person', 'people'],
  CIVILIANS: ['civilian', 'civilians'],
  COMBATANTS: ['combatant', 'combatants'],
  SIDE_A: ['person of side A', 'people of side A'],
  SIDE_B: ['person of side B', 'people of side B'],
  CHILDREN: ['child', 'children'],
  WOMEN: ['woman', 'women'],
  UNKNOWN: ['person', 'people'],
} as const;

export const harmed = {
  KILLED: 'killed',
  INJURED: 'injured',
  CASUALTIES: 'killed or injured',
  DETAINED: 'detained',
  MISSING: 'missing',
  ABDUCTED: 'abducted',
  DISPLACED: 'displaced',
} as const;

/** What has to be added where a number may be of civilians or of fighters, since "19 killed" is no count of everybody. */
export const remark = (population: keyof typeof people): string => (population === 'UNKNOWN' ? ' (not said whether civilians)' : '');

/** "civilians killed", "1 person killed", "at least 19 people killed (not said whether civilians)"; the number is given in words. */
export function countedInWords(number: string | null, metric: keyof typeof harmed | null, population: keyof typeof people): string {
  const [one, many] = people[population];
  const who = number !== null && /^(?:at least |up to |more than |about |nearly )?1$/.test(number) ? one : many;
  return `${number === null ? '' : `${number} `}${who} ${metric === null ? 'harmed' : harmed[metric]}${remark(population)}`;
}
