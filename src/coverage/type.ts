import { builder } from '../builder.ts';
import { SourceConnection } from '../connections.ts';
import { saidAbout } from '../corroboration/load.ts';
import { pageSize } from '../cursors.ts';
import { entity } from '../entity/find.ts';
import { Id } from '../entity/ref.ts';
import { InvalidInputError } from '../errors.ts';
import { type Event, EventType } from '../event/ref.ts';
import { pageByKey } from '../graph/keyed.ts';
import { connectionType, page, pageOfAll } from '../paging.ts';
import { SourceType } from '../source/ref.ts';
import { type Reporter, reportersOf, windowOf } from './coverage.ts';

interface Coverage {
  readonly event: Event;
  readonly windowDays: number;
  /** The page that was asked for beside the window; the lists' own arguments come first. */
  readonly first: number;
  readonly after: string | null;
}

/** A window longer than this is no silence but an archive. */
const longestWindow = 100;

const silentSources = pageByKey('source/silent', { node: Id });

const CoverageConnection = connectionType<Reporter>('Coverage', {
  description: 'Sources that reported an event, in pages.',
  type: SourceType,
  node: { of: ({ source }, context) => entity(context, source.id) },
  edge: (t) => ({
    firstReportedAt: t.field({
      description: 'When it first reported the event; null when none of its reports has a date.',
      type: 'DateTime',
      nullable: true,
      resolve: ({ row }) => row.firstReportedAt,
    }),
    lagDays: t.int({
      description: "How many days after the event's first day that was; negative when the report has an earlier date.",
      nullable: true,
      resolve: ({ row }) => row.lagDays,
    }),
    reports: t.int({ description: 'How many of its reports say something about the event.', resolve: ({ row }) => row.reports }),
  }),
});

const CoverageType = builder.objectRef<Coverage>('Coverage').implement({
  description: 'Who reported an event, and who published in its days but said nothing about it.',
  fields: (t) => ({
    sources: t.field({
      description: 'Sources that reported it, the first to do so first.',
      type: CoverageConnection,
      args: {
        first: t.arg.int({ defaultValue: pageSize.usual, description: 'How many at most, 1 to 100; left at 20, as many as `coverage` says.' }),
        after: t.arg.string({ description: 'The cursor to go on behind.' }),
      },
      resolve: async (coverage, { first, after }, context) =>
        pageOfAll(reportersOf(coverage.event, await saidAbout(context, coverage.event.id)), 'BY_FIRST_REPORT', {
          first: first == null || first === pageSize.usual ? coverage.first : first,
          after: after ?? coverage.after,
        }),
    }),
    silent: t.field(
      page({
        searches: 'always', // All reports of the window.
        description: 'Sources that published anything within the window but said nothing about the event, in their own reports or in others, by label.',
        type: SourceConnection,
        query: silentSources,
        key: windowKey,
      }),
    ),
  }),
});

builder.objectField(EventType, 'coverage', (t) =>
  t.field({
    description: 'When each source first reported it and how long after; and which sources that were active then said nothing.',
    type: CoverageType,
    args: {
      windowDays: t.arg.int({
        defaultValue: 7,
        description: `Who published between the event's first day and so many days after its last could have reported it; 0 to ${longestWindow}.`,
      }),
      first: t.arg.int({ defaultValue: pageSize.usual, description: 'How many `sources` at most, 1 to 100.' }),
      after: t.arg.string({ description: 'The cursor in `sources` to go on behind.' }),
    },
    resolve: (event, { windowDays, first, after }) => ({
      event,
      windowDays: windowOfDays(windowDays ?? 7),
      first: first ?? pageSize.usual,
      after: after ?? null,
    }),
  }),
);

/** Of an event of unknown date, nobody can be said to have been silent: no window, no sources. */
function windowKey({ event, windowDays }: Coverage): string {
  const window = windowOf(event, windowDays);
  return window ? `${event.id} ${window.from} ${window.until}` : '';
}

function windowOfDays(days: number): number {
  if (days < 0 || days > longestWindow) throw new InvalidInputError(['windowDays'], `from 0 to ${longestWindow}`, days);
  return days;
}
