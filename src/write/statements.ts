import { followReports, innerTypes, markSources, own } from '../entity/write.ts';
import { composite, forEach, rows, written } from '../graph/composite.ts';
import { linkTypes } from '../graph/model.ts';
import { writeQuery } from '../graph/query.ts';
import { dateLinks, orderLinks } from '../graph/upgrade.ts';
import { changeableLabels } from '../ids.ts';

/** Changes properties of entities; null takes one away. */
export const changeEntities = writeQuery('entity/change', { rows }, written);

/**
 * All that a mutation can write, in one statement: what is made and changed, what follows from that, what is removed;
 * and what is kept beside it: the revision, under each entity it touched, and the answer to repeat.
 */
export const writeChanges = composite('write/changes', {
  makeEntities: writeQuery('entity/make', { rows }, written, { rewrite: forEach('LABEL', changeableLabels) }),
  changeEntities,
  removeLinks: writeQuery('link/remove', { rows }, written),
  makeLinks: writeQuery('link/make', { rows }, written, { rewrite: forEach('LINK', [...linkTypes, ...innerTypes]) }),
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
