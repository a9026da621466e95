import * as z from 'zod';

const severity = z.literal(['off', 'info', 'warning', 'error']);

const checkSetting = z.union([
  severity,
  z.strictObject({
    severity: severity.optional().describe('How severe its findings are; off for none.'),
    options: z.record(z.string(), z.unknown()).optional().describe("The check's own options."),
  }),
]);

/** Settings of checks for some files, or for all. */
const checkRule = z.strictObject({
  files: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('Patterns of the files that it holds for; all files where missing.'),
  profile: z.string().optional().describe('Only files that are read with the profile of this id.'),
  rules: z
    .record(z.string(), checkSetting)
    .describe('By the id of a check (`calculator`) or of one of its rules (`schema/missing`).'),
});

/** In order: of several that set the same, the later one stands. */
export const checksSection = z
  .array(checkRule)
  .default([])
  .describe('Which checks run, how severe what they find is, and their options. Later entries stand.');

export type CheckRule = z.infer<typeof checkRule>;
