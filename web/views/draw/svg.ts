import { cornersOf, headOf, middleOf } from './canvas.ts';
import type { LineMark, Mark, TextMark } from './mark.ts';
import type { Palette } from './palette.ts';
import { family, isRightToLeft } from './text.ts';

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Lines under the picture: what it shows, as known when, from which address, under which licences. */
  readonly footer: readonly string[];
}

/** The same marks as a picture file. Equal marks give equal bytes. */
export function writeSvg(marks: readonly Mark[], palette: Palette, { width, height, title, footer }: Sheet): string {
  const below = footer.length > 0 ? 12 + footer.length * 16 : 0;
  const hatches = [...new Set(marks.flatMap((mark) => (mark.mark !== 'text' && mark.hatch && mark.fill ? [mark.fill] : [])))].sort();
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height + below}" viewBox="0 0 ${width} ${height + below}" font-family="${attribute(family)}">`,
    `<title>${content(title)}</title>`,
    ...hatches.map(
      (name) =>
        `<pattern id="hatch-${name}" width="7" height="7" patternUnits="userSpaceOnUse"><path d="M-7 7L0 0M0 7L7 0M7 7L14 0" stroke="${palette[name]}" stroke-width="1.2"/></pattern>`,
    ),
    `<rect width="${width}" height="${height + below}" fill="${palette.paper}"/>`,
    `<svg width="${width}" height="${height}" overflow="hidden">`,
    ...marks.map((mark) => element(mark, palette)),
    '</svg>',
    ...footer.map((line, index) => `<text x="12" y="${height + 20 + index * 16}" font-size="11" fill="${palette.quiet}">${content(line)}</text>`),
    '</svg>\n',
  ].join('\n');
}

function element(mark: Mark, palette: Palette): string {
  if (mark.mark === 'text') return textElement(mark, palette);
  const style = [
    mark.fill ? `fill="${mark.hatch ? `url(#hatch-${mark.fill})` : palette[mark.fill]}"` : 'fill="none"',
    ...(mark.stroke ? [`stroke="${palette[mark.stroke]}" stroke-width="${number(mark.width ?? 1)}"`] : []),
    ...(mark.dash ? [`stroke-dasharray="${mark.dash.join(' ')}"`] : []),
    ...(mark.opacity !== undefined ? [`opacity="${mark.opacity}"`] : []),
  ].join(' ');
  switch (mark.mark) {
    case 'line':
      return `<path d="${linePath(mark)}" ${style}/>${mark.arrow && mark.stroke ? `<path d="${headPath(mark)}" fill="${palette[mark.stroke]}"/>` : ''}`;
    case 'area':
      return `<path d="${mark.rings.map((ring) => `${path(ring)}Z`).join('')}" fill-rule="evenodd" ${style}/>`;
    case 'circle':
      if (mark.corners) return `<path d="${path(cornersOf(mark))}Z" ${style}/>`;
      return `<circle cx="${number(mark.x)}" cy="${number(mark.y)}" r="${number(mark.r)}" ${style}/>`;
    case 'rect':
      return `<rect x="${number(mark.x)}" y="${number(mark.y)}" width="${number(mark.w)}" height="${number(mark.h)}"${mark.round ? ` rx="${mark.round}"` : ''} ${style}/>`;
  }
}

function textElement(mark: TextMark, palette: Palette): string {
  const [x, y] = [number(mark.x + (mark.dx ?? 0)), number(mark.y + (mark.dy ?? 0))];
  const rtl = isRightToLeft(mark.text);
  // In a text that runs from the right, "start" is its right end.
  const anchor = rtl ? { start: 'end', middle: 'middle', end: 'start' }[mark.anchor ?? 'start'] : (mark.anchor ?? 'start');
  const attributes = [
    `x="${x}" y="${y}" font-size="${mark.size}" fill="${palette[mark.fill]}"`,
    ...(mark.weight && mark.weight !== 400 ? [`font-weight="${mark.weight}"`] : []),
    ...(anchor !== 'start' ? [`text-anchor="${anchor}"`] : []),
    ...(rtl ? ['direction="rtl"'] : []),
    ...(mark.turn ? [`transform="rotate(${mark.turn} ${x} ${y})"`] : []),
    ...(mark.halo ? [`stroke="${palette.paper}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`] : []),
    ...(mark.opacity !== undefined ? [`opacity="${mark.opacity}"`] : []),
  ];
  return `<text ${attributes.join(' ')}>${content(mark.text)}</text>`;
}

function linePath(mark: LineMark): string {
  if (!mark.bend) return path(mark.points);
  const [x1, y1, x2, y2] = mark.points as unknown as [number, number, number, number];
  const [cx, cy] = middleOf(mark.points, mark.bend);
  return `M${number(x1)} ${number(y1)}Q${number(cx)} ${number(cy)} ${number(x2)} ${number(y2)}`;
}

function headPath(mark: LineMark): string {
  return `${path(headOf(mark))}Z`;
}

function path(points: readonly number[]): string {
  let text = '';
  for (let index = 0; index < points.length; index += 2)
    text += `${index === 0 ? 'M' : 'L'}${number(points[index] as number)} ${number(points[index + 1] as number)}`;
  return text;
}

/** One decimal is finer than anybody sees, and the same on every machine. */
function number(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

// XML 1.0 has no way to write these.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function content(text: string): string {
  return text.replaceAll(unwritable, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function attribute(text: string): string {
  return content(text).replaceAll('"', '&quot;');
}
