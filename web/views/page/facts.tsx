import type { ClaimsAnswer } from '../operations/claims.ts';
import type { SelectedAnswer } from '../operations/selected.ts';
import { selectionPath } from './router.ts';
import { safeUrl } from './safe.ts';
import { dayInWords, inWords, plural, polarityInWords, publishedInWords, replacedInWords } from './words.ts';

type Node = NonNullable<SelectedAnswer['node']>;
type Of<Name extends Node['__typename']> = Extract<Node, { __typename: Name }>;
export type ClaimLine = Extract<NonNullable<ClaimsAnswer['nodes'][number]>, { quote: unknown }>;
type Select = (id: string) => void;

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

/** A claim in short: its words, whose they are, where they stand. */
export function ClaimQuote({ claim, onSelect }: { claim: ClaimLine; onSelect: Select }) {
  return (
    <figure class="quote">
      <blockquote dir="auto">{claim.quote ? `“${claim.quote}”` : (claim.statement ?? claim.label)}</blockquote>
      <figcaption dir="auto">
        <Link id={claim.claimant?.id} onSelect={onSelect}>
          {claim.claimant?.name ?? 'Nobody named'}
        </Link>{' '}
        {polarityInWords[claim.polarity] !== 'asserts' && `${polarityInWords[claim.polarity]}, `}
        <Link id={claim.id} onSelect={onSelect}>
          {claim.label}
        </Link>
        {claim.report && (
          <>
            {' '}
            —{' '}
            <Link id={claim.report.id} onSelect={onSelect}>
              {claim.report.title}
            </Link>
            , {claim.report.publisher?.name ?? 'publisher unknown'}, {publishedInWords(claim.report)}
          </>
        )}
      </figcaption>
    </figure>
  );
}

/** A link that opens something in the panel; also in a new window, since it is an address. */
function Link({ id, onSelect, children }: { id: string | undefined; onSelect: Select; children: preact.ComponentChildren }) {
  if (id === undefined) return <span>{children}</span>;
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onSelect(id);
  };
  return (
    <a href={selectionPath(id)} onClick={open}>
      <bdi>{children}</bdi>
    </a>
  );
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
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
          {report.publisher ? (
            <Link id={report.publisher.id} onSelect={onSelect}>
              {report.publisher.name}
            </Link>
          ) : (
            'Publisher unknown'
          )}
          , {publishedInWords(report)}
          {report.byline && ` · ${report.byline}`}
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
        {claim.supersedes && (
          <Fact name="Replaces">
            <Link id={claim.supersedes.claim.id} onSelect={onSelect}>
              {claim.supersedes.claim.label}
            </Link>{' '}
            ({replacedInWords[claim.supersedes.basis]})
          </Fact>
        )}
        {claim.supersededBy && (
          <Fact name="Replaced by">
            <Link id={claim.supersededBy.claim.id} onSelect={onSelect}>
              {claim.supersededBy.claim.label}
            </Link>{' '}
            ({replacedInWords[claim.supersededBy.basis]})
          </Fact>
        )}
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
            {claim.repeatedBy.edges.map(({ node }) => (
              <span key={node.id} class="item">
                <Link id={node.id} onSelect={onSelect}>
                  {node.report?.publisher?.name ?? node.report?.title ?? node.label}
                </Link>
              </span>
            ))}
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

function Url({ url }: { url: string | null }) {
  const href = safeUrl(url);
  if (url === null) return null;
  return href ? (
    <p class="url">
      <a href={href} rel="noopener noreferrer external" target="_blank">
        {url}
      </a>
    </p>
  ) : (
    <p class="url" title="Not a web address, so it is no link.">
      {url}
    </p>
  );
}

function ReportFacts({ report, onSelect }: { report: Of<'Report'>; onSelect: Select }) {
  return (
    <>
      <h2 dir="auto" lang={report.language ?? undefined}>
        {report.title}
      </h2>
      <p class="source">
        {report.publisher ? (
          <Link id={report.publisher.id} onSelect={onSelect}>
            {report.publisher.name}
          </Link>
        ) : (
          'Publisher unknown'
        )}
        , {publishedInWords(report)}
        {report.byline && ` · ${report.byline}`}
      </p>
      <Url url={report.url} />
      <h3>{plural(report.claims.totalCount, 'claim')}</h3>
      <Quotes claims={report.claims.edges.map(({ node }) => node)} total={report.claims.totalCount} onSelect={onSelect} />
    </>
  );
}

function Quotes({ claims, total, onSelect }: { claims: readonly ClaimLine[]; total: number; onSelect: Select }) {
  return (
    <>
      {claims.map((claim) => (
        <ClaimQuote key={claim.id} claim={claim} onSelect={onSelect} />
      ))}
      {total > claims.length && (
        <p class="count">
          {claims.length} of {total} are shown.
        </p>
      )}
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
          {event.places.edges.map(({ node }) => (
            <span key={node.id} class="item">
              <Link id={node.id} onSelect={onSelect}>
                {node.name}
              </Link>
            </span>
          ))}
        </Fact>
        <Fact name="Involves">
          {event.involved.edges.map(({ node, role, alleged }) => (
            <span key={`${node.id} ${role}`} class="item">
              <Link id={node.id} onSelect={onSelect}>
                {node.label}
              </Link>
              {role && ` (${inWords(role)}${alleged && !role.startsWith('ALLEGED') ? ', alleged' : ''})`}
            </span>
          ))}
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

function Aliases({ names }: { names: readonly string[] }) {
  return names.length === 0 ? null : (
    <p class="aliases">
      {[...new Set(names)].map((name) => (
        <bdi key={name}>{name}</bdi>
      ))}
    </p>
  );
}
