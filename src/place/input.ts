import type { Values } from '../entity/draft.ts';
import { InvalidInputError } from '../errors.ts';
import { aliases } from '../group/input.ts';
import { between, line, longest } from '../write/checks.ts';
import type { InputPath } from '../write/plan.ts';
import type { RoomInput } from '../write/properties.ts';
import { PlaceKindType } from './ref.ts';

export const placeInput: RoomInput = {
  properties: {
    name: { type: 'String', description: 'The name.', required: true, check: line(longest.name) },
    aliases,
    kind: { type: PlaceKindType, description: 'What kind of place.' },
    latitude: { type: 'Float', description: 'Degrees north (WGS 84), from -90 to 90; given together with longitude.', check: between(-90, 90) },
    longitude: { type: 'Float', description: 'Degrees east (WGS 84), from -180 to 180; given together with latitude.', check: between(-180, 180) },
  },
  together: bothOrNeither,
};

function bothOrNeither({ latitude, longitude }: Values, path: InputPath): void {
  if ((latitude == null) === (longitude == null)) return;
  const missing = latitude == null ? 'latitude' : 'longitude';
  throw new InvalidInputError([...path, missing], 'given, since a point has both latitude and longitude', null);
}
