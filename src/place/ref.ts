import { z } from 'zod';
import { builder } from '../builder.ts';
import { enumOf } from '../enums.ts';
import { anyOf, filterType } from '../filter.ts';
import { base, decimal, text, texts } from '../graph/shapes.ts';

export const placeKinds = {
  COUNTRY: 'A country.',
  ADM1: 'A first-level division, such as a governorate.',
  ADM2: 'A second-level division, such as a district.',
  ADM3: 'A third-level division, such as a subdistrict.',
  TOWN: 'A city or town.',
  VILLAGE: 'A village.',
  NEIGHBOURHOOD: 'A part of a town.',
  SITE: 'A single site: a hospital, a checkpoint, a camp.',
  AREA: 'An area without a fixed boundary, such as a coast or a front.',
} as const;

export type Place = z.output<typeof Place>;
export const Place = z.object({
  ...base,
  name: z.string(),
  nameLanguages: texts,
  namesInLanguages: texts,
  aliases: texts,
  kind: z.enum(Object.keys(placeKinds) as [keyof typeof placeKinds]).nullable(),
  latitude: decimal,
  longitude: decimal,
  pcode: text,
});

export const PlaceType = builder.objectRef<Place>('Place');
export const PlaceKindType = enumOf('PlaceKind', 'What kind of place.', placeKinds);

export const placeOrders = { BY_LABEL: 'byLabel' };
export const PlaceFilter = filterType('Place', {
  kinds: anyOf('kind', PlaceKindType, 'It is of one of these kinds.'),
  pcodes: anyOf('pcode', 'String', 'It has one of these p-codes (OCHA).'),
});
