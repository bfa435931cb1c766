import { type Base, readAddress, type State, type ViewName, writeAddress } from '../address/state.ts';
import { createAsk } from '../api/ask.ts';
import { DeleteView } from '../operations/delete-view.ts';
import { SaveView } from '../operations/save-view.ts';
import { Saved, type SavedAnswer } from '../operations/saved.ts';
import { UpdateView } from '../operations/update-view.ts';

/** A saved view, and the state that it stands for. */
export interface SavedView extends Base {
  readonly kept: NonNullable<SavedAnswer['view']>;
  readonly view: ViewName;
}

const ask = createAsk(new AbortController().signal, () => {});

/** The saved view with an id, or null when there is none (any more). */
export async function loadSaved(id: string): Promise<SavedView | null> {
  const { view: kept } = await ask(Saved, { id });
  if (!kept) return null;
  const [path = '', search = ''] = kept.address.split('?');
  const { view, state } = readAddress(path, search);
  return { id, kept, view, state: { ...state, view: id } };
}

/** What a view is kept as: all of its state, without the saved view that it may have come from. */
export function addressToKeep(view: ViewName, state: State): string {
  return writeAddress(view, { ...state, view: '' });
}

/** Saves, and gives the new id; sent again with the same key, it does not save twice. */
export async function save(key: string, name: string, description: string, address: string, { unlisted = false } = {}): Promise<string> {
  const { saveView } = await ask(SaveView, {
    input: { name: name.slice(0, 500), description: description.trim() || null, address, unlisted: unlisted || null },
    key,
  });
  if (saveView.__typename !== 'View') throw new Error(saveView.message);
  return saveView.id;
}

export async function update(key: string, { id, kept }: SavedView, name: string, description: string, address: string): Promise<void> {
  const input = { name, description: description.trim() || null, address, unlisted: null };
  const { updateView } = await ask(UpdateView, { id, input, seen: kept.updatedAt, key });
  if (updateView.__typename !== 'View') throw new Error(updateView.message);
}

export async function remove(key: string, { id }: SavedView): Promise<void> {
  const { deleteView } = await ask(DeleteView, { id, key });
  if (deleteView.__typename !== 'DeletedView') throw new Error(deleteView.message);
}
