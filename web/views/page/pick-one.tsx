import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PickVariables } from '../operations/pick.ts';
import { EntityPicker, type Picked } from './entity-picker.tsx';

interface Props {
  readonly picked: Picked | null;
  readonly label: string;
  readonly types?: PickVariables['types'];
  /** What stands before the name of what was picked. */
  readonly before: ComponentChildren;
  readonly again?: string;
  readonly onPick: (picked: Picked | null) => void;
}

/** One entity: to be found by its name, or as it was picked, with a way to take another. The focus goes from the one to the other. */
export function PickOne({ picked, label, types, before, again = 'Another', onPick }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const last = useRef(picked?.id);
  useLayoutEffect(() => {
    if (last.current !== picked?.id) place.current?.querySelector<HTMLElement>(picked ? 'button' : 'input')?.focus();
    last.current = picked?.id;
  }, [picked?.id]);

  return (
    <div ref={place}>
      {picked ? (
        <p>
          {before} <strong dir="auto">{picked.label}</strong>{' '}
          <button type="button" onClick={() => onPick(null)}>
            {again}
          </button>
        </p>
      ) : (
        <EntityPicker label={label} types={types} onPick={onPick} />
      )}
    </div>
  );
}
