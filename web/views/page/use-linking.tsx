import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { State } from '../address/state.ts';
import type { Picked } from './entity-picker.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { type Drawn, takeBack } from './linking.ts';
import type { Router } from './router.ts';
import { inWords } from './words.ts';

export interface Linking {
  readonly onSeen: (seen: Picked) => void;
  readonly onLink: (one: Picked) => void;
  readonly dialog: ComponentChildren;
  readonly note: ComponentChildren;
}

/** Linking from a page: the entity that was selected with the one selected before it; what was drawn is told, and can be taken back. */
export function useLinking(state: State, router: Router, reload: () => void): Linking {
  const seen = useRef<readonly Picked[]>([]);
  const [one, setOne] = useState<Picked | null>(null);
  const [done, setDone] = useState<{ readonly link: Drawn; readonly revision: string | null; readonly says: string } | null>(null);

  function drawn({ link, revision }: { readonly link: Drawn; readonly revision: string | null }): void {
    setDone({ link, revision, says: '' });
    const isOpen = state.open.some(({ id, through }) => id === one?.id && through === link.type);
    // In the graph the relationship is opened where one stands, so that the new link is drawn and nothing moves.
    if (router.address?.view === 'graph' && one && !isOpen) router.go({ open: [...state.open, { id: one.id, through: link.type, pages: 1 }] });
    reload();
  }

  async function undo(revision: string): Promise<void> {
    try {
      await takeBack(revision);
      setDone((before) => before && { ...before, revision: null, says: 'It is taken back.' });
      reload();
    } catch (error) {
      setDone((before) => before && { ...before, says: (error as Error).message });
    }
  }

  return {
    onSeen: (entity) => {
      seen.current = [entity, ...seen.current.filter(({ id }) => id !== entity.id)].slice(0, 2);
    },
    onLink: setOne,
    dialog: one && <LinkDialog one={one} before={seen.current.find(({ id }) => id !== one.id) ?? null} onDrawn={drawn} onClose={() => setOne(null)} />,
    note: done && (
      <div class="done-note" role="status">
        <p dir="auto">
          Linked: {done.link.from.label} — {inWords(done.link.type)} — {done.link.to.label}. {done.says}{' '}
          {done.revision && (
            <button type="button" onClick={() => undo(done.revision as string)}>
              Undo
            </button>
          )}{' '}
          <button type="button" onClick={() => setDone(null)} aria-label="Close this note">
            ×
          </button>
        </p>
      </div>
    ),
  };
}
