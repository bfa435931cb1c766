import { PickOne } from '../page/pick-one.tsx';
import type { Article } from './suggestions.ts';

interface FormProps {
  readonly article: Article;
  readonly isBusy: boolean;
  readonly onChange: (part: Partial<Article>) => void;
  readonly onRead: () => void;
}

/** The article as it is pasted: title, text, and where it is from. */
export function ArticleForm({ article, isBusy, onChange, onRead }: FormProps) {
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
      <div class="parts">
        <PickOne
          picked={article.publisher}
          label="Publisher"
          types={['GROUP', 'PERSON']}
          before="Publisher:"
          onPick={(publisher) => onChange({ publisher, newPublisher: '' })}
        />
        {!article.publisher && (
          <label>
            or a new one{' '}
            <input maxLength={500} dir="auto" value={article.newPublisher} onInput={(event) => onChange({ newPublisher: event.currentTarget.value })} />
          </label>
        )}
      </div>
      <p class="actions">
        <button type="submit" class="primary" disabled={!isReady}>
          {isBusy ? 'Reading…' : 'Read it'}
        </button>
      </p>
    </form>
  );
}
