import { eachBranch } from '../graph/branches.ts';
import { type LinkType, linkTypes, orderedTypes } from '../graph/model.ts';

/** Of which an entity may have thousands that end at it: those that keep their place with the relationship, and claims, which keep their claimant's id. */
const manyIn: readonly LinkType[] = [...orderedTypes, 'ATTRIBUTED_TO'];

/** What the words mean of statements about all relationships of an entity, which read those that it may have thousands of off their indexes. */
export const ofHub = {
  variant: {
    LINKS: linkTypes.join('|'),
    FEW_IN: linkTypes.filter((type) => !manyIn.includes(type)).join('|'),
    FEW_OUT: linkTypes.filter((type) => type !== 'PUBLISHED').join('|'),
  },
  rewrite: eachBranch('MANY', orderedTypes),
};
