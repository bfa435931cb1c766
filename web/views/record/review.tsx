import { PickOne } from '../page/pick-one.tsx';
import { inWords, plural } from '../page/words.ts';
import { ClaimCard, Verdicts } from './claim-card.tsx';
import { MarkedText } from './marked-text.tsx';
import { type Article, isAccepted, type MentionSuggestion, type Suggestions } from './suggestions.ts';

interface ReviewProps {
  readonly article: Article;
  readonly found: Suggestions;
  readonly isBusy: boolean;
  readonly onChange: (found: Suggestions) => void;
  readonly onArticle: (part: Partial<Article>) => void;
  readonly onBack: () => void;
  readonly onRecord: () => void;
}

/** The text, and beside it what was read in it, for a person to decide on. */
export function Review({ article, found, isBusy, onChange, onArticle, onBack, onRecord }: ReviewProps) {
  const { claims, mentions, left } = found;
  const all = [...claims, ...mentions];
  const accepted = { claims: claims.filter(isAccepted).length, mentions: mentions.filter(isAccepted).length };
  const undecided = all.filter(({ verdict }) => verdict === 'undecided').length;
  const acceptRest = <Item extends { readonly verdict: string }>(items: readonly Item[]) =>
    items.map((item) => (item.verdict === 'undecided' ? { ...item, verdict: 'accepted' as const } : item));
  return (
    <>
      <div class="review">
        <div>
          <h2 dir="auto">{article.title}</h2>
          <MarkedText text={article.text} claims={claims} mentions={mentions} />
        </div>
        <div class="suggestions">
          <h2>{plural(claims.length, 'number')}</h2>
          <PickOne picked={article.event} label="Which event they are about" types={['EVENT']} before="About:" onPick={(event) => onArticle({ event })} />
          {claims.map((claim, index) => (
            <ClaimCard
              key={`${claim.read.start} ${claim.read.metric}`}
              claim={claim}
              number={index + 1}
              onChange={(next) => onChange({ ...found, claims: claims.map((one, at) => (at === index ? next : one)) })}
            />
          ))}
          <h2>{plural(mentions.length, 'name')}</h2>
          {mentions.map((mention, index) => (
            <MentionCard
              key={mention.read.start}
              mention={mention}
              onChange={(next) => onChange({ ...found, mentions: mentions.map((one, at) => (at === index ? next : one)) })}
            />
          ))}
          {all.length === 0 && <p class="count">Nothing was read in it: it can be recorded as it is, and claims added later.</p>}
          {left > 0 && <p class="count">{plural(left, 'more suggestion')} in a long text are not shown.</p>}
        </div>
      </div>
      <p class="actions">
        <button type="button" class="primary" disabled={isBusy} onClick={onRecord}>
          Record it with {plural(accepted.claims, 'claim')} and {plural(accepted.mentions, 'mention')}
        </button>
        <button type="button" disabled={undecided === 0} onClick={() => onChange({ ...found, claims: acceptRest(claims), mentions: acceptRest(mentions) })}>
          Accept the {plural(undecided, 'undecided one')}
        </button>
        <button type="button" onClick={onBack}>
          Back to the text
        </button>
      </p>
      {undecided > 0 && <p class="count">What is undecided or rejected is not recorded.</p>}
    </>
  );
}

function MentionCard({ mention, onChange }: { mention: MentionSuggestion; onChange: (mention: MentionSuggestion) => void }) {
  const { read, id, verdict } = mention;
  return (
    <fieldset class={`suggestion ${verdict}`}>
      <legend dir="auto">“{read.quote}”</legend>
      <label>
        is{' '}
        <select value={id} onChange={(event) => onChange({ ...mention, id: event.currentTarget.value })}>
          {read.candidates.map((candidate) => (
            <option key={candidate.id} value={candidate.id}>
              {candidate.label} ({inWords(candidate.type)})
            </option>
          ))}
        </select>
      </label>
      {read.isAmbiguous && <p class="count">Several have this name: say which is meant.</p>}
      <Verdicts about={read.quote} verdict={verdict} onChange={(next) => onChange({ ...mention, verdict: next })} />
    </fieldset>
  );
}
