import { z } from 'zod';

/** A way to a value: `["solution", "steps"]`. */
const path = z.array(z.union([z.string(), z.int()]));
const kind = z.literal(['text', 'number', 'yes/no', 'list', 'object', 'null']);
const dialect = z.literal(['markdown', 'champ', 'tex', 'plain']);

/** One thing that a row of this profile has. */
const condition = z.strictObject({
  path,
  kinds: z.array(kind).nonempty(),
  /** A regular expression that a text, or the first text of a list, must match. */
  matches: z.string().optional(),
});

/** Which field plays which role, and how it is decoded. The first of `paths` that the row has is taken. */
const roleRule = z.strictObject({
  role: z.literal(['problem', 'answer', 'hint', 'concept', 'trace', 'medium', 'context', 'fact']),
  paths: z.array(path).nonempty(),
  decoder: z
    .literal([
      'text',
      'references',
      'problem-id',
      'gsm8k-answer',
      'solution',
      'step-list',
      'champ-steps',
      'champ-solutions',
      'champ-solution-row',
      'messages',
      'file-name',
    ])
    .default('text'),
  dialect: dialect.default('markdown'),
  /** Who wrote the trace: words, or the path of the field that says so. */
  author: z.union([z.string(), path]).default('reference'),
  /** Field with the published index of the first wrong step, -1 for none. */
  firstErrorField: path.optional(),
  /** Field that says whether the final answer is right. */
  answerRightField: path.optional(),
  /** In a dialogue: is the problem the first or the last thing the user says? */
  problemTurn: z.literal(['first', 'last']).default('last'),
});

const linkType = z.literal([
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
  /** The field that names the group. */
  field: path,
  /**
   * A regular expression with the named group `group`, and `place` where the value tells that too: ParaMAWPS' ids name the
   * seed by the digits before `000`. A value that it does not match names no group.
   */
  pattern: z.string().optional(),
  /** The field that tells the row's place in its group. */
  place: path.optional(),
});

/** Turns any dataset's fields into roles. Data, not code. */
export const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  /** What a row of this kind is, in a sentence. */
  about: z.string(),
  signature: z.array(condition),
  idField: path.optional(),
  identity: z.array(path).optional(),
  roles: z.array(roleRule),
  links: z.array(linkRule).default([]),
  /** Fields that only repeat others: shown in the row's source, not among the other fields. */
  repeats: z.array(path).default([]),
  /** JSON Schema (2020-12) that every row must satisfy. */
  schema: z.record(z.string(), z.unknown()).default({ type: 'object' }),
});

export type Profile = z.infer<typeof profileSchema>;
export type RoleRule = z.infer<typeof roleRule>;
export type Condition = z.infer<typeof condition>;
export type LinkType = z.infer<typeof linkType>;
export type LinkRule = z.infer<typeof linkRule>;
