import type { Metric, Population } from './mention.ts';
import { phraseBook, setOf, words } from './tokens.ts';

/** What a word for people tells about them, and whether it can stand for the whole phrase. */
export interface PersonWord {
  readonly population: Population;
  /** Plural nouns end a phrase ("soldiers"); others may still describe the next word ("police checkpoints"). */
  readonly isPlural: boolean;
  /** Says nothing itself, so that a describing word decides: "civilian casualties", "armed men". */
  readonly isGeneric: boolean;
}

/** How a word tells harm: by an object after it, a subject before it, or as the name of what happened. */
export type Voice = 'active' | 'participle' | 'state' | 'noun';

export interface HarmWord {
  readonly metric: Metric;
  readonly voice: Voice;
}

const PEOPLE: readonly (readonly [Population, 'plural' | 'singular', string])[] = [
  [
    'CHILDREN',
    'plural',
    `
    children boys girls infants babies toddlers kids minors newborns teenagers teens schoolchildren schoolgirls schoolboys
  `,
  ],
  ['CHILDREN', 'singular', 'child boy girl infant baby toddler kid minor newborn teenager teen schoolgirl schoolboy'],
  ['WOMEN', 'plural', 'women ladies mothers wives nuns housewives grandmothers females'],
  ['WOMEN', 'singular', 'woman lady mother wife nun housewife grandmother female'],
  [
    'CIVILIANS',
    'plural',
    `
      civilians citizens villagers residents inhabitants locals protesters protestors demonstrators students pupils journalists
      reporters cameramen photographers workers labourers laborers medics paramedics doctors nurses physicians refugees idps
      migrants immigrants farmers fishermen herders shepherds teachers professors drivers activists passengers travellers travelers
      commuters worshippers worshipers pilgrims tourists traders merchants vendors shoppers miners employees staffers engineers
      priests imams clerics bystanders judges lawyers lecturers politicians vaccinators volunteers elders builders technicians
      shopkeepers businessmen evacuees displaced mourners devotees christians muslims hindus contractors councillors councilors
      councilmen candidates rescuers firefighters players footballers nomads peasants
    `,
  ],
  [
    'CIVILIANS',
    'singular',
    `
      civilian citizen villager resident local protester protestor demonstrator student pupil journalist reporter cameraman
      photographer worker labourer laborer medic paramedic doctor nurse physician refugee idp migrant immigrant farmer fisherman
      herder shepherd teacher professor driver activist passenger worshipper pilgrim tourist trader merchant vendor miner employee
      engineer priest imam cleric bystander judge lawyer politician vaccinator volunteer elder technician shopkeeper businessman
      contractor councillor councilor mayor mukhtar rescuer firefighter player footballer peasant nomad pharmacist media
    `,
  ],
  [
    'COMBATANTS',
    'plural',
    `
      soldiers fighters militants rebels insurgents terrorists gunmen troops policemen policewomen officers guerrillas guerillas
      commanders jihadists jihadis extremists separatists secessionists militiamen paramilitaries servicemen guards personnel
      recruits conscripts cadets marines peacekeepers operatives members elements forces generals colonels captains amirs
      lieutenants sergeants emirs mercenaries combatants bombers attackers assailants islamists maoists warriors leaders
      infiltrators armymen troopers rangers commandos snipers pilots airmen sailors bandits thugs militias constables sepoys jawans
      agents spies radicals fanatics oppositions opponents invaders occupiers hitmen sicarios gangsters elites cops legionnaires
      vigilantes cadres tigers allies smugglers warlords defectors battalions brigades
    `,
  ],
  [
    'COMBATANTS',
    'singular',
    `
      soldier fighter militant rebel insurgent terrorist gunman policeman policewoman police officer guerrilla guerilla commander
      jihadist jihadi extremist separatist secessionist militiaman paramilitary serviceman guard recruit conscript cadet marine
      peacekeeper operative member element general colonel captain lieutenant sergeant major brigadier emir amir mercenary combatant
      bomber attacker assailant islamist maoist warrior leader infiltrator trooper commando sniper pilot airman sailor bandit thug
      constable agent spy radical opponent cop vigilante smuggler warlord defector intelligence
    `,
  ],
  [
    'ALL',
    'plural',
    `
      people persons men youths males adults sons daughters brothers sisters siblings relatives grandchildren grandsons
      cousins parents detainees prisoners inmates captives hostages suspects individuals souls elderly escapees kidnappers thieves
      robbers seekers collectors tribesmen clansmen loyalists supporters sympathizers nationals foreigners servants attendees guests
      visitors officials spouses
    `,
  ],
  [
    'ALL',
    'plural',
    `
      palestinians israelis syrians iraqis afghans americans russians ukrainians turks kurds egyptians libyans pakistanis indians
      kashmiris somalis kenyans iranians britons germans jordanians saudis yemenis tunisians moroccans algerians nigerians
      ethiopians albanians serbs croats bosniaks tamils hutus tutsis fulanis ugandans rwandans burundians chadians malians chechens
      armenians azeris georgians filipinos bangladeshis nepalis colombians mexicans jews arabs yazidis hazaras shiites sunnis shias
    `,
  ],
  [
    'ALL',
    'singular',
    `
    person man youth male adult son daughter brother sister detainee prisoner inmate captive hostage suspect individual
    grandfather father husband relative tribesman foreigner guest visitor official soul loyalist supporter
  `,
  ],
];
/** "A Syrian" is a person; before a noun or without an article the word only describes. */
export const DEMONYMS = setOf(`
  palestinian israeli syrian iraqi afghan american russian ukrainian turk kurd egyptian libyan pakistani indian kashmiri somali
  kenyan iranian briton german jordanian saudi yemeni tunisian moroccan algerian nigerian ethiopian albanian serb croat tamil
  ugandan rwandan chadian malian chechen armenian azeri georgian filipino bangladeshi colombian mexican jew arab yazidi
`);
const GENERIC = setOf(`
  kurds arabs palestinians syrians iraqis people person persons men man males individuals adults nationals loyalists loyalist
  supporters supporter
`);

/** Words for people; the last one in a phrase is its head. */
export const PERSON_WORDS: ReadonlyMap<string, PersonWord> = new Map(
  PEOPLE.flatMap(([population, number, list]) =>
    words(list).map((word) => [word, { population, isPlural: number === 'plural', isGeneric: GENERIC.has(word) }] as const),
  ),
);

/** Armed parties: "20 SDF" are twenty of its fighters. */
export const FORCE_WORDS = setOf(`
  sdf isis isil daesh taliban talibans taleban ypg ypj pkk ndf hts nusra asayish hezbollah hizbollah hizbullah shabaab shabab houthi
  houthis huthi haram iswap fsa saa sna lna gna army military navy force junta regime troops militia police gendarmes gendarmerie
  jandarma npa milf biff ltte ulfa crpf bsf fdlr adf m23 codeco lra farc eln jnim ana anp ansf andsf afp qaeda security tatmadaw ttp
  bla ssg mnla kna pdf naf isf idf irgc cjtf spla rsf saf hamas fatah pflp sayyaf wagner tplf ola
`);

/** Describing words that make "men", "people" or "casualties" mean one population. */
export const ARMED_WORDS = setOf(`
  armed security military regime army gunmen rebel militant militants soldier soldiers fighters sdf isis nusra taliban police
  combatant jihadist jihad
`);
export const CIVIL_WORDS = setOf('civilian civilians citizen citizens displaced resident residents');

/** "Members" and "leaders" of these carry no arms. */
export const CIVIL_BODIES = setOf(`
  council councils defense defence medical media humanitarian relief team teams staff parliament tribe tribal clan party union
  committee religious political community student youth church helmets municipality reconciliations crescent journalist journalists
  opposition
`);
/** Bodies whose people are armed: "62 of the factions", "casualties of both parties". */
export const ARMED_BODIES = setOf('factions faction groups organization organisation movement parties sides cells');
export const KIN_WORDS = setOf('family families household relatives');

/** Nouns that are themselves the count of harm: "5 casualties", "3 martyrs", "dozens of deaths". */
export const TOLL_NOUNS: ReadonlyMap<string, Metric> = new Map([
  ...words('casualty casualties causality causalities causalties victims victim').map((word) => [word, 'CASUALTIES'] as const),
  ...words('martyr martyrs death deaths fatality fatalities body bodies corpse corpses lives').map((word) => [word, 'KILLED'] as const),
  ...words('injury injuries').map((word) => [word, 'INJURED'] as const),
]);
/** Of these, the ones that say "people" and not just how many. */
export const BODY_NOUNS = setOf('casualty casualties causality causalities causalties victim victims body bodies corpse corpses');

const HARM: readonly (readonly [Metric, Voice, string])[] = [
  [
    'KILLED',
    'active',
    `
    kill kills killing execute executes executing assassinate assassinates assassinating behead beheads beheading murder murdering slaughter
    slaughters slaughtering slay slays slaying massacre massacring mourn mourns mourning martyr
  `,
  ],
  [
    'KILLED',
    'participle',
    `
    killed executed assassinated beheaded murdered slaughtered massacred martyred slain mourned lynched hanged drowned perished
  `,
  ],
  ['KILLED', 'state', 'dead die dies died dying perish perishes drown kia'],
  [
    'KILLED',
    'noun',
    `
    death deaths execution executions assassination assassinations beheadings murders massacre massacres martyrdom martyrs
    killings body bodies corpse corpses remains lives fatalities
  `,
  ],
  ['INJURED', 'active', 'injure injures injuring wound wounds wounding hurts maim maims maiming'],
  ['INJURED', 'participle', 'injured wounded maimed hurt'],
  ['INJURED', 'noun', 'injury injuries'],
  [
    'DETAINED',
    'active',
    `
    arrest arrests arresting detain detains detaining imprison imprisons imprisoning sentence sentences sentencing jails jailing
  `,
  ],
  ['DETAINED', 'participle', 'arrested detained imprisoned sentenced jailed'],
  ['DETAINED', 'noun', 'detention'],
  ['ABDUCTED', 'active', 'abduct abducts abducting kidnap kidnaps kidnapping'],
  ['ABDUCTED', 'participle', 'abducted kidnapped kidnaped'],
  ['ABDUCTED', 'noun', 'abduction'],
  ['MISSING', 'state', 'missing disappear disappears'],
  ['MISSING', 'participle', 'disappeared'],
  ['MISSING', 'noun', 'disappearance'],
  ['DISPLACED', 'active', 'displacing displaces evacuating evacuates'],
  ['DISPLACED', 'participle', 'displaced displace evacuated evacuate uprooted'],
  ['DISPLACED', 'state', 'flee flees fled fleeing homeless'],
  ['DISPLACED', 'noun', 'displacement evacuation'],
  ['CASUALTIES', 'noun', 'casualty casualties causality causalities causalties victims'],
];

/** Words that tell of harm to people. */
export const HARM_WORDS: ReadonlyMap<string, HarmWord> = new Map(
  HARM.flatMap(([metric, voice, list]) => words(list).map((word) => [word, { metric, voice }] as const)),
);

const PHRASES: readonly (readonly [Metric, Voice, string])[] = [
  ['KILLED', 'participle', 'shot dead|shot and killed|shot to death|gunned down|found dead|stabbed to death|beaten to death'],
  ['KILLED', 'participle', 'tortured to death|burned to death|burnt to death|hacked to death|stoned to death|put to death'],
  ['KILLED', 'active', 'shoot dead|shoots dead|shooting dead|gun down|guns down|gunning down'],
  ['KILLED', 'active', 'claim the life of|claims the life of|claimed the life of|claiming the life of|claims life of'],
  ['KILLED', 'state', 'lose their lives|lost their lives|losing their lives|lost his life|lost her life|loses his life|lose lives|lost lives'],
  ['CASUALTIES', 'state', 'convoy of casualties|convoy of martyrs|convoy of civilian casualties|convoy of the casualties'],
  ['MISSING', 'state', 'unaccounted for|go missing|goes missing|went missing|gone missing'],
  ['DETAINED', 'participle', 'held as hostages|held hostages|held hostage'],
  ['DISPLACED', 'participle', 'forced from homes|forced from their homes|forced to flee'],
];

/** Finds a phrase that tells of harm; asked before single words. */
export const harmPhraseAt = phraseBook<HarmWord & { readonly words: readonly string[] }>(
  PHRASES.flatMap(([metric, voice, list]) => list.split('|').map((phrase) => ({ metric, voice, words: phrase.split(' ') }))),
);

/** Verbs that tell of harm only when combatants are their object: "destroyed 65 soldiers". */
export const UNDOING_WORDS = setOf(`
  destroy destroys destroyed destroying eliminate eliminates eliminated eliminating liquidate liquidated
`);
