/** Height of a row in the list, in CSS pixels: two lines of an excerpt. */
export const ROW_HEIGHT = 53;
/** Browsers cut elements higher than this many pixels (Chromium 33.5 million, Firefox 17.8): beyond it the scroll bar is scaled. */
const HIGHEST = 8_000_000;

/** The height that the scroll bar sees. */
export function scrollHeight(rows: number): number {
  return Math.min(rows * ROW_HEIGHT, HIGHEST);
}

/** The first row in sight (0-based) when the list is scrolled to `top`. */
export function rowAt(top: number, rows: number, height: number): number {
  if (rows * ROW_HEIGHT <= HIGHEST) return clamp(Math.floor(top / ROW_HEIGHT), rows - 1);
  const share = top / Math.max(1, HIGHEST - height);
  return clamp(Math.floor(share * (rows - height / ROW_HEIGHT)), rows - 1);
}

/** Where the first row in sight is drawn, in pixels from the top of the list. */
export function topOf(first: number, top: number, rows: number, height: number): number {
  if (rows * ROW_HEIGHT <= HIGHEST) return first * ROW_HEIGHT;
  const end = HIGHEST - (rows - first) * ROW_HEIGHT;
  return top + height >= HIGHEST - 1 ? Math.max(end, 0) : top;
}

/** How far to scroll for a row to be the first in sight. */
export function scrollTopOf(row: number, rows: number, height: number): number {
  if (rows * ROW_HEIGHT <= HIGHEST) return row * ROW_HEIGHT;
  return Math.ceil((row / (rows - height / ROW_HEIGHT)) * (HIGHEST - height));
}

function clamp(row: number, last: number): number {
  return Math.max(0, Math.min(row, last));
}
