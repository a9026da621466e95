import type { TableColumn } from '../../src/protocol/table';

/** Width of the column with the boxes to select rows, in CSS pixels. */
export const SELECT_WIDTH = 36;
/** No column is narrower or wider than this. */
export const NARROWEST = 40;
export const WIDEST = 1200;
/** The main column takes the room that the others leave, down to this. */
const MAIN_NARROWEST = 160;
/** Where the main column would have less, columns that say what others say as well make room. */
const MAIN_COMFORT = 240;
const FIRST_TO_GO = ['traces', 'field:concept'];
/** A digit at most, and the cell's padding with the sign of an edit. */
const DIGIT_WIDTH = 8;
const NUMBER_EDGES = 28;
/** In a table narrower than this only the telling columns are shown, and in a narrower one only the first four. */
const ROOM_FOR_ALL = 1040;
const ROOM_FOR_MORE = 880;

/** Columns as they are drawn. */
export interface ColumnLayout {
  columns: TableColumn[];
  /** CSS pixels, one for each column. */
  widths: number[];
  /** Index of the column that takes what room is left. */
  main: number;
  /** The columns are as wide as the table, not wider. */
  filled: boolean;
}

/** The columns that a table of this width has; all of them where somebody chose them. */
export function columnsInSight(
  columns: TableColumn[],
  width: number,
  { chosen }: { chosen: boolean },
): TableColumn[] {
  if (chosen) return columns;
  const main = columns[mainColumn(columns)];
  if (width >= ROOM_FOR_ALL) return withRoomFor(main, columns, width);
  const needed = (column: TableColumn) =>
    column === main || ['row', 'labels', 'findings'].includes(column.id);
  if (width < ROOM_FOR_MORE) return columns.filter(needed);
  return columns.filter((column) => needed(column) || !isMinor(column));
}

/** The columns without those that the main one needs the room of. */
function withRoomFor(main: TableColumn | undefined, columns: TableColumn[], width: number): TableColumn[] {
  let shown = columns;
  for (const id of FIRST_TO_GO) {
    const others = SELECT_WIDTH + sum(shown.filter((column) => column !== main).map((each) => each.width));
    if (others + MAIN_COMFORT <= width) break;
    shown = shown.filter((column) => column.id !== id);
  }
  return shown;
}

function isMinor({ id, kind }: TableColumn): boolean {
  return kind === 'id' || id === 'field:concept' || kind === 'number';
}

/** Room for the number of the last row, with the sign of an edit before it. */
export function numberWidth(rows: number): number {
  return NUMBER_EDGES + DIGIT_WIDTH * rows.toLocaleString('en').length;
}

/** How wide each column is in a table of this width; `forNumber` is the least that the row's number needs. */
export function layoutOf(columns: TableColumn[], available: number, forNumber = 0): ColumnLayout {
  const widths = columns.map(({ id, width }) => (id === 'row' ? Math.max(width, forNumber) : width));
  const main = mainColumn(columns);
  const others = SELECT_WIDTH + sum(widths) - (widths[main] ?? 0);
  const filled = others + MAIN_NARROWEST <= available;
  if (filled) widths[main] = available - others;
  return { columns, widths, main, filled };
}

/**
 * The columns after the right edge of one was dragged by so many pixels. The edge stays under the pointer: in a filled
 * table the main column, or the next one, takes or gives the difference.
 */
export function resized(layout: ColumnLayout, at: number, by: number): TableColumn[] {
  const { columns, main, filled } = layout;
  const widths = [...layout.widths];
  const grows = (index: number, least: number) => (widths[index] ?? 0) - least;
  const taker = filled ? (at < main ? main : at + 1 < columns.length ? at + 1 : main) : null;
  const most =
    taker === null || taker === at ? WIDEST : grows(taker, taker === main ? MAIN_NARROWEST : NARROWEST);
  const least = grows(at, filled && at === main ? MAIN_NARROWEST : NARROWEST);
  const change = Math.round(Math.max(-least, Math.min(by, most)));
  return columns.map((column, index) => {
    if (filled && index === main) return column; // its width follows from the others
    const width = widths[index] ?? column.width;
    if (index === at) return { ...column, width: width + change };
    return index === taker ? { ...column, width: width - change } : column;
  });
}

/** The columns with one moved to where another stands. The row's number stays first. */
export function moved(columns: TableColumn[], id: string, to: string): TableColumn[] {
  const column = columns.find((each) => each.id === id);
  const from = columns.findIndex((each) => each.id === id);
  const target = columns.findIndex((each) => each.id === to);
  if (!column || target === -1 || id === to || isFixed(id) || isFixed(to)) return columns;
  const others = columns.toSpliced(from, 1);
  return others.toSpliced(target, 0, column);
}

/** Whether a column keeps its place at the left while the others scroll. */
export function isFixed(id: string): boolean {
  return id === 'row';
}

/** All columns, with those that are in sight replaced. */
export function withWidths(all: TableColumn[], changed: TableColumn[]): TableColumn[] {
  const widths = new Map(changed.map(({ id, width }) => [id, width]));
  return all.map((column) => ({ ...column, width: widths.get(column.id) ?? column.width }));
}

/** Index of the column that is read: the first with maths, else the widest text. */
function mainColumn(columns: TableColumn[]): number {
  const maths = columns.findIndex(({ kind }) => kind === 'maths');
  if (maths !== -1) return maths;
  const texts = columns.filter(({ kind }) => kind === 'text');
  const widest = Math.max(...texts.map(({ width }) => width));
  const text = columns.findIndex(({ kind, width }) => kind === 'text' && width === widest);
  return text === -1 ? columns.length - 1 : text;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
