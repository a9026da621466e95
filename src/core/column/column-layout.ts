import * as z from 'zod';
import type { Column } from './column';

const NARROWEST = 40;
const WIDEST = 2000;

/** How somebody wants the columns of one dataset. Plain data, so that it can be remembered. */
export const columnLayoutSchema = z.object({
  /** Ids of columns in their order, hidden ones among them. */
  order: z.array(z.string()),
  hidden: z.array(z.string()),
  /** In pixels, by column id. */
  widths: z.record(z.string(), z.number()),
  sort: z.object({ column: z.string(), descending: z.boolean() }).nullable(),
});

export type ColumnLayout = z.infer<typeof columnLayoutSchema>;

/** Columns as they are to be shown. */
export interface LaidOutColumns {
  shown: Column[];
  /** To choose from, beside the shown ones. */
  hidden: Column[];
  /** The column to sort by, if it is there. */
  sort: ColumnLayout['sort'];
}

/** The layout of a dataset that nobody has changed: these columns, in this order. */
export function layoutOf(columns: Column[]): ColumnLayout {
  return { order: columns.map(({ id }) => id), hidden: [], widths: {}, sort: null };
}

/** Reads a remembered layout; null when it is none. */
export function readLayout(remembered: unknown): ColumnLayout | null {
  const { success, data } = columnLayoutSchema.safeParse(remembered);
  return success ? data : null;
}

/**
 * Puts the columns that there are in the order, widths and sort that were asked for. Columns that are gone are left out, and
 * come back when they are there again; columns that the layout does not know are among the hidden ones.
 */
export function applyLayout(layout: ColumnLayout, available: Column[]): LaidOutColumns {
  const byId = new Map(available.map((column) => [column.id, column]));
  const known = [...new Set(layout.order)].map((id) => byId.get(id)).filter((column) => column !== undefined);
  const rest = available.filter(({ id }) => !layout.order.includes(id));
  const hidden = new Set(layout.hidden);
  const sized = (columns: Column[]) =>
    columns.map((column) => ({ ...column, width: widthOf(column, layout) }));
  return {
    shown: sized(known.filter(({ id }) => !hidden.has(id))),
    hidden: sized([...known.filter(({ id }) => hidden.has(id)), ...rest]),
    sort: layout.sort && byId.has(layout.sort.column) ? layout.sort : null,
  };
}

function widthOf({ id, width }: Column, { widths }: ColumnLayout): number {
  const wanted = Object.hasOwn(widths, id) ? (widths[id] ?? width) : width;
  return Math.min(WIDEST, Math.max(NARROWEST, wanted));
}
