import { useEffect, useRef } from 'preact/hooks';
import { paint } from '../draw/canvas.ts';
import type { Mark } from '../draw/mark.ts';
import { usePalette } from './theme.ts';
import type { LegendItem } from './view.ts';

/** What the signs mean, in words; an entry for a kind of thing hides and shows it. */
export function Legend({ items, hidden, onToggle }: { items: readonly LegendItem[]; hidden: readonly string[]; onToggle: (name: string) => void }) {
  return (
    <section class="legend" aria-label="Legend">
      <h2>Legend</h2>
      <ul>
        {items.map(({ marks, says, hides }) => (
          <li key={says}>
            {hides === undefined ? (
              <>
                <Sign marks={marks} /> <span>{says}</span>
              </>
            ) : (
              <label>
                <input
                  type="checkbox"
                  checked={says.startsWith('Without') ? hidden.includes(hides) : !hidden.includes(hides)}
                  onChange={() => onToggle(hides)}
                />
                {marks.length > 0 && <Sign marks={marks} />} <span>{says}</span>
              </label>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sign({ marks }: { marks: readonly Mark[] }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    context.setTransform(2, 0, 0, 2, 0, 0);
    context.clearRect(0, 0, 36, 20);
    paint(context, marks, palette);
  }, [marks, palette]);
  return <canvas ref={canvas} width={72} height={40} class="sign" aria-hidden="true" />;
}
