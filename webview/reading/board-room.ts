import { useLayoutEffect, useState } from 'preact/hooks';

/** What there is to draw traces in: CSS pixels inside the board. */
export interface BoardRoom {
  width: number;
  height: number;
}

/** Columns that fit, as the style sheet shows them: there, others are not displayed. */
const FOR_TWO = 520;
const FOR_THREE = 860;

export function columnsInSight({ width }: BoardRoom): number {
  return width < FOR_TWO ? 1 : width < FOR_THREE ? 2 : 3;
}

/** The board's room; as much as the window has until the board is laid out. */
export function useBoardRoom(board: { current: HTMLElement | null }): BoardRoom {
  const [room, setRoom] = useState(windowRoom);
  useLayoutEffect(() => {
    if (!board.current || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setRoom((before) => (before.width === width && before.height === height ? before : { width, height }));
    });
    observer.observe(board.current);
    return () => observer.disconnect();
  }, [board]);
  return room;
}

/** Drawn to a string there is no window: then every column is drawn. */
function windowRoom(): BoardRoom {
  if (typeof window === 'undefined') return { width: Infinity, height: Infinity };
  return { width: innerWidth, height: innerHeight };
}
