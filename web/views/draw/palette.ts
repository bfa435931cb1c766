import type { Colour } from './mark.ts';

export type Palette = Readonly<Record<Colour, string>>;

/** Every colour of text stands at 4.5 : 1 or more against the paper, of shapes at 3 : 1. */
export const light: Palette = {
  paper: '#ffffff',
  ink: '#1b1d22',
  quiet: '#5a616e',
  hair: '#d5d8de',
  wash: '#f1f3f6',
  accent: '#1259a6',
  group: '#1259a6',
  community: '#7a3f9c',
  place: '#1d6b47',
  person: '#9a4a00',
  report: '#5a616e',
  event: '#a3214a',
  claim: '#0d6872',
  assessment: '#6b5a00',
  deny: '#b3201a',
  focus: '#d26900',
};

export const dark: Palette = {
  paper: '#15171b',
  ink: '#eceef2',
  quiet: '#a4acba',
  hair: '#3a404b',
  wash: '#1f2228',
  accent: '#8fbcf2',
  group: '#8fbcf2',
  community: '#cfa8ee',
  place: '#82cfa6',
  person: '#f0b27a',
  report: '#a4acba',
  event: '#f593b1',
  claim: '#74cbd4',
  assessment: '#d9c766',
  deny: '#ff9a91',
  focus: '#ffb454',
};
