import type { SelectedAnswer } from '../operations/selected.ts';
import { Aliases, Fact, Items, Left, Link, Quotes, type Select, Url } from './parts.tsx';
import { dayInWords, inWords, plural, polarityInWords, publishedInWords, replacedInWords } from './words.ts';

type Node = NonNullable<SelectedAnswer['node']>;
type Of<Name extends Node['__typename']> = Extract<Node, { __typename: Name }>;

/** What is known of an entity; of a claim its words come first. */
export function EntityFacts({ node, onSelect }: { node: Node; onSelect: Select }) {
  switch (node.__typename) {
    case 'Claim':
      return <ClaimFacts claim={node} onSelect={onSelect} />;
    case 'Report':
      return <ReportFacts report={node} onSelect={onSelect} />;
    case 'Event':
      return <EventFacts event={node} onSelect={onSelect} />;
    case 'Place':
      return <PlaceFacts place={node} onSelect={onSelect} />;
    case 'Group':
    case 'Person':
      return <SourceFacts source={node} onSelect={onSelect} />;
    default:
      return <h2 dir="auto">{'label' in node ? node.label : node.id}</h2>;
  }
}

function ClaimFacts({ claim, onSelect }: { claim: Of<'Claim'>; onSelect: Select }) {
  const { report, corroboration } = claim;
  return (
    <>
      <blockquote class="words" dir="auto">
        {claim.quote ? `“${claim.quote}”` : (claim.statement ?? claim.label)}
      </blockquote>
      {claim.translation && <p class="translation">In English: “{claim.translation}”</p>}
      {report && (
        <p class="source" dir="auto">
          <Link id={report.id} onSelect={onSelect}>
            {report.title}
          </Link>
          <br />
          <Publication report={report} onSelect={onSelect} />
        </p>
      )}
      {report && <Url url={report.url} />}
      <h2 dir="auto">{claim.label}</h2>
      {claim.status === 'RETRACTED' && <p class="error">It was taken back.</p>}
      <dl>
        <Fact name="Whose word">
          {claim.claimant ? (
            <Link id={claim.claimant.id} onSelect={onSelect}>
              {claim.claimant.name}
            </Link>
          ) : (
            'Nobody is named'
          )}
          , {polarityInWords[claim.polarity]}
        </Fact>
        {claim.statement && <Fact name="In plain words">{claim.statement}</Fact>}
        {claim.asOf && <Fact name="Holds for">{dayInWords(claim.asOf)}</Fact>}
        {claim.event && (
          <Fact name="About">
            <Link id={claim.event.id} onSelect={onSelect}>
              {claim.event.title}
            </Link>
          </Fact>
        )}
        <Replacement name="Replaces" of={claim.supersedes} onSelect={onSelect} />
        <Replacement name="Replaced by" of={claim.supersededBy} onSelect={onSelect} />
        {claim.repeats && (
          <Fact name="Relays">
            <Link id={claim.repeats.id} onSelect={onSelect}>
              {claim.repeats.label}
            </Link>{' '}
            of “{claim.repeats.report?.title}”
          </Fact>
        )}
        {claim.repeatedBy.totalCount > 0 && (
          <Fact name="Relayed by">
            <Items
              items={claim.repeatedBy.edges.map(({ node }) => ({ id: node.id, label: node.report?.publisher?.name ?? node.report?.title ?? node.label }))}
              total={claim.repeatedBy.totalCount}
              onSelect={onSelect}
            />
          </Fact>
        )}
        <Fact name="Rests on">
          {plural(corroboration.reports, 'report')}, {plural(corroboration.publishers, 'known publisher')},{' '}
          <strong>{plural(corroboration.origins, 'independent origin')}</strong>
          {corroboration.unknownOrigins > 0 && `, ${corroboration.unknownOrigins} unknown`}
          {corroboration.partyOrigins > 0 && `; ${corroboration.partyOrigins} of them a party to the event`}
        </Fact>
        {claim.basis && <Fact name="Basis">{inWords(claim.basis)}</Fact>}
        {claim.credibility !== null && <Fact name="Credibility">{claim.credibility} of 6 (1 confirmed, 6 cannot be judged)</Fact>}
      </dl>
    </>
  );
}

function ReportFacts({ report, onSelect }: { report: Of<'Report'>; onSelect: Select }) {
  return (
    <>
      <h2 dir="auto" lang={report.language ?? undefined}>
        {report.title}
      </h2>
      <p class="source">
        <Publication report={report} onSelect={onSelect} />
      </p>
      <Url url={report.url} />
      <h3>{plural(report.claims.totalCount, 'claim')}</h3>
      <Quotes claims={report.claims.edges.map(({ node }) => node)} total={report.claims.totalCount} onSelect={onSelect} />
    </>
  );
}

function EventFacts({ event, onSelect }: { event: Of<'Event'>; onSelect: Select }) {
  return (
    <>
      <h2 dir="auto">{event.title}</h2>
      <dl>
        <Fact name="When">{event.from ? `${dayInWords(event.from)} – ${event.to ? dayInWords(event.to) : 'end not stated'}` : 'unknown'}</Fact>
        <Fact name="Where">
          <Items items={event.places.edges.map(({ node }) => ({ id: node.id, label: node.name }))} total={event.places.totalCount} onSelect={onSelect} />
        </Fact>
        <Fact name="Involves">
          <Items
            items={event.involved.edges.map(({ node, role, alleged }) => ({ ...node, note: role && roleInWords(role, alleged) }))}
            total={event.involved.totalCount}
            onSelect={onSelect}
          />
        </Fact>
        <Fact name="Reports">{event.reports.totalCount}</Fact>
      </dl>
      <h3>{plural(event.claims.totalCount, 'claim')}, newest first</h3>
      <Quotes claims={event.claims.edges.map(({ node }) => node)} total={event.claims.totalCount} onSelect={onSelect} />
    </>
  );
}

function PlaceFacts({ place, onSelect }: { place: Of<'Place'>; onSelect: Select }) {
  return (
    <>
      <h2 dir="auto">{place.label}</h2>
      <Aliases names={[...place.names.map(({ name }) => name), ...place.aliases]} />
      <dl>{place.placeKind && <Fact name="Kind">{inWords(place.placeKind)}</Fact>}</dl>
      <h3>{plural(place.events.totalCount, 'event')} at this very place</h3>
      <ul class="list">
        {place.events.edges.map(({ node }) => (
          <li key={node.id}>
            <Link id={node.id} onSelect={onSelect}>
              {node.title}
            </Link>{' '}
            {node.from && dayInWords(node.from)}
          </li>
        ))}
      </ul>
      <Left shown={place.events.edges.length} total={place.events.totalCount} />
    </>
  );
}

function SourceFacts({ source, onSelect }: { source: Of<'Group'> | Of<'Person'>; onSelect: Select }) {
  return (
    <>
      <h2 dir="auto">{source.name}</h2>
      <Aliases names={source.aliases} />
      <dl>
        {'groupKind' in source && <Fact name="Kind">{inWords(source.groupKind)}</Fact>}
        {'note' in source && source.note && <Fact name="Note">{source.note}</Fact>}
        <Fact name="Published">{plural(source.published.totalCount, 'report')}</Fact>
      </dl>
      <h3>{plural(source.claimsMade.totalCount, 'claim')} of its own, newest first</h3>
      <Quotes claims={source.claimsMade.edges.map(({ node }) => node)} total={source.claimsMade.totalCount} onSelect={onSelect} />
    </>
  );
}

const roleInWords = (role: string, alleged: boolean | null) => `(${inWords(role)}${alleged && !role.startsWith('ALLEGED') ? ', alleged' : ''})`;

/** Who published a report, when, and who wrote it. */
function Publication({ report, onSelect }: { report: Pick<Of<'Report'>, 'publisher' | 'publishedAt' | 'publishedAtRaw' | 'byline'>; onSelect: Select }) {
  return (
    <>
      <Link id={report.publisher?.id} onSelect={onSelect}>
        {report.publisher?.name ?? 'Publisher unknown'}
      </Link>
      , {publishedInWords(report)}
      {report.byline && ` · ${report.byline}`}
    </>
  );
}

function Replacement({ name, of, onSelect }: { name: string; of: Of<'Claim'>['supersedes'] | Of<'Claim'>['supersededBy']; onSelect: Select }) {
  return of === null ? null : (
    <Fact name={name}>
      <Link id={of.claim.id} onSelect={onSelect}>
        {of.claim.label}
      </Link>{' '}
      ({replacedInWords[of.basis]})
    </Fact>
  );
}
