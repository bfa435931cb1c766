import { useEffect, useState } from 'preact/hooks';
import { dark, light, type Palette } from '../draw/palette.ts';

const asked = matchMedia('(prefers-color-scheme: dark)');

const currentPalette = (): Palette => (asked.matches ? dark : light);

/** The palette that the reader's system asks for. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(currentPalette);
  useEffect(() => {
    const change = () => setPalette(currentPalette());
    asked.addEventListener('change', change);
    return () => asked.removeEventListener('change', change);
  }, []);
  return palette;
}
