import type { ComponentChildren } from 'preact';
import type { ClaimsAnswer } from '../operations/claims.ts';
import { selectionPath } from './router.ts';
import { safeUrl } from './safe.ts';
import { figure, polarityInWords, publishedInWords } from './words.ts';

export type ClaimLine = Extract<NonNullable<ClaimsAnswer['nodes'][number]>, { quote: unknown }>;
export type Select = (id: string) => void;

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
export function Link({ id, onSelect, children }: { id: string | undefined; onSelect: Select; children: ComponentChildren }) {
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

export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

export function Url({ url }: { url: string | null }) {
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

export function Quotes({ claims, total, onSelect }: { claims: readonly ClaimLine[]; total: number; onSelect: Select }) {
  return (
    <>
      {claims.map((claim) => (
        <ClaimQuote key={claim.id} claim={claim} onSelect={onSelect} />
      ))}
      <Left shown={claims.length} total={total} />
    </>
  );
}

/** What is left out of a list, said. */
export function Left({ shown, total }: { shown: number; total: number }) {
  return total > shown ? (
    <p class="count">
      {figure(shown)} of {figure(total)} are shown.
    </p>
  ) : null;
}

interface Item {
  readonly id: string;
  readonly label: string;
  readonly note?: string | null;
}

/** Entities by name, each to be opened, in a fact. */
export function Items({ items, total, onSelect }: { items: readonly Item[]; total: number; onSelect: Select }) {
  return (
    <>
      {items.map(({ id, label, note }) => (
        <span key={`${id} ${note}`} class="item">
          <Link id={id} onSelect={onSelect}>
            {label}
          </Link>
          {note && ` ${note}`}
        </span>
      ))}
      <Left shown={items.length} total={total} />
    </>
  );
}

export function Aliases({ names }: { names: readonly string[] }) {
  return names.length === 0 ? null : (
    <p class="aliases">
      {[...new Set(names)].map((name) => (
        <bdi key={name}>{name}</bdi>
      ))}
    </p>
  );
}
