import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Camera, rounded } from '../address/keys.ts';
import type { LineTarget, Mark, Scene, Target, Window } from '../draw/mark.ts';
import { type Painter, painterOn } from '../draw/painter.ts';
import { placing } from '../draw/project.ts';
import type { Measure } from '../draw/text.ts';
import { lineUnder, nearest, onScreen, targetAt } from './pointing.ts';
import { usePalette } from './theme.ts';

export interface PictureProps {
  readonly scene: Scene;
  readonly isPlane: boolean;
  readonly camera: Camera;
  readonly size: { readonly width: number; readonly height: number };
  readonly measure: Measure;
  readonly selected: string;
  readonly label: string;
  readonly onCamera: (camera: Camera) => void;
  /** Shows all of it again. */
  readonly onFit: () => void;
  readonly onSelect: (target: Target | LineTarget) => void;
  readonly onExpand: (target: Target) => void;
  readonly onFold: (id: string) => void;
}

/** The picture: painted on a canvas, moved by hand, wheel and keys, and read out as one moves. */
export function Picture(props: PictureProps) {
  const { scene, isPlane, size, measure, selected, label } = props;
  const palette = usePalette();
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [moved, setMoved] = useState<Camera | null>(null);
  const [scroll, setScroll] = useState({ x: 0, y: 0 });
  const [focus, setFocus] = useState<string | null>(null);
  const [hover, setHover] = useState<string | null>(null);
  const drag = useRef<{ x: number; y: number; camera: Camera; moved: boolean } | null>(null);
  const settle = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(settle.current), []);

  const camera = moved ?? props.camera;
  const height = isPlane ? size.height : Math.min(scene.height, Math.max(size.height, 320));
  const window: Window = useMemo(
    () => ({ width: size.width, height, isPlane, at: isPlane ? camera : { ...scroll, k: 1 } }),
    [size.width, height, isPlane, camera.x, camera.y, camera.k, scroll.x, scroll.y],
  );
  const marked = scene.targets.find(({ id }) => id === (focus ?? hover));
  const chosen = scene.targets.filter(({ id }) => id === selected);
  const lines = useMemo(() => once(scene.lines ?? (() => [])), [scene]);
  const lineOf = (id: string | null) => (id ? lines().find((line) => line.id === id) : undefined);
  const [markedLine, chosenLine] = [marked ? undefined : lineOf(hover), lineOf(selected)];
  useEffect(() => setMoved(null), [props.camera.x, props.camera.y, props.camera.k]);

  const painter = useRef<Painter | null>(null);
  useEffect(() => {
    painter.current = canvas.current && painterOn(canvas.current);
    return () => painter.current?.stop();
  }, []);
  useEffect(() => {
    const over = [
      ...(chosenLine ? [along(chosenLine, window, 'accent')] : []),
      ...(markedLine ? [along(markedLine, window, 'focus')] : []),
      ...chosen.flatMap((target) => ring(target, window, 'accent')),
      ...(marked ? ring(marked, window, 'focus') : []),
    ];
    painter.current?.show({ scene, window, palette, measure }, over);
  }, [scene, window, palette, measure, marked, markedLine, chosenLine, chosen.map(({ id }) => id).join()]);

  function look(next: Camera): void {
    setMoved(next);
    clearTimeout(settle.current);
    settle.current = setTimeout(() => props.onCamera(rounded(next)), 250);
  }

  function showAll(): void {
    clearTimeout(settle.current);
    setMoved(null);
    props.onFit();
  }

  function zoom(by: number, x = window.width / 2, y = window.height / 2): void {
    const k = Math.min(40_000, Math.max(0.02, camera.k * by));
    const [dx, dy] = [x - window.width / 2, y - window.height / 2];
    look({ k, x: camera.x + dx / camera.k - dx / k, y: camera.y + dy / camera.k - dy / k });
  }

  const zoomNow = useRef(zoom);
  zoomNow.current = zoom;
  useEffect(() => {
    const element = canvas.current;
    if (!element || !isPlane) return;
    // Preact's own listener would be passive, and the page would scroll as well.
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      zoomNow.current(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0016)), event.offsetX, event.offsetY);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => element.removeEventListener('wheel', wheel);
  }, [isPlane]);

  const under = (event: MouseEvent) => targetAt(scene, window, event.offsetX, event.offsetY);
  const lineBy = (event: MouseEvent) => lineUnder(lines(), window, event.offsetX, event.offsetY);

  function press(event: PointerEvent): void {
    drag.current = { x: event.clientX, y: event.clientY, camera, moved: false };
    if (isPlane) (event.currentTarget as Element).setPointerCapture(event.pointerId);
  }

  function move(event: PointerEvent): void {
    const from = drag.current;
    if (!from || !isPlane || event.buttons === 0) {
      setHover((under(event) ?? lineBy(event))?.id ?? null);
      return;
    }
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (Math.hypot(dx, dy) > 4) from.moved = true;
    if (from.moved) look({ k: from.camera.k, x: from.camera.x - dx / from.camera.k, y: from.camera.y - dy / from.camera.k });
  }

  function release(event: PointerEvent): void {
    const isClick = drag.current !== null && !drag.current.moved;
    drag.current = null;
    const target = isClick ? under(event) : undefined;
    const line = isClick && !target ? lineBy(event) : undefined;
    if (target) choose(target);
    else if (line) props.onSelect(line);
  }

  function choose(target: Target): void {
    setFocus(target.id);
    if (target.stub) props.onExpand(target);
    else if (target.fold) props.onFold(target.fold);
    else props.onSelect(target);
  }

  function press1(event: KeyboardEvent): void {
    const target = scene.targets.find(({ id }) => id === focus);
    const direction = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
    if (direction && !event.ctrlKey && !event.metaKey) {
      const next = nearest(scene.targets, target, direction as [number, number]);
      if (next) reveal(next);
    } else if (event.key === 'Enter' && target) choose(target);
    else if (event.key === 'e' && target) props.onExpand(target.stub ? target : (scene.targets.find(({ stub }) => stub?.id === target.id) ?? target));
    else if (event.key === 'c' && target) props.onFold(target.fold ?? target.id);
    else if (event.key === '+' || event.key === '=') isPlane && zoom(1.3);
    else if (event.key === '-') isPlane && zoom(1 / 1.3);
    else if (event.key === '0') isPlane && showAll();
    else return;
    event.preventDefault();
  }

  /** Brings what the keys lead to into sight. */
  function reveal(target: Target): void {
    setFocus(target.id);
    const [x, y] = placing(window, target.fix)(target.x, target.y);
    const isInside = x > 40 && y > 40 && x < window.width - 40 && y < window.height - 40;
    if (isInside) return;
    if (isPlane) look({ ...camera, x: target.x, y: target.y });
    else box.current?.scrollTo({ left: target.x - window.width / 2, top: target.y - window.height / 2 });
  }

  const words = scene.targets.length === 0 ? 'Nothing is drawn.' : `${label} Arrow keys move, Enter opens.`;
  return (
    <div class="picture">
      <div
        class="canvas-box"
        ref={box}
        style={{ height: `${height}px` }}
        onScroll={(event) => setScroll({ x: event.currentTarget.scrollLeft, y: event.currentTarget.scrollTop })}
        tabIndex={0}
        role="application"
        aria-label={words}
        aria-describedby="readout"
        onKeyDown={press1}
        onFocus={() => focus === null && scene.targets[0] && setFocus(selected && chosen[0] ? selected : scene.targets[0].id)}
        onBlur={() => setFocus(null)}
      >
        <canvas
          ref={canvas}
          style={{
            width: `${window.width}px`,
            height: `${height}px`,
            cursor: hover ? 'pointer' : isPlane ? 'grab' : 'default',
            touchAction: isPlane ? 'none' : 'auto',
          }}
          aria-hidden="true"
          onPointerDown={press}
          onPointerMove={move}
          onPointerUp={release}
          onPointerLeave={() => setHover(null)}
        />
        {!isPlane && <div class="spacer" style={{ width: `${scene.width}px`, height: `${Math.max(0, scene.height - height)}px` }} />}
      </div>
      {isPlane && (
        <div class="zoom">
          <button type="button" onClick={() => zoom(1.4)} aria-label="Enlarge">
            +
          </button>
          <button type="button" onClick={() => zoom(1 / 1.4)} aria-label="Reduce">
            −
          </button>
          <button type="button" onClick={showAll} aria-label="Show everything">
            ⤢
          </button>
        </div>
      )}
      <p id="readout" class="readout" aria-live="polite" dir="auto">
        {marked?.says ?? markedLine?.says ?? words}
      </p>
    </div>
  );
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function along(line: LineTarget, window: Window, stroke: 'accent' | 'focus'): Mark {
  const { bend } = line;
  return { mark: 'line', points: onScreen(line, placing(window)), stroke, width: 3, opacity: 0.8, ...(bend ? { bend } : {}) };
}

function ring(target: Target, window: Window, stroke: 'accent' | 'focus'): Mark[] {
  const [x, y] = placing(window, target.fix)(target.x, target.y);
  return [
    {
      mark: 'rect',
      x: x - target.rx - 4,
      y: y - target.ry - 4,
      w: target.rx * 2 + 8,
      h: target.ry * 2 + 8,
      round: 8,
      stroke,
      width: stroke === 'focus' ? 2.5 : 2,
    },
  ];
}
