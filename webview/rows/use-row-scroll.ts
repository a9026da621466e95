import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import {
  edgeAt,
  edgeShowing,
  isScaled,
  lastEdge,
  ROW_HEIGHT,
  scrollHeight,
  scrollTopAt,
  topOf,
} from './row-window';

/** Which rows a scrolled box has in sight, and where they are drawn. */
export interface RowScroll {
  /** 0-based */
  first: number;
  inSight: number;
  /** Pixels from the top of all rows to the first in sight. */
  top: number;
  /** Pixels that the scroll bar sees. */
  scrollHeight: number;
  /** Pixels of the box that rows have. */
  height: number;
  onScroll: () => void;
}

/**
 * Scrolls a box over any number of rows, of which `head` pixels at its top stay where they are. `position` is brought
 * into sight when it changes. Past the browser's height limit the scroll bar is scaled, yet the wheel moves by pixels.
 */
export function useRowScroll(
  box: RefObject<HTMLElement | null>,
  rows: number,
  position: number | null,
  head = 0,
): RowScroll {
  const height = useHeight(box, head);
  const place = useRef({ edge: 0, scrollTop: 0 });
  const [, redraw] = useReducer((count: number) => count + 1, 0);

  const moveTo = useCallback(
    (edge: number) => {
      const node = box.current;
      if (!node) return;
      const to = Math.max(0, Math.min(edge, lastEdge(rows, height)));
      node.scrollTop = scrollTopAt(to, rows, height);
      place.current = { edge: to, scrollTop: node.scrollTop };
      redraw(undefined);
    },
    [rows, height],
  );
  const onScroll = useCallback(() => {
    const scrollTop = box.current?.scrollTop ?? 0;
    if (scrollTop === place.current.scrollTop) return; // moved here, and known more exactly than the scroll bar tells
    place.current = { edge: edgeAt(scrollTop, rows, height), scrollTop };
    redraw(undefined);
  }, [rows, height]);

  useScaledWheel(box, isScaled(rows), height, (by) => moveTo(place.current.edge + by));
  useLayoutEffect(() => {
    if (isScaled(rows)) moveTo(place.current.edge); // each pixel of the scroll bar now means other rows
  }, [moveTo]);
  const there = position !== null && position < rows && height > 0;
  useLayoutEffect(() => {
    if (there) moveTo(edgeShowing(position, place.current.edge, height));
  }, [position, there]);

  const edge = Math.min(place.current.edge, lastEdge(rows, height));
  const first = Math.floor(edge);
  return {
    first,
    inSight: Math.max(0, Math.min(Math.ceil(edge + height / ROW_HEIGHT), rows) - first),
    top: topOf(first, { edge, scrollTop: place.current.scrollTop }, rows),
    scrollHeight: scrollHeight(rows),
    height,
    onScroll,
  };
}

function useHeight(box: RefObject<HTMLElement | null>, head: number): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    const measure = () => setHeight(Math.max(0, node.clientHeight - head));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [head]);
  return height;
}

/** Pixels of one unit of a wheel's delta: pixels, lines, pages. */
const deltaUnits = (height: number) => [1, ROW_HEIGHT / 2, height];

function useScaledWheel(
  box: RefObject<HTMLElement | null>,
  scaled: boolean,
  height: number,
  moveBy: (rows: number) => void,
): void {
  const move = useRef(moveBy);
  move.current = moveBy;
  useEffect(() => {
    const node = box.current;
    if (!node || !scaled) return;
    const onWheel = (event: WheelEvent) => {
      if (event.ctrlKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
      event.preventDefault();
      move.current((event.deltaY * (deltaUnits(height)[event.deltaMode] ?? 1)) / ROW_HEIGHT);
    };
    node.addEventListener('wheel', onWheel, { passive: false });
    return () => node.removeEventListener('wheel', onWheel);
  }, [scaled, height]);
}
