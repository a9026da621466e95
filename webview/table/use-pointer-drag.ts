import type { TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';

/** A pointer that moved less than this many pixels only pressed. */
const THRESHOLD = 4;

interface Drag {
  /** Called as the pointer moves: pixels to the right of where it began, and where it is. */
  onMove: (by: number, x: number) => void;
  /** Called at the end; not when the drag was broken off. */
  onDrop: (by: number, x: number) => void;
  onEnd: () => void;
}

/** A press of the pointer that may become a drag to the side. `dragged` tells whether the last press did. */
export function usePointerDrag(drag: Drag) {
  const start = useRef<{ x: number; dragging: boolean } | null>(null);
  const dragged = useRef(false);
  const end = (dropped: boolean, x: number) => {
    const from = start.current;
    start.current = null;
    dragged.current = from?.dragging ?? false;
    if (!from?.dragging) return;
    if (dropped) drag.onDrop(x - from.x, x);
    drag.onEnd();
  };
  const handlers = {
    onPointerDown: (event: TargetedPointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      start.current = { x: event.clientX, dragging: false };
      dragged.current = false;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: TargetedPointerEvent<HTMLElement>) => {
      const from = event.buttons === 0 ? null : start.current;
      if (!from) return;
      from.dragging ||= Math.abs(event.clientX - from.x) >= THRESHOLD;
      if (from.dragging) drag.onMove(event.clientX - from.x, event.clientX);
    },
    onPointerUp: (event: TargetedPointerEvent<HTMLElement>) => end(true, event.clientX),
    onPointerCancel: (event: TargetedPointerEvent<HTMLElement>) => end(false, event.clientX),
  };
  return { handlers, dragged };
}
