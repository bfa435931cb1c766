import { followReports, makeEntities, makeLinks, markSources, own } from '../entity/write.ts';
import { composite, rows, written } from '../graph/composite.ts';
import { writeQuery } from '../graph/query.ts';
import { dateLinks, orderLinks } from '../graph/upgrade.ts';

/** Changes properties of entities; null takes one away. */
export const changeEntities = writeQuery('entity/change', { rows }, written);

/**
 * All that a mutation can write, in one statement: what is made and changed, what follows from that, what is removed;
 * and what is kept beside it: the revision, under each entity it touched, and the answer to repeat.
 */
export const writeChanges = composite('write/changes', {
  makeEntities,
  changeEntities,
  removeLinks: writeQuery('link/remove', { rows }, written),
  makeLinks,
  changeLinks: writeQuery('link/change', { rows }, written),
  markSources,
  unmarkSources: writeQuery('entity/unmark-source', { rows }, written),
  ...own,
  followReports,
  changeClaims: changeEntities,
  dateLinks,
  orderLinks,
  removeEntities: writeQuery('entity/remove', { rows }, written),
  record: writeQuery('revision/record', { rows }, written),
  touch: writeQuery('revision/touch', { rows }, written),
  keep: writeQuery('request/keep', { rows }, written),
});
