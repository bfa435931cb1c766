import { innerRelationships, linkTypes, pairsOf } from '../../src/graph/model.ts';
import { idPrefixes } from '../../src/ids.ts';

const declared = [
  ...linkTypes.flatMap((type) => pairsOf(type).map(([from, to]) => ({ from, relType: type as string, to }))),
  ...innerRelationships.map(({ type, from, to }) => ({ from, relType: type, to })),
  { from: 'Key', relType: 'IDENTIFIES', to: 'Entity' },
];
const roles = (label: string) => (label === 'Key' ? ['Key'] : ['Group', 'Person'].includes(label) ? [label, 'Entity', 'Source'] : [label, 'Entity']);

/** The words that query files may use, from the model's own declarations; a node may also be called by its role labels. */
export const vocabulary = {
  labels: [...Object.keys(idPrefixes), 'Entity', 'Source', 'Key', 'Store', 'Revision', 'Touch', 'Request'],
  relationshipTypes: [...new Set(declared.map(({ relType }) => relType))],
  graphSchema: declared.flatMap(({ from, relType, to }) => roles(from).flatMap((one) => roles(to).map((other) => ({ from: one, relType, to: other })))),
};
