/** Height of a row in a list or table, in CSS pixels: two lines of text. */
export const ROW_HEIGHT = 53;
/** Browsers cut elements higher than this many pixels (Chromium 33.5 million, Firefox 17.8): beyond it the scroll bar is scaled. */
const HIGHEST = 8_000_000;

/** Whether the scroll bar moves by many rows with each pixel. */
export function isScaled(rows: number): boolean {
  return rows * ROW_HEIGHT > HIGHEST;
}

/** The height that the scroll bar sees. */
export function scrollHeight(rows: number): number {
  return Math.min(rows * ROW_HEIGHT, HIGHEST);
}

/** The lowest place of the window's upper edge, in rows: 2.5 is the middle of the third row. */
export function lastEdge(rows: number, height: number): number {
  return Math.max(0, rows - height / ROW_HEIGHT);
}

/** Where the window's upper edge is, in rows, when the scroll bar is at `scrollTop`. */
export function edgeAt(scrollTop: number, rows: number, height: number): number {
  const last = lastEdge(rows, height);
  const edge = isScaled(rows) ? (scrollTop / Math.max(1, HIGHEST - height)) * last : scrollTop / ROW_HEIGHT;
  return Math.max(0, Math.min(edge, last));
}

/** Where the scroll bar is when the window's upper edge is at `edge`. */
export function scrollTopAt(edge: number, rows: number, height: number): number {
  if (!isScaled(rows)) return edge * ROW_HEIGHT;
  return Math.round((edge / lastEdge(rows, height)) * (HIGHEST - height));
}

/** Where a row is drawn, in pixels from the top of all rows. */
export function topOf(
  row: number,
  { edge, scrollTop }: { edge: number; scrollTop: number },
  rows: number,
): number {
  return isScaled(rows) ? Math.round(scrollTop + (row - edge) * ROW_HEIGHT) : row * ROW_HEIGHT;
}

/** The nearest place of the upper edge at which a row is wholly in sight; a row far away comes with rows around it. */
export function edgeShowing(row: number, edge: number, height: number): number {
  const whole = height / ROW_HEIGHT;
  if (row < edge - whole || row > edge + 2 * whole) return row - whole / 3;
  return Math.min(row, Math.max(edge, row + 1 - whole));
}
