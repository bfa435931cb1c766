import { useEffect, useState } from 'preact/hooks';
import { family, type Measure, measuredBy } from '../draw/text.ts';

let measure: Measure | undefined;

/** The fonts that the pictures are drawn in, asked for while the answer is still on its way. */
const fonts = Promise.allSettled([400, 600, 700].map((weight) => document.fonts.load(`${weight} 12px ${family}`, 'Aaع')));

/** Measures with the fonts that the pictures are drawn in; null until they are there, so that nothing is laid out twice. */
export function useMeasure(): Measure | null {
  const [ready, setReady] = useState<Measure | null>(measure ?? null);
  useEffect(() => {
    if (measure) return;
    fonts.then(() => {
      const context = document.createElement('canvas').getContext('2d');
      if (!context) return;
      measure ??= measuredBy(context);
      setReady(() => measure ?? null);
    });
  }, []);
  return ready;
}
