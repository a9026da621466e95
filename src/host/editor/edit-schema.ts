import * as z from 'zod';
import type { ChosenRows, RowEdit } from '../../protocol/row-edit';

const number = z.int().nonnegative();
const row = z.strictObject({ number, hash: z.string() });
const path = z.array(z.union([z.string(), z.int()])).max(1000);
const text = z.string().max(16 * 1024 * 1024);

const chosen = { rows: z.array(number).min(1), numbering: z.int() };

/** Rows as a page chooses them. */
export const chosenRowsSchema: z.ZodType<ChosenRows> = z.strictObject(chosen);

/** An edit as it comes from a page. */
export const rowEditSchema: z.ZodType<RowEdit> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('value'), row, path, value: z.json() }),
  z.strictObject({ kind: z.literal('json'), row, path, json: text }),
  z.strictObject({ kind: z.literal('removeField'), row, path }),
  z.strictObject({ kind: z.literal('text'), row, text }),
  z.strictObject({ kind: z.literal('add'), at: number, text }),
  z.strictObject({ kind: z.literal('duplicate'), row }),
  z.strictObject({ kind: z.literal('delete'), ...chosen }),
  z.strictObject({ kind: z.literal('move'), row, by: z.int() }),
]);
