import * as z from 'zod';
import type { Dialect } from '../maths/dialect';

/** A way to a value: `["solution", "steps"]`. */
const path = z.array(z.union([z.string(), z.int()]));
const kind = z.literal(['text', 'number', 'yes/no', 'list', 'object', 'null']);
/** A rule's delimiters come into its dialect when it is applied: profiles name the plain ones. */
const dialect: z.ZodType<Dialect, Dialect> = z.literal(['markdown', 'champ', 'tex', 'plain']);

const expression = z.string().refine(isExpression, 'is no regular expression');

/** One thing that a row of this profile has. */
const condition = z.strictObject({
  path,
  under: expression
    .optional()
    .describe('Fields that `path` starts below: any whose name this expression matches.'),
  or: z.array(path).default([]).describe('Other fields that do as well.'),
  kinds: z.array(kind).nonempty(),
  matches: expression
    .optional()
    .describe('A regular expression that a text, or the first text of a list, must match.'),
  says: z.string().optional().describe('What the expression asks for, for people: "a last line #### N".'),
});

/** Rows in which a field's value matches have answers that were come by in the way that the words tell. */
const provenance = z.strictObject({ field: path, matches: expression, words: z.string() });

/** Which field plays which role, and how it is decoded. The first of `paths` that the row has is taken. */
const roleRule = z.strictObject({
  role: z.literal([
    'problem',
    'answer',
    'hint',
    'concept',
    'trace',
    'medium',
    'region',
    'context',
    'fact',
    'measure',
    'choice',
    'translation',
  ]),
  paths: z.array(path).nonempty(),
  optional: z
    .boolean()
    .default(false)
    .describe('Rows need not have the field: nothing is said where no row does.'),
  keys: expression
    .optional()
    .describe(
      'Besides: every field of the row whose name this expression matches, in the order of the numbers in their names.',
    ),
  matches: expression.optional().describe('A regular expression that a text must match to play the role.'),
  decoder: z
    .literal([
      'text',
      'texts',
      'answer',
      'references',
      'problem-id',
      'gsm8k-answer',
      'solution',
      'step-list',
      'champ-steps',
      'champ-solutions',
      'champ-solution-row',
      'messages',
      'transcript',
      'turn-columns',
      'tagged-references',
      'images',
      'interleaved',
      'regions',
      'prompt',
      'solutions',
      'model-solution',
      'labelled-steps',
      'prm800k-steps',
      'next-step',
      'judged-steps',
      'preference',
      'stages',
      'program',
      'measures',
      'choices',
      'arithmetic',
      'student-work',
      'choice-columns',
    ])
    .default('text'),
  dialect: dialect.default('markdown'),
  delimiters: z
    .array(z.tuple([z.string().min(1), z.string().min(1)]))
    .default([])
    .describe(
      'Of Markdown: what formulas begin and end with besides `$` and the like, such as `["<m>", "</m>"]`.',
    ),
  language: z
    .union([z.string(), path])
    .optional()
    .describe('The language of the text, as a tag such as `zh`, or the path of the field that names it.'),
  translates: z
    .literal(['problem', 'answer', 'trace', 'choice'])
    .default('problem')
    .describe('Of a translation: what it says in another language.'),
  author: z
    .union([z.string(), path])
    .default('reference')
    .describe('Who wrote the trace: words, or the path of the field that says so.'),
  firstErrorField: path
    .optional()
    .describe('Field with the published index of the first wrong step, -1 for none.'),
  firstErrorFrom: z.literal([0, 1]).default(0).describe('What the first step is counted as in that field.'),
  wrongStepsField: path
    .optional()
    .describe('Numbers of the wrong steps, from 1 on: those are wrong, and all others right.'),
  answerRightField: path.optional().describe('Field that says whether the final answer is right.'),
  traceKind: z
    .literal(['reference', 'model', 'student'])
    .optional()
    .describe(
      "Whose the trace is; told by the author where missing: a fixed one is the dataset's own solution, else a model's.",
    ),
  answerRight: z.boolean().optional().describe('Whether the final answer is right, in every row alike.'),
  labelsField: path
    .optional()
    .describe('Labels of the steps, in their order: yes or no, 1, 0 and -1, or words.'),
  zero: z
    .literal(['bad', 'neutral'])
    .default('bad')
    .describe("Of a number as a step's label: whether 0 is wrong, or neither right nor wrong."),
  stepNumbersField: path
    .optional()
    .describe('Numbers about the steps, in their order: probabilities by label, rewards.'),
  questionsField: path.optional().describe('What the steps answer, in their order: sub-questions.'),
  measureFields: z
    .array(path)
    .default([])
    .describe('Numbers and short values about the trace. Of a list of traces, lists in the same order.'),
  factFields: z.array(path).default([]),
  choiceFields: z.array(path).default([]).describe('Fields that hold a choice each, in their order.'),
  remarkFields: z
    .array(path)
    .default([])
    .describe("Of a student's work: fields that say in words what is wrong with it."),
  preferred: z
    .union([z.boolean(), path, z.strictObject({ field: path, side: z.enum(['A', 'B', '0', '1']) })])
    .optional()
    .describe(
      'Whether the trace was preferred; or the field that says so; or the field that names the better of two (`A`, `model_b`, `A>B`, ' +
        '`2`) and which of the two this is: `0` and `1` where the two are counted from 0.',
    ),
  stageFields: z
    .array(path)
    .default([])
    .describe('Fields that hold the parts of one solution, in their order.'),
  beforeFields: z
    .array(path)
    .default([])
    .describe('Of one of a pair: fields with the steps that come before it, which both have in common.'),
  unwrap: expression
    .optional()
    .describe(
      'A regular expression whose group `text` is the part of the field that counts, and `unit` the unit of an answer.',
    ),
  none: z
    .array(z.string())
    .default([])
    .describe('Words that say that there is no answer to compare with, such as "proof".'),
  provenance: z
    .array(provenance)
    .default([])
    .describe('How the answer was come by, where another field tells; the first that matches.'),
  answerIsPlace: z.boolean().default(false).describe('Of choices: the answer is a place, and no letter.'),
  placesFrom: z
    .literal([0, 1])
    .default(0)
    .describe('Of choices whose answer is a place: the number of the first.'),
  imagesField: path.optional().describe('The list of images that the parts of an interleaved text count in.'),
  problemTurn: z
    .literal(['first', 'last', 'none'])
    .default('last')
    .describe(
      'In a dialogue: is the problem the first or the last thing that the user says, or does it stand in another field?',
    ),
});

/** In which way rows belong together. */
export const linkType = z.literal([
  'variant',
  'translation',
  'sub-problem',
  'reformulation',
  'extension',
  'fusion',
  'composition',
  'equivalent',
  'similar',
]);

/** How a row tells which rows it belongs together with. Rows of one type with the same group are linked. */
const linkRule = z.strictObject({
  type: linkType,
  field: path.describe('The field that names the group, or the rows that this one belongs together with.'),
  names: z
    .literal(['group', 'row', 'rows', 'text'])
    .optional()
    .describe(
      "What the field's value is: the name of a group; the id of the row that others were made from; the ids of the rows that this one was made from, in their order (a list, of ids or of objects with an `id`); or the text that it was made from. Where missing it is a group's name, and for an extension whose value has more than one word it is the original's text.",
    ),
  pattern: expression
    .optional()
    .describe(
      "A regular expression with the named group `group`, and `place` where the value tells that too: ParaMAWPS' ids name the seed by the digits after `000`. A value that it does not match names no group.",
    ),
  place: path.optional().describe("The field that tells the row's place in its group."),
  files: z
    .array(z.string())
    .optional()
    .describe(
      "Files beside the dataset, by name, whose rows have the same values and so belong to the same groups; `*` stands for any characters. A row that tells no place has its file's name for one.",
    ),
});

/** What the numbers of a field stand for. */
const valueNames = z.strictObject({
  path,
  values: z.array(z.string()).nonempty().describe('The name of 0, of 1, and so on.'),
});

/** Turns any dataset's fields into roles. Data, not code. */
export const profileSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .describe('What files and commands call it: small letters, digits and hyphens.'),
  title: z.string().min(1).describe('What people call it.'),
  about: z.string().default('').describe('What a row of this kind is, in a sentence.'),
  signature: z
    .array(condition)
    .default([])
    .describe(
      'What tells rows of this kind from others. Without it, the profile is taken only where it is named.',
    ),
  idField: path.optional(),
  identity: z.array(path).optional(),
  keyed: z
    .boolean()
    .default(false)
    .describe(
      'The row\'s only field is its id and holds all else: `{"Problem_1": {...}}`. Paths start below it.',
    ),
  isFormat: z
    .boolean()
    .default(false)
    .describe(
      'A format that many datasets have, each with fields of its own: those that no rule names get roles by their names and values.',
    ),
  roles: z.array(roleRule).describe('Which field plays which role, and how it is decoded.'),
  links: z.array(linkRule).default([]),
  names: z
    .array(valueNames)
    .default([])
    .describe('What stands for numbers in short fields: class labels such as the categories of an error.'),
  repeats: z
    .array(path)
    .default([])
    .describe("Fields that only repeat others: shown in the row's source, not among the other fields."),
  schema: z
    .record(z.string(), z.unknown())
    .default({ type: 'object' })
    .describe('JSON Schema (2020-12) that every row must satisfy.'),
});

function isExpression(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

export type Profile = z.infer<typeof profileSchema>;
export type RoleRule = z.infer<typeof roleRule>;
/** A rule as it is written, without what it leaves to be taken for granted. */
export type WrittenRule = z.input<typeof roleRule>;
export type Condition = z.infer<typeof condition>;
export type LinkType = z.infer<typeof linkType>;
export type LinkRule = z.infer<typeof linkRule>;
