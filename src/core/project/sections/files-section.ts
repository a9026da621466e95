import * as z from 'zod';

/** What is known of the files that a pattern matches. */
const fileSetting = z.strictObject({
  profile: z.string().optional().describe('The id of the profile that these files are read with.'),
  split: z
    .literal(['train', 'validation', 'test'])
    .optional()
    .describe('The part of a dataset that these files are, whatever their names say.'),
  scheme: z.string().optional().describe('The name of the scheme by which these files are labelled.'),
  library: z
    .boolean()
    .optional()
    .describe('Their hints, concepts or misconceptions are a library for all datasets of this project.'),
  schema: z
    .string()
    .min(1)
    .optional()
    .describe('A JSON Schema (2020-12) that their rows are held against: a file, relative to this folder.'),
});

/** By pattern, relative to the folder of the project file. */
export const filesSection = z
  .record(z.string().min(1), fileSetting)
  .default({})
  .describe(
    'What is known of files, by pattern relative to this folder (`train/**/*.jsonl`). Of several that match, the later one stands.',
  );

export type FileSetting = z.infer<typeof fileSetting>;
