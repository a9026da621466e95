import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ConceptSession, ConceptState } from './concept-session';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What of the picture is in sight, and how it is moved by the pointer. */
export interface GraphView {
  /** In the picture's units. */
  box: Box;
  /** CSS pixels for one of the picture's units. */
  scale: number;
  /** Brings a point into sight. */
  show: (x: number, y: number) => void;
  pointer: {
    onPointerDown: (event: PointerEvent) => void;
    onPointerMove: (event: PointerEvent) => void;
    onPointerUp: () => void;
    onPointerLeave: () => void;
  };
}

/** Pan by dragging, zoom by wheel, pinch or key: about the pointer, else about the middle. */
export function useGraphView(
  place: RefObject<HTMLElement | null>,
  state: ConceptState,
  session: ConceptSession,
  whole: Box,
): GraphView {
  const size = useSize(place);
  const [middle, setMiddle] = useState({ x: 0, y: 0 });
  const dragged = useRef<{ x: number; y: number } | null>(null);
  const fitting = Math.min(size.width / whole.width, size.height / whole.height);
  const scale = fitting * state.zoom;
  const box = {
    x: middle.x - size.width / scale / 2,
    y: middle.y - size.height / scale / 2,
    width: size.width / scale,
    height: size.height / scale,
  };
  useLayoutEffect(
    () => setMiddle({ x: whole.x + whole.width / 2, y: whole.y + whole.height / 2 }),
    [whole, state.fits],
  );
  useEffect(() => {
    const element = place.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const factor = Math.exp(-event.deltaY / 400);
      const zoom = Math.min(8, Math.max(1, state.zoom * factor));
      const { left, top } = element?.getBoundingClientRect() ?? { left: 0, top: 0 };
      const at = { x: box.x + (event.clientX - left) / scale, y: box.y + (event.clientY - top) / scale };
      const share = state.zoom / zoom;
      setMiddle({ x: at.x + (middle.x - at.x) * share, y: at.y + (middle.y - at.y) * share });
      session.zoomTo(zoom);
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  });
  const end = () => (dragged.current = null);
  return {
    box,
    scale,
    show: (x, y) => {
      const inSight = x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height - 30 / scale;
      if (!inSight) setMiddle({ x, y });
    },
    pointer: {
      onPointerDown: ({ clientX, clientY, button }) => {
        if (button === 0) dragged.current = { x: clientX, y: clientY };
      },
      onPointerMove: ({ clientX, clientY }) => {
        const from = dragged.current;
        if (!from) return;
        setMiddle({ x: middle.x - (clientX - from.x) / scale, y: middle.y - (clientY - from.y) / scale });
        dragged.current = { x: clientX, y: clientY };
      },
      onPointerUp: end,
      onPointerLeave: end,
    },
  };
}

function useSize(place: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [size, setSize] = useState({ width: 800, height: 600 });
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const look = () => setSize({ width: element.clientWidth || 1, height: element.clientHeight || 1 });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return size;
}
