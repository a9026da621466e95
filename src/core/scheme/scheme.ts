import * as z from 'zod';

/** What questions can be about. A region is a place in one of the row's images, a pair the row beside another one that it is linked with. */
const schemeTarget = z.literal(['row', 'problem', 'hint', 'concept', 'trace', 'step', 'region', 'pair']);

const key = z
  .string()
  .regex(/^[a-z0-9]$/, 'is one small letter or digit')
  .describe('The key that gives this answer; one that is free where missing.');
const guideline = z.string().max(4000).optional().describe('When to give it: shown beside the key.');

const value = z.strictObject({
  value: z.string().min(1).max(200).describe('What stands in the log. Never renamed once it was used.'),
  title: z.string().min(1).optional().describe('What people read; the value itself where missing.'),
  key: key.optional(),
  guideline,
  error: z
    .boolean()
    .optional()
    .describe('With the mode “first error”: this answer is the error, and ends the trace.'),
});

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]*$/, 'is small letters, digits, - and _')
  .max(100);

const asked = {
  id: id.describe('Its name in logs and queries. Never renamed once it was used.'),
  title: z.string().min(1).describe('The question, as people read it.'),
  guideline,
  required: z
    .boolean()
    .optional()
    .describe('Whether a target is finished only with an answer: true where missing, but for a text.'),
  when: z
    .strictObject({
      question: z.string().describe('An earlier question of this scheme.'),
      is: z
        .union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()])).nonempty()])
        .describe('The answer, or the answers, that it must have.'),
    })
    .optional()
    .describe('Asked only when an earlier question has one of these answers.'),
};

const values = z.array(value).nonempty();
const bound = z.int().min(0).max(100);
const grade = z.strictObject({ value: bound, title: z.string().optional(), guideline });
const scale = {
  from: bound.default(1).describe('The lowest grade.'),
  to: bound.default(5).describe('The highest grade, at most nine more.'),
  values: z.array(grade).default([]).describe('What single grades mean.'),
};

const rationale = z
  .literal(['optional', 'required'])
  .optional()
  .describe('Whether why is said as well, in a few words kept with the grade: it can be, or it must.');

const question = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choice'), ...asked, values }).describe('One of some values.'),
  z.strictObject({ kind: z.literal('several'), ...asked, values }).describe('Any number of some values.'),
  z.strictObject({ kind: z.literal('yes-no'), ...asked }),
  z.strictObject({ kind: z.literal('rating'), ...asked, ...scale }).describe('A grade.'),
  z
    .strictObject({
      kind: z.literal('rubric'),
      ...asked,
      ...scale,
      rationale,
      criteria: z.array(z.strictObject({ id, title: z.string().min(1), guideline, rationale })).nonempty(),
    })
    .describe('A grade for each of several criteria.'),
  z
    .strictObject({
      kind: z.literal('taxonomy'),
      ...asked,
      values: z.array(value.omit({ key: true, error: true })).default([]),
      catalogue: z
        .string()
        .min(1)
        .optional()
        .describe(
          'A file, relative to scholium.json, whose entries are the values: misconceptions, concepts, hints.',
        ),
    })
    .describe('One of very many values, found by some letters of its name.'),
  z
    .strictObject({
      kind: z.literal('span'),
      ...asked,
      values: values.optional().describe('What a chosen part can be, each with its key; one key gives it.'),
      many: z.boolean().optional().describe('Whether several parts can be chosen.'),
    })
    .describe('A part of the text that the question is about: words, or terms of a formula.'),
  z.strictObject({ kind: z.literal('text'), ...asked }).describe('Words of one’s own.'),
]);

/** What annotators are asked, and of what. */
export const schemeSchema = z.strictObject({
  title: z.string().min(1).optional().describe('What people call it; its name where missing.'),
  about: z.string().optional().describe('What it is for, in a sentence.'),
  target: schemeTarget.describe('What the questions are about: asked once for each of these in a row.'),
  mode: z
    .literal(['per step', 'first error'])
    .optional()
    .describe(
      'Of steps: each is asked about, or the first with an answer that is an `error` ends the trace.',
    ),
  before: z
    .string()
    .optional()
    .describe(
      'With the mode “first error”: what the steps before the error are, if nothing was said of them.',
    ),
  blind: z.boolean().optional().describe('Who wrote a trace, and what the dataset says of it, is hidden.'),
  timed: z.boolean().optional().describe('How long each answer took is kept with it, in milliseconds.'),
  guideline: z.string().max(20_000).optional().describe('What to keep in mind: shown beside the row.'),
  questions: z.array(question).nonempty().describe('In the order in which they are asked.'),
});

export type Scheme = z.infer<typeof schemeSchema>;
export type Question = Scheme['questions'][number];
export type SchemeTarget = Scheme['target'];

/** A scheme by the name that logs and files call it. */
export interface NamedScheme {
  name: string;
  scheme: Scheme;
}

export function titleOfScheme({ name, scheme }: NamedScheme): string {
  return scheme.title ?? name;
}
