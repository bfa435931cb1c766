import { useRef, useState } from 'preact/hooks';
import { writeAddress } from '../address/state.ts';
import { createAsk } from '../api/ask.ts';
import { ReadArticle } from '../operations/read-article.ts';
import { RecordReport } from '../operations/record-report.ts';
import { EntityPicker, type Picked } from '../page/entity-picker.tsx';
import { attemptKey } from '../page/linking.ts';
import { inWords, plural } from '../page/words.ts';
import { ClaimCard, Verdicts } from './claim-card.tsx';
import { MarkedText } from './marked-text.tsx';
import { type Article, isAccepted, type MentionSuggestion, reportOf, type Suggestions, suggestionsOf } from './suggestions.ts';

const ask = createAsk(new AbortController().signal, () => {});
const nothing: Article = { title: '', text: '', url: '', publishedAt: '', publisher: null, event: null };

/** Records a report from its pasted text: what rules read in it stands beside it, and a person decides on each. */
export function RecordPage() {
  const [article, setArticle] = useState(nothing);
  const [found, setFound] = useState<Suggestions | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState<{ readonly id: string; readonly title: string } | null>(null);
  const key = useRef(attemptKey());
  const change = (part: Partial<Article>) => setArticle((before) => ({ ...before, ...part }));

  async function attempt(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setProblem('');
    try {
      await work();
    } catch (error) {
      setProblem((error as Error).message);
      key.current = attemptKey(); // What is sent after a refusal is another request.
    }
    setBusy(false);
  }

  const read = () =>
    attempt(async () => {
      const { readArticle } = await ask(ReadArticle, { text: article.text });
      setFound(suggestionsOf(readArticle));
    });
  const record = (suggestions: Suggestions) =>
    attempt(async () => {
      const { recordReport } = await ask(RecordReport, { input: reportOf(article, suggestions), key: key.current });
      if (recordReport.__typename !== 'Report') throw new Error(recordReport.message);
      setDone(recordReport);
    });

  if (done) return <Done report={done} onNext={() => location.reload()} />;
  return (
    <main class="record" aria-busy={isBusy}>
      <h1>Record a report</h1>
      <p class="lead">Paste an article. The numbers and names that stand in it are suggested beside it; what you accept is recorded, nothing else.</p>
      {problem && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      {found ? (
        <Review
          article={article}
          found={found}
          isBusy={isBusy}
          onChange={setFound}
          onArticle={change}
          onBack={() => setFound(null)}
          onRecord={() => record(found)}
        />
      ) : (
        <ArticleForm article={article} isBusy={isBusy} onChange={change} onRead={read} />
      )}
    </main>
  );
}

interface FormProps {
  readonly article: Article;
  readonly isBusy: boolean;
  readonly onChange: (part: Partial<Article>) => void;
  readonly onRead: () => void;
}

function ArticleForm({ article, isBusy, onChange, onRead }: FormProps) {
  const [publisher, setPublisher] = useState<Picked | null>(null);
  const [newPublisher, setNewPublisher] = useState('');
  const isReady = article.title.trim() !== '' && article.text.trim() !== '' && !isBusy;
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        onRead();
      }}
    >
      <label>
        Title <input required maxLength={500} dir="auto" value={article.title} onInput={(event) => onChange({ title: event.currentTarget.value })} />
      </label>
      <label>
        Text{' '}
        <textarea required rows={12} maxLength={50_000} dir="auto" value={article.text} onInput={(event) => onChange({ text: event.currentTarget.value })} />
      </label>
      <div class="parts">
        <label>
          Address <input type="url" maxLength={2000} value={article.url} onInput={(event) => onChange({ url: event.currentTarget.value })} />
        </label>
        <label>
          Published (a day, a month, an instant){' '}
          <input value={article.publishedAt} placeholder="2025-03-09" onInput={(event) => onChange({ publishedAt: event.currentTarget.value })} />
        </label>
      </div>
      {publisher ? (
        <p>
          Publisher: <bdi>{publisher.label}</bdi>{' '}
          <button
            type="button"
            onClick={() => {
              setPublisher(null);
              onChange({ publisher: null });
            }}
          >
            Another
          </button>
        </p>
      ) : (
        <div class="parts">
          <EntityPicker
            label="Publisher"
            types={['GROUP', 'PERSON']}
            onPick={(picked) => {
              setPublisher(picked);
              setNewPublisher('');
              onChange({ publisher: { id: picked.id } });
            }}
          />
          <label>
            or a new one{' '}
            <input
              maxLength={500}
              dir="auto"
              value={newPublisher}
              onInput={({ currentTarget: { value } }) => {
                setNewPublisher(value);
                onChange({ publisher: value.trim() ? { newGroup: { name: value.trim() } } : null });
              }}
            />
          </label>
        </div>
      )}
      <p class="actions">
        <button type="submit" class="primary" disabled={!isReady}>
          {isBusy ? 'Reading…' : 'Read it'}
        </button>
      </p>
    </form>
  );
}

interface ReviewProps {
  readonly article: Article;
  readonly found: Suggestions;
  readonly isBusy: boolean;
  readonly onChange: (found: Suggestions) => void;
  readonly onArticle: (part: Partial<Article>) => void;
  readonly onBack: () => void;
  readonly onRecord: () => void;
}

function Review({ article, found, isBusy, onChange, onArticle, onBack, onRecord }: ReviewProps) {
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
          {article.event ? (
            <p>
              About: <bdi>{article.event.label}</bdi>{' '}
              <button type="button" onClick={() => onArticle({ event: null })}>
                Another
              </button>
            </p>
          ) : (
            <EntityPicker label="Which event they are about" types={['EVENT']} onPick={(event) => onArticle({ event })} />
          )}
          {claims.map((claim, index) => (
            <ClaimCard
              key={claim.read.start}
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

function Done({ report, onNext }: { report: { readonly id: string; readonly title: string }; onNext: () => void }) {
  return (
    <main class="record">
      <h1>It is recorded</h1>
      <p class="done-note" role="status" dir="auto">
        <a href={writeAddress('graph', { of: [report.id], sel: report.id })}>{report.title}</a>
      </p>
      <p class="actions">
        <button type="button" onClick={onNext}>
          Record another
        </button>
      </p>
    </main>
  );
}
