import * as z from 'zod';

/** Rows that several annotators share among them, without a server: who gets which is told by their keys alone. */
export const teamQueueSchema = z.strictObject({
  query: z.string().max(10_000).default('').describe('Which rows, as in the query line; all where missing.'),
  files: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('Patterns of the datasets that it is of; all where missing.'),
  annotators: z.array(z.string().min(1)).nonempty().describe('Who shares the rows, by their names.'),
  overlap: z.int().min(1).default(1).describe('So many annotators get each row.'),
  sample: z
    .number()
    .gt(0)
    .max(1)
    .default(1)
    .describe('The share of the rows that is taken, 0 to 1: the same rows each time.'),
  repeats: z
    .number()
    .min(0)
    .max(0.5)
    .default(0)
    .describe(
      'The share of the rows, 0 to 0.5, that come to each annotator a second time further down: how far one agrees with oneself.',
    ),
  gold: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The annotator whose labels are the measure: everybody gets these rows as well, among their own.',
    ),
});

export type TeamQueue = z.infer<typeof teamQueueSchema>;

/** A team's queue, by its name. */
export interface NamedQueue extends TeamQueue {
  name: string;
  /** Keys of the rows that are the measure. */
  goldKeys: ReadonlySet<string>;
}
