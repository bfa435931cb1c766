import { describe, expect, it } from 'vitest';
import { extractTolls } from '../../src/toll/extract.ts';
import type { Metric, Population } from '../../src/toll/mention.ts';
import { metricsIn, populationsIn } from './told.ts';

describe('the metric of a number', () => {
  it.each<readonly [string, Metric]>([
    ['5 soldiers killed', 'KILLED'],
    ['5 soldiers dead', 'KILLED'],
    ['5 soldiers died', 'KILLED'],
    ['5 soldiers die in ambush', 'KILLED'],
    ['Death toll hits 5', 'KILLED'],
    ['5 deaths in Hama', 'KILLED'],
    ['5 citizens were martyred', 'KILLED'],
    ['ISIS executes 5 soldiers', 'KILLED'],
    ['Gunmen assassinate 5 officers', 'KILLED'],
    ['ISIS beheads 5 soldiers', 'KILLED'],
    ['5 villagers massacred', 'KILLED'],
    ['5 bodies found', 'KILLED'],
    ['They recover corpses of 5 men', 'KILLED'],
    ['Hezbollah mourns 5 fighters', 'KILLED'],
    ['5 youths shot dead', 'KILLED'],
    ['5 pilgrims lose their lives', 'KILLED'],
    ['5 fatalities in Homs', 'KILLED'],
    ['Blast claims 5 lives', 'KILLED'],
    ['Massacre claims the lives of 5 people', 'KILLED'],
    ['The murder of 5 farmers', 'KILLED'],
    ['Rebels slaughter 5 farmers', 'KILLED'],
    ['Assassination targeted 5 former members of the council', 'KILLED'],
    ['100 feared dead', 'KILLED'],
    ['Army denies 30 died', 'KILLED'],
    ['5 injured in Hama', 'INJURED'],
    ['5 wounded in Hama', 'INJURED'],
    ['5 hurt in Hama', 'INJURED'],
    ['Mine maims 5 children', 'INJURED'],
    ['5 arrested in Cairo', 'DETAINED'],
    ['Turkey detains 5 teachers', 'DETAINED'],
    ['5 activists imprisoned', 'DETAINED'],
    ['5 citizens are held hostages', 'DETAINED'],
    ['Court sentences 5 members', 'DETAINED'],
    ['Gunmen abduct 5 students', 'ABDUCTED'],
    ['5 aid workers kidnapped', 'ABDUCTED'],
    ['5 missing after landslide', 'MISSING'],
    ['5 students disappeared', 'MISSING'],
    ['5 sailors unaccounted for', 'MISSING'],
    ['5 displaced by clashes', 'DISPLACED'],
    ['5 residents flee Hajin', 'DISPLACED'],
    ['5 villagers fled', 'DISPLACED'],
    ['5 left homeless', 'DISPLACED'],
    ['Clashes force 500 from their homes', 'DISPLACED'],
    ['5 civilians evacuated', 'DISPLACED'],
    ['Strike kills and injures more than 32', 'CASUALTIES'],
    ['5 soldiers killed or wounded', 'CASUALTIES'],
    ['The death and injury of 5 citizens', 'CASUALTIES'],
    ['5 casualties in Hama', 'CASUALTIES'],
    ['5 casualties and injuries in Hama', 'CASUALTIES'],
    ['5 casualties and wounded in Hama', 'CASUALTIES'],
    ['5 martyrs and wounded in Hama', 'CASUALTIES'],
    ['10 citizens joined yesterday the convoy of casualties', 'CASUALTIES'],
  ])('reads "%s" as %s', (text, metric) => {
    expect(extractTolls(text).map((mention) => mention.metric)).toEqual([metric]);
  });

  it.each([
    '4 casualties killed in Ariha',
    'Raising the death toll to 5 casualties',
    'Recovering the bodies of 8 casualties',
    'At least 15 casualties -half of them children- in 2 massacres',
    'The death of more citizens raises the number of casualties to 23',
    'Warplanes leave 10 casualties within the death toll of the 11th day',
  ])('reads casualties under a word of death as killed: "%s"', (text) => {
    expect(extractTolls(text).map(({ metric }) => metric)).toEqual(['KILLED']);
  });

  it('keeps casualties and wounded apart from the dead, even after a death toll', () => {
    expect(metricsIn('Raises the death toll to 20 casualties and wounded')).toBe('CASUALTIES 20');
  });

  it.each([
    ['2 killed and 3 injured', 'KILLED 2, INJURED 3'],
    ['Shelling kills 5 and injures others', 'KILLED 5'],
    ['Rebels killed and beheaded 4 soldiers', 'KILLED 4'],
    ['SDF arrest and kill 7', 'DETAINED 7, KILLED 7'],
    ['Tens of wounded and missing', 'INJURED Tens, MISSING Tens'],
    ['10 killed including 3 children', 'KILLED 10, KILLED 3'],
    ['27 people were killed including 7 soldiers, and 6 persons were injured', 'KILLED 27, KILLED 7, INJURED 6'],
    ['Attack kills 4 policemen, wounds 5, including 2 children', 'KILLED 4, INJURED 5, INJURED 2'],
    ['10 civilian casualties and tens of wounded', 'CASUALTIES 10, INJURED tens'],
    ['Drone kills Taliban commander, 4 others', 'KILLED 4'],
    ['5 children, 3 women among 14 killed', 'KILLED 5, KILLED 3, KILLED 14'],
    ['249 people died, 17 of whom were martyred', 'KILLED 249, KILLED 17'],
    ['ISIS executes 6 detainees and raises to 72, the number of persons it executed', 'KILLED 6, KILLED 72'],
    ['2 servicemen, 20 rebels die', 'KILLED 2, KILLED 20'],
    ['7 citizens out of 10 persons were killed', 'KILLED 7'],
  ])('gives each number its own mention: "%s"', (text, expected) => {
    expect(metricsIn(text)).toBe(expected);
  });
});

describe('the population of a number', () => {
  it.each<readonly [Population, string]>([
    ['CHILDREN', '5 children killed'],
    ['CHILDREN', 'Mine kills 5 boys'],
    ['CHILDREN', 'The killing of a child girl'],
    ['WOMEN', '5 women killed'],
    ['WOMEN', '5 citizen women killed'],
    ['CIVILIANS', '5 civilians killed'],
    ['CIVILIANS', '5 citizens killed'],
    ['CIVILIANS', '5 villagers killed'],
    ['CIVILIANS', '5 protesters killed'],
    ['CIVILIANS', '5 aid workers killed'],
    ['CIVILIANS', 'A displaced person dies'],
    ['CIVILIANS', '12 civilians most of them children killed'],
    ['CIVILIANS', "Raising the civilians' death toll to 5"],
    ['CIVILIANS', 'Leaving 5 civilian casualties'],
    ['COMBATANTS', '5 soldiers killed'],
    ['COMBATANTS', '5 members of the regime forces killed'],
    ['COMBATANTS', '5 police killed'],
    ['COMBATANTS', '20 SDF killed'],
    ['COMBATANTS', '17 Junta Forces killed'],
    ['COMBATANTS', 'About 15 of the regime forces were killed'],
    ['COMBATANTS', '5 casualties of the regime forces and ISIS'],
    ['COMBATANTS', 'Kurdish forces suffer dozens of deaths'],
    ['COMBATANTS', '16 dead from the “Islamic State”'],
    ['COMBATANTS', '12 fighters and members killed'],
    ['COMBATANTS', '56 IS militants killed'],
    ['COMBATANTS', 'Two Islamic Jihad men killed'],
    ['COMBATANTS', '3 female fighters killed'],
    ['WOMEN', '10 females killed'],
    ['WOMEN', '3 female prisoners executed'],
    ['ALL', '5 people killed'],
    ['ALL', '5 casualties in Hama'],
    ['ALL', '5 bodies found'],
    ['ALL', '5 men killed'],
    ['ALL', '6 detainees executed'],
    ['ALL', 'ISIS executes two Syrians'],
    ['ALL', '5 members of one family killed'],
    ['ALL', '5 children and women killed'],
    ['ALL', '5 civilians and fighters killed'],
    ['ALL', 'Find a body in Homs'],
    ['ALL', 'A casualty in Homs'],
    ['UNKNOWN', '63 were killed'],
    ['UNKNOWN', '31 others killed'],
    ['UNKNOWN', '5 wounded in Hama'],
    ['UNKNOWN', '3 martyrs in Hama'],
    ['UNKNOWN', 'The death toll rises to 30'],
    ['UNKNOWN', '5 martyrs and wounded in Hama'],
  ])('is %s in "%s"', (population, text) => {
    expect(extractTolls(text).map((mention) => mention.population)).toEqual([population]);
  });

  it('is told for a part that is named behind it', () => {
    expect(populationsIn('At least 12 killed, 3 children among them, in Homs')).toEqual([
      ['UNKNOWN', 'At least 12'],
      ['CHILDREN', '3'],
    ]);
  });

  it('is told for a part and its whole apart', () => {
    expect(populationsIn('22 were killed including 6 members of the regime forces and militiamen loyal to them and 8 citizens')).toEqual([
      ['UNKNOWN', '22'],
      ['COMBATANTS', '6'],
      ['CIVILIANS', '8'],
    ]);
  });
});
