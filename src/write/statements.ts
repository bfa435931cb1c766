import type { InnerType } from '../entity/draft.ts';
import { followReports, innerTypes, markSources, own } from '../entity/write.ts';
import { composite, type RowsQuery, rows, written } from '../graph/composite.ts';
import { type LinkType, linkTypes } from '../graph/model.ts';
import { writeQuery } from '../graph/query.ts';
import { dateLinks } from '../graph/upgrade.ts';
import { changeableLabels } from '../ids.ts';

const changeEntities = writeQuery('entity/change', { rows }, written);

/** What a mutation keeps beside its changes: the revision, under each entity it touched, and the answer to repeat. */
const keeping = {
  record: writeQuery('revision/record', { rows }, written),
  touch: writeQuery('revision/touch', { rows }, written),
  keep: writeQuery('request/keep', { rows }, written),
};

/** Entities that are made and changed. */
export const writeEntities = composite('entity/make[all]', {
  ...Object.fromEntries(changeableLabels.map((label) => [label, writeQuery('entity/make', { rows }, written, { variant: { LABEL: label } })])),
  changeEntities,
});

/** What is kept, when nothing is joined beside it. */
export const keepAlone = composite('revision/record[all]', keeping);

const make = Object.fromEntries(
  [...linkTypes, ...innerTypes].map((type) => [type, writeQuery('link/make', { rows }, written, { variant: { LINK: type } })]),
) as Record<LinkType | InnerType, RowsQuery>;
const following = { markSources, unmarkSources: writeQuery('entity/unmark-source', { rows }, written), ...own, followReports };

/** All that can become of links, and what follows from that; then what is removed, and what is kept. */
export const writeLinks = composite('link/make[all]', {
  removeLinks: writeQuery('link/remove', { rows }, written),
  ...make,
  changeLinks: writeQuery('link/change', { rows }, written),
  ...following,
  changeClaims: changeEntities,
  dateLinks,
  removeEntities: writeQuery('entity/remove', { rows }, written),
  ...keeping,
});

const ofReports = [
  'PUBLISHED',
  'CITES',
  'CONTAINS',
  'MENTIONS',
  'ATTRIBUTED_TO',
  'ABOUT',
  'NAMES',
  'SUPERSEDES',
  'REPEATS',
  'PART_OF_TOTAL',
  'WITHIN',
] as const;

/** The links that a report comes with: a third of all kinds, and so a third of the time to plan. */
export const writeReportLinks = composite('link/make[report]', {
  ...Object.fromEntries(ofReports.map((type) => [type, make[type]])),
  ...following,
  dateLinks,
  ...keeping,
});
