import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { writeAddress } from '../address/state.ts';
import { createAsk } from '../api/ask.ts';
import { ReadArticle } from '../operations/read-article.ts';
import { RecordReport } from '../operations/record-report.ts';
import { useAttempt } from '../page/attempt.ts';
import { ArticleForm } from './article-form.tsx';
import { Review } from './review.tsx';
import { type Article, reportOf, type Suggestions, suggestionsOf } from './suggestions.ts';

const ask = createAsk(new AbortController().signal, () => {}, { isVerbatim: true });
const nothing: Article = { title: '', text: '', url: '', publishedAt: '', publisher: null, newPublisher: '', event: null };

/** Records a report from its pasted text: what rules read in it stands beside it, and a person decides on each. */
export function RecordPage() {
  const [article, setArticle] = useState(nothing);
  const [found, setFound] = useState<Suggestions | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [done, setDone] = useState<{ readonly id: string; readonly title: string } | null>(null);
  const { key, failed } = useAttempt();
  const change = (part: Partial<Article>) => setArticle((before) => ({ ...before, ...part }));

  async function attempt(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setProblem('');
    try {
      await work();
    } catch (error) {
      setProblem((error as Error).message);
      failed(error);
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
      const { recordReport } = await ask(RecordReport, { input: reportOf(article, suggestions), key: key() });
      if (recordReport.__typename !== 'Report') throw new Error(recordReport.message);
      setDone(recordReport);
    });

  // Each step takes the place of the one before, and with it the button that was pressed.
  const step = done ? 'done' : found ? 'review' : 'text';
  const main = useRef<HTMLElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) main.current?.focus();
    before.current = step;
  }, [step]);

  if (done) return <Done place={main} report={done} onNext={() => location.reload()} />;
  return (
    <main class="record" aria-busy={isBusy} ref={main} tabIndex={-1}>
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

function Done({
  place,
  report,
  onNext,
}: {
  place: RefObject<HTMLElement | null>;
  report: { readonly id: string; readonly title: string };
  onNext: () => void;
}) {
  return (
    <main class="record" ref={place} tabIndex={-1}>
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
