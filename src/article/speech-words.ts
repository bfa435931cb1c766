import type { groupKinds } from '../group/ref.ts';
import { setOf } from '../toll/tokens.ts';

export type GroupKind = keyof typeof groupKinds;

/** Verbs by which a source speaks. Those that are nouns as well ("reports of", "claims 5 lives") stand apart. */
export const SPEECH_VERBS = setOf(`
  say says said saying tell tells told add adds added announce announces announced state stated confirm confirms confirmed declare declares declared
  describe describes described call called reveal reveals revealed specify specifies specified reported claimed estimated noted warned recorded documented
  counted tallied registered verified explained insisted alleged testified recalled recounted acknowledged admitted
`);
export const NOUN_VERBS = setOf('reports claims estimates notes counts records documents puts put');

/** After these a verb is done to its subject, and whoever speaks follows "by". */
export const PASSIVE = setOf('is are was were be been being');

/** What a new clause begins with, so that the subject of a later verb is not before it. */
export const CLAUSE = setOf('but while whereas although though because when after before that if since as and');
export const RELATIVE = setOf('who which whose whom');

export const TOLL_WORDS = setOf('toll tolls count counts tally tallies figure figures estimate estimates number numbers statistics data');

/** Nouns that describe a source, with the kind of group it would be. */
export const SOURCE_NOUNS: ReadonlyMap<string, GroupKind> = new Map<string, GroupKind>([
  ...pairs('MONITOR', 'monitor monitors observatory watchdog watchdogs'),
  ...pairs('NEWS_AGENCY', 'agency agencies newswire'),
  ...pairs('NEWSPAPER', 'newspaper newspapers daily paper website'),
  ...pairs('BROADCASTER', 'broadcaster channel television tv station radio'),
  ...pairs('STATE_BODY', 'ministry army military police'),
  ...pairs('STATE', 'government authorities authority presidency regime'),
  ...pairs('NGO', 'charity ngo organisation organization'),
  ...pairs('UNKNOWN', 'media rebels militants insurgents opposition committee council centre center hospital'),
  ...pairs(
    'UNORGANISED',
    `witness witnesses eyewitness eyewitnesses resident residents activist activists local locals villager villagers survivor survivors relative relatives
     neighbour neighbours neighbor neighbors medic medics doctor doctors rescuer rescuers source sources official officials journalist journalists
     correspondent correspondents reporter reporters analyst analysts expert experts lawyer lawyers father mother brother sister son daughter
     people man woman worker workers refugee refugees student students teacher teachers farmer farmers`,
  ),
]);

/** What a group is called once it has been named. */
export const GROUP_NOUNS = setOf('group organisation organization body movement network');

/** Whoever speaks for a body speaks its word. */
export const MOUTHPIECES = setOf(
  'spokesman spokeswoman spokesperson spokespersons statement report reports director chief head founder leader president representative bulletin',
);

export const PRONOUNS: ReadonlyMap<string, 'group' | 'person' | 'any'> = new Map([
  ...['it', 'its'].map((word) => [word, 'group'] as const),
  ...['he', 'she', 'his', 'her'].map((word) => [word, 'person'] as const),
  ...['they', 'their'].map((word) => [word, 'any'] as const),
]);

export const PREPOSITIONS = setOf('of for in on at from with by to near inside within against under between during about over since');

/** Days, months and small words that begin with a capital, or stand before a verb, and are nobody. */
export const NOBODY = setOf(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  the a an this that these those also later earlier meanwhile however and but on in at there here i we you has have had
  some many several both most others nobody everyone everybody another one two all
`);

function pairs(kind: GroupKind, words: string): [string, GroupKind][] {
  return [...setOf(words)].map((word) => [word, kind]);
}
