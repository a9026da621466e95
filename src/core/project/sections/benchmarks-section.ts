import * as z from 'zod';

/** A dataset that training data must not contain. */
const benchmark = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(200)
    .describe('What it is called in findings, in verdicts and on the command line.'),
  file: z.string().min(1).describe('Its file, relative to this folder.'),
  version: z.string().optional().describe('Which version of it this is, in words: a date, a revision.'),
  profile: z.string().optional().describe('The id of the profile that it is read with.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe('Digest of its file when it was added: by it a change of the file is noticed.'),
});

export const benchmarksSection = z
  .array(benchmark)
  .default([])
  .describe(
    'Datasets that training data must not contain. “Check Against Benchmarks” looks for their problems.',
  );

export type Benchmark = z.infer<typeof benchmark>;
