import { setOf } from './tokens.ts';

export const AUXILIARIES = setOf(`
  was were is are be been being has have had gets get got remains remain as reported reportedly confirmed feared believed found left
  presumed declared announced
`);
export const BE_WORDS = setOf('was were is are be been being get got gets');
export const DETERMINERS = setOf('the its their his her our this these those');
export const PREPOSITIONS = setOf(`
  in at on by from near during after before with within for to into as since through throughout under against between among amid
  across over around along inside outside behind beyond despite due because until till toward towards via per of off out away about
  upon without following aboard east west north south northeast northwest southeast southwest
`);
export const LINKING_WORDS = setOf(`
  and or & but nor while when where who whom whose which that if so then also than how what amid because although though whereas
`);
export const PRONOUNS = setOf(`
  it he she they them him himself themselves itself each both all most half mostly many several few some any none no
`);
export const ADVERBS = setOf(`
  yesterday today tonight tomorrow overnight early late earlier so far also reportedly allegedly already again still now just only
  not monday tuesday wednesday thursday friday saturday sunday here there together simultaneously instantly immediately later once
  twice others other more else daily officially including include includes inc
`);
export const SKIPPED_ADJECTIVES = setOf('other more additional further new another extra different first');

/** Words that bring in a part of the number before: "10 killed, including 3 children". */
export const PART_WORDS = setOf('including includes include included incl inc comprising');

/** Finite verbs that give the people before them something else to do than to be harmed. */
export const BUSY_VERBS = setOf(`
  attack attacks attacked target targets advance advances advanced continue continues continued enter enters entered arrive arrives
  arrived control controls launch launches launched seize seizes seized capture captures captured withdraw withdraws withdrew
  surrender surrenders surrendered return returns returned fight fights clash clashes bomb bombs bombed shell shells raid raids
  raided ambush ambushes carry carries hit hits fire fires open opens opened leave leaves take takes took escape escapes escaped
  cross crosses deploy deploys deployed block blocks protest protests claim claims claimed detonate detonates detonated blow blows
  begin begins began start starts started demand demands gather gathers go goes went come comes came try tries tried set sets face
  faces hold holds release releases released freed free frees reach reaches defect defects participate participates drop drops
  dropped approach approaches besiege besieges wanted loot loots threaten threatens refuse refuses accuse accuses suspected receive
  receives held charged sought questioned rescued saved treated hospitalised hospitalized trapped besieged transferred swapped
  exchanged handed hand hands reveal reveals belong belongs survive survives survived cause causes caused repel repels include kill
  kills
`);

/** What a running total does on its way to a number: "rises to 30", "revised from 30 to 20". */
export const MOVING_VERBS = setOf(`
  rise rises rising risen rose raise raises raised raising increase increases increased increasing climb climbs climbed climbing
  jumps jumped surges surged surging soars soared grows grew grown mounted swells swelled drops dropped falls fell fallen revised
  lowered corrected updated bring brings bringing brought
`);

/** Nouns that are counted but are not people. */
export const THINGS = setOf(`
  explosion explosions attack attacks raid raids airstrike airstrikes strike strikes shell shells missile missiles rocket rockets
  barrel barrels bomb bombs bombing bombings mine mines landmine landmines ied ieds device devices vehicle vehicles car cars truck
  trucks bus buses motorcycle motorcycles motorbike motorbikes tank tanks drone drones helicopter helicopters warplane warplanes
  aircraft plane planes airplane jet jets village villages town towns city cities area areas neighborhood neighborhoods
  neighbourhood neighbourhoods district districts province provinces governorate governorates position positions point points front
  fronts axis axes km kilometer kilometers kilometre kilometres meter meters metre metres mile miles day days hour hours minute
  minutes week weeks month months year years time times percent dollar dollars euros lira liras pounds house houses home homes
  building buildings school schools hospital hospitals center centers centre centres mosque mosques church churches market markets
  massacre massacres clash clashes battle battles operation operations ambush ambushes incident incidents family families group
  groups faction factions party parties side sides country countries convoy convoys batch batches headquarters base bases checkpoint
  checkpoints gate gates attempt attempts assault assaults violation violations case cases ton tons kg kilograms weapon weapons gun
  guns rifle rifles truce ceasefire agreement round rounds stage phase part parts third thirds quarter quarters cell cells tunnel
  tunnels patrol patrols brigade battalion unit units tribe tribes clan clans grave graves prison prisons camp camps blast blasts
  station stations post posts section sections location locations place places site sites hill hills mountain island ship ships boat
  boats vessel vessels ferry ferries well wells camel camels sheep goats cow cows cattle animals animal livestock chicken chickens
  bird birds dog dogs horse horses shop shops store stores office offices apartment apartments room rooms mortar mortars grenade
  grenades projectile projectiles charge charges shots bullets bullet stories statement statements report reports document documents
  video photo photos killing killings murder murders execution executions assassination assassinations abductions kidnappings
  arrests homicide homicides detonation detonations shelling gunfight shootout encounter war line lines street streets road roads
  bridge bridges farm farms trap traps booby belt belts residence van vans pickup pickups warship satellite satellites division
  divisions regiment regiments corps army armies squad squads league organization organizations organisation movement movements
  company companies stronghold strongholds hideout hideouts outpost outposts count counts tonnes crossings crossing settlement
  settlements territory territories square session sessions row sortie sorties air couple pair number lot series total zone second
  seconds degree degrees law laws warning warnings team teams crowd gathering funeral wedding tent tents lakh crore
`);

export const QUOTES = setOf('“ ” " \' ‘ ’ « » „ * #');
