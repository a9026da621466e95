import { useEffect, useRef, useState } from 'preact/hooks';
import type { Medium } from '../../src/core/profile/reading';
import { isTyping } from '../controls';
import { LoadedImage } from './Picture';
import { fitted, inside, isTurned, onImage, onScreen, turned, zoomed } from './picture-view';
import type { Box, Placing, Size } from './picture-view';
import { RegionLabel } from './RegionLabel';
import { RegionMarks } from './RegionMarks';
import type { MarkedRegion } from './RegionMarks';

interface PictureStageProps {
  medium: Medium;
  image: Size;
  regions: MarkedRegion[];
  current: string | null;
  /** A region was drawn, in whole pixels of the image, and named. */
  onKeep: (shape: Box, label: string) => void;
  /** A key that the stage has no use for; true when it was used. */
  onKey: (key: string) => boolean;
}

/** A region that is being drawn. `asked`: it is drawn, and is being named. */
interface Draft {
  shape: Box;
  asked: boolean;
}

const PAN: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** How far a key moves the picture, in pixels of the screen. */
const PAN_BY = 48;

/** One picture that can be zoomed, turned and moved, and in which regions can be drawn, by the mouse or by keys. */
export function PictureStage({ medium, image, regions, current, onKeep, onKey }: PictureStageProps) {
  const stage = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [placing, setPlacing] = useState<Placing>({ scale: 0.02, rotation: 0, x: 0, y: 0 });
  const [draft, setDraft] = useState<Draft | null>(null);
  /** Somebody zoomed or moved it: it does not fit itself any more. */
  const moved = useRef(false);
  const lastLabel = useRef('');
  const room = (): Size => ({
    width: stage.current?.clientWidth ?? 1,
    height: stage.current?.clientHeight ?? 1,
  });
  useEffect(() => {
    if (!stage.current) return undefined;
    stage.current.focus();
    const watch = new ResizeObserver(() => {
      if (!moved.current) setPlacing((now) => fitted(image, room(), now.rotation));
    });
    watch.observe(stage.current);
    return () => watch.disconnect();
  }, []);
  const place = (next: Placing) => {
    moved.current = true;
    setPlacing(next);
  };
  const fit = (next: Placing) => {
    moved.current = false;
    setPlacing(next);
  };
  const { scale, rotation } = placing;
  const [across, down] = isTurned(rotation) ? [image.height, image.width] : [image.width, image.height];

  /** A point of the screen on the turned picture, in its pixels. */
  const pointAt = ({ clientX, clientY }: MouseEvent) => {
    const { left = 0, top = 0 } = layer.current?.getBoundingClientRect() ?? {};
    return { x: (clientX - left) / scale, y: (clientY - top) / scale };
  };
  const toImage = (box: Box) => inside(onImage(box, image, rotation), image);
  const begin = (part: number) => {
    const size = { width: across * part, height: down * part };
    const middle = {
      x: (across - size.width) / 2 - placing.x / scale,
      y: (down - size.height) / 2 - placing.y / scale,
    };
    setDraft({ shape: toImage({ ...middle, ...size }), asked: false });
  };
  const shapeByKey = ({ shape }: Draft, [dx, dy]: [number, number], resize: boolean) => {
    const by = Math.max(1, Math.round(8 / scale));
    const now = onScreen(shape, image, rotation);
    const next = resize
      ? { ...now, width: Math.max(0, now.width + dx * by), height: Math.max(0, now.height + dy * by) }
      : { ...now, x: now.x + dx * by, y: now.y + dy * by };
    setDraft({ shape: toImage(next), asked: false });
  };
  const drag = (event: PointerEvent) => {
    if (event.button !== 0 || draft?.asked) return;
    const from = pointAt(event);
    const start = { x: event.clientX - placing.x, y: event.clientY - placing.y };
    const drawing = draft !== null;
    const target = stage.current;
    target?.setPointerCapture(event.pointerId);
    const move = (to: PointerEvent) => {
      if (!drawing) return place({ ...placing, x: to.clientX - start.x, y: to.clientY - start.y });
      const point = pointAt(to);
      const box = {
        x: Math.min(from.x, point.x),
        y: Math.min(from.y, point.y),
        width: Math.abs(point.x - from.x),
        height: Math.abs(point.y - from.y),
      };
      setDraft({ shape: toImage(box), asked: false });
    };
    const end = (last: PointerEvent) => {
      target?.removeEventListener('pointermove', move);
      if (!drawing) return;
      move(last);
      setDraft((drawn) => drawn && { ...drawn, asked: true });
    };
    target?.addEventListener('pointermove', move);
    target?.addEventListener('pointerup', end, { once: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyping(document.activeElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const pan = PAN[event.key];
    if (draft && event.key === 'Escape') setDraft(null);
    else if (draft && pan) shapeByKey(draft, pan, event.shiftKey);
    else if (draft && event.key === 'Enter') setDraft({ ...draft, asked: true });
    else if (event.key === 'b') begin(0.25);
    else if (event.key === 'p') begin(0);
    else if (event.key === '+' || event.key === '=') place(zoomed(placing, 1));
    else if (event.key === '-') place(zoomed(placing, -1));
    else if (event.key === '0') fit(fitted(image, room(), rotation));
    else if (event.key === 'r') fit(turned(placing, image, room()));
    else if (pan) place({ ...placing, x: placing.x - pan[0] * PAN_BY, y: placing.y - pan[1] * PAN_BY });
    else if (!onKey(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onWheel = (event: WheelEvent) => {
    event.preventDefault();
    if (!event.ctrlKey)
      return place({ ...placing, x: placing.x - event.deltaX, y: placing.y - event.deltaY });
    const { left = 0, top = 0, width = 0, height = 0 } = stage.current?.getBoundingClientRect() ?? {};
    const about = { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 };
    place(zoomed(placing, event.deltaY < 0 ? 1 : -1, about));
  };
  const drawn: MarkedRegion[] = draft
    ? [...regions, { id: 'draft', label: '', shape: draft.shape, by: 'draft' }]
    : regions;
  return (
    <div class="picture-side">
      <div
        class={`picture-stage ${draft ? 'drawing' : ''}`}
        ref={stage}
        tabIndex={0}
        data-first
        role="application"
        aria-label={draft ? 'Picture: arrows move the region, shift and arrows size it' : 'Picture'}
        onKeyDown={onKeyDown}
        onWheel={onWheel}
        onPointerDown={drag}
      >
        <div
          class="picture-layer"
          ref={layer}
          style={{
            width: `${across * scale}px`,
            height: `${down * scale}px`,
            transform: `translate(calc(-50% + ${placing.x}px), calc(-50% + ${placing.y}px))`,
          }}
        >
          <div
            class="picture-turned"
            style={{
              width: `${image.width * scale}px`,
              height: `${image.height * scale}px`,
              transform: `translate(-50%, -50%) rotate(${rotation * 90}deg)`,
            }}
          >
            <LoadedImage medium={medium} name={medium.caption ?? medium.file} />
          </div>
          <RegionMarks
            regions={drawn}
            image={image}
            rotation={rotation}
            current={draft ? 'draft' : current}
          />
        </div>
      </div>
      <p class="picture-state mut num" role="status">
        {draft && !draft.asked ? (
          <>
            Drag, or move <kbd>←→↑↓</kbd> size <kbd>⇧←→↑↓</kbd> keep <kbd>↵</kbd> leave <kbd>Esc</kbd>
          </>
        ) : (
          `${image.width} × ${image.height} pixels, ${Math.round(scale * 100)} %${rotation ? `, turned ${rotation * 90}°` : ''}`
        )}
      </p>
      {draft?.asked && (
        <RegionLabel
          first={lastLabel.current}
          onTake={(label) => {
            lastLabel.current = label;
            onKeep(draft.shape, label);
            setDraft(null);
            stage.current?.focus();
          }}
          onLeave={() => {
            setDraft(null);
            stage.current?.focus();
          }}
        />
      )}
    </div>
  );
}
