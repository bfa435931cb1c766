import type { GedFile } from './file.ts';
import type { Recent } from './recent.ts';
import type { Sources } from './source.ts';
import type { Survey } from './survey.ts';

/** What drafting a row needs to know beside the row. */
export interface Known {
  readonly file: Pick<GedFile, 'header'> & { readonly name: string };
  readonly survey: Survey;
  readonly sources: Sources;
  /** The day of the import: no report can be later. */
  readonly today: string;
  /** Keys of groups, places, dyads and conflicts that this run has drafted before, and that are there when the next batch is written. */
  readonly drafted: ReadonlySet<string>;
  /** Keys of reports whose headlines' claims it has drafted before, as far as they are kept in mind. */
  readonly headlines: Pick<Recent, 'has'>;
  /** Keys of reports that the graph has further events of, from elsewhere than this file. */
  readonly elsewhere: ReadonlySet<string>;
  /** Whether the numbers in headlines become claims. */
  readonly extract: boolean;
}
