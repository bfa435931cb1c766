import { useState } from 'preact/hooks';
import type { State, ViewName } from '../address/state.ts';
import { writeAddress } from '../address/state.ts';
import { useAttempt } from './attempt.ts';
import { Dialog } from './dialog.tsx';
import type { Router } from './router.ts';
import { addressToKeep, remove, type SavedView, save, update } from './saved.ts';
import { dayInWords } from './words.ts';

interface Props {
  readonly view: ViewName;
  readonly state: State;
  readonly title: string;
  readonly saved: SavedView | null;
  readonly router: Router;
  readonly onClose: () => void;
}

const today = () => new Date().toISOString().slice(0, 10);

/** Keeps what is shown under a name: live, or as known on a day. */
export function SaveDialog({ view, state, title, saved, router, onClose }: Props) {
  const [name, setName] = useState(saved?.kept.name ?? title);
  const [description, setDescription] = useState(saved?.kept.description ?? '');
  const [isPinned, setPinned] = useState(state.known !== '');
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [isSure, setSure] = useState(false);
  const { key, failed } = useAttempt();
  const day = state.known || today();
  const address = addressToKeep(view, { ...state, known: isPinned ? day : '' });

  async function attempt(work: () => Promise<void>): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setProblem('');
    try {
      await work();
      onClose();
    } catch (error) {
      setProblem((error as Error).message);
      failed(error);
      setBusy(false);
    }
  }

  const keep = () =>
    attempt(async () => {
      location.assign(writeAddress(view, { view: await save(`${key()}-save`, name, description, address) }));
    });
  const change = (of: SavedView) =>
    attempt(async () => {
      await update(`${key()}-update`, of, name, description, address);
      history.replaceState(null, '', writeAddress(view, { view: of.id }));
      router.reload();
    });
  const forget = (of: SavedView) =>
    attempt(async () => {
      await remove(`${key()}-delete`, of);
      location.assign(address);
    });

  return (
    <Dialog title="Save this view" onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <label>
          Name <input value={name} required maxLength={500} dir="auto" onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <label>
          What it shows <textarea value={description} maxLength={2000} rows={3} dir="auto" onInput={(event) => setDescription(event.currentTarget.value)} />
        </label>
        <fieldset>
          <legend>When it is opened</legend>
          <label>
            <input type="radio" name="pinned" checked={!isPinned} onChange={() => setPinned(false)} /> Live: it shows what is known then
          </label>
          <label>
            <input type="radio" name="pinned" checked={isPinned} onChange={() => setPinned(true)} /> Pinned: as known on {dayInWords(day)}
          </label>
        </fieldset>
        {problem && (
          <p class="error" role="alert">
            {problem}
          </p>
        )}
        <p class="actions">
          <button type="submit" class="primary" disabled={name.trim() === ''}>
            {saved ? 'Save as a new one' : 'Save'}
          </button>
          {saved && (
            <button type="button" disabled={name.trim() === ''} onClick={() => change(saved)}>
              Change this one
            </button>
          )}
          {saved && (
            <button type="button" onClick={() => (isSure ? forget(saved) : setSure(true))}>
              {isSure ? 'Yes, delete it' : 'Delete it'}
            </button>
          )}
        </p>
      </form>
    </Dialog>
  );
}

/** Which saved view one is looking at, and what of it is not there any more. */
export function SavedNote({ saved }: { saved: SavedView }) {
  const { name, description, known, createdBy, createdAt, gone, retracted } = saved.kept;
  return (
    <div class="saved-note" role="note">
      <p dir="auto">
        Saved view <strong>{name}</strong>
        {description && ` — ${description}`}
      </p>
      <p class="count">
        {known ? `As known on ${dayInWords(known)}` : 'Live'} · saved {dayInWords(createdAt)} by {createdBy}
      </p>
      {(gone.length > 0 || retracted.length > 0) && (
        <p class="error">
          {[gone.length > 0 ? `${items(gone.length)} gone` : '', retracted.length > 0 ? `${items(retracted.length)} taken back` : '']
            .filter(Boolean)
            .join(', ')}
          .
        </p>
      )}
    </div>
  );
}

const items = (count: number) => (count === 1 ? '1 item is' : `${count} items are`);
