import { StartError } from '../errors.ts';
import { parseYaml, shapedAs } from '../input/yaml.ts';
import { problemsOf } from './check.ts';
import { type MappedEntity, type MappedLink, TableMap, type TableMapping, type WrittenMap } from './mapping.ts';

/** Reads a mapping. Whatever is wrong with it is a StartError that names the file, the line and what was expected. */
export function readMap(path: string, text: string): TableMapping {
  const file = parseYaml(path, text, 'a map');
  const mapping = mappingOf(shapedAs(file, TableMap));
  const [problem] = problemsOf(mapping);
  if (problem) throw new StartError(`${file.at(problem.path)} should be ${problem.expected}, but is "${problem.given}".`);
  return mapping;
}

function mappingOf({ delimiter, entities, claims, links }: WrittenMap): TableMapping {
  const asEntities = Object.entries(claims).map(([claim, { key, each, when, set }]): [string, MappedEntity] => [
    claim,
    { type: 'Claim', key, set, ...(each ? { each } : {}), ...(when === undefined ? {} : { when }) },
  ]);
  const asLinks = Object.entries(claims).flatMap(([claim, { event, claimant, report, names }]): MappedLink[] => [
    ...(report ? [{ type: 'CONTAINS', from: report, to: claim, set: {} }] : []),
    ...(claimant ? [{ type: 'ATTRIBUTED_TO', from: claim, to: claimant, set: {} }] : []),
    ...(event ? [{ type: 'ABOUT', from: claim, to: event, set: {} }] : []),
    ...names.map(({ entity, role }) => ({ type: 'NAMES', from: claim, to: entity, role, set: {} })),
  ]);
  return { delimiter: delimiter ?? null, entities: new Map([...Object.entries(entities), ...asEntities]), links: [...links, ...asLinks] };
}
