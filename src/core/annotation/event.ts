import * as z from 'zod';
import { HIT_CLASSES, MATCH_CLASSES } from '../contamination/match-classes';
import { linkType } from '../profile/profile';

/** The format of a log line. A reader that meets a higher number must not guess. */
export const FORMAT = 1;

const path = z.array(z.union([z.string(), z.int()]));

const stepLabel = z.literal(['good', 'neutral', 'bad', 'unsure']);
const traceVerdict = z.literal(['right', 'wrong', 'right-answer-wrong-reasoning']);
const rowMark = z.literal(['bad-problem', 'skipped', 'gave-up']);
const flagCategory = z.literal(['statement', 'answer', 'reasoning', 'notation', 'data', 'other']);

const rowTarget = z.strictObject({ kind: z.literal('row') });
const traceTarget = z.strictObject({ kind: z.literal('trace'), trace: z.string() });
const stepTarget = z.strictObject({
  kind: z.literal('step'),
  trace: z.string(),
  /** 0-based */
  step: z.int().nonnegative(),
  /** The field that holds the step's text, and the UTF-16 offsets of the step in it. */
  path,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** Set where the annotator cuts the trace otherwise than the dataset: then `step` is the dataset's step that it begins in. */
  piece: z
    .strictObject({
      /** UTF-16 offset in the text of that step. */
      from: z.int().nonnegative(),
      /** The dataset's step that it ends in (0-based), and the UTF-16 offset in the text of that one. */
      to: z.strictObject({ step: z.int().nonnegative(), at: z.int().nonnegative() }),
      /** What belongs to it besides, where it is put together. */
      rest: z
        .array(z.strictObject({ path, start: z.int().nonnegative(), end: z.int().nonnegative() }))
        .max(1000)
        .optional(),
    })
    .optional(),
});

/** In pixels of the image as it is shown without being turned, from its corner at the top left. A point has no width and height. */
const regionShape = z.strictObject({
  x: z.number().nonnegative(),
  y: z.number().nonnegative(),
  width: z.number().nonnegative(),
  height: z.number().nonnegative(),
});

/** A place in one of the row's images. */
const regionTarget = z.strictObject({
  kind: z.literal('region'),
  /** Tells it from all others, for good. Those that the dataset marks are `dataset-0`, `dataset-1` and so on. */
  region: z.string().regex(/^[0-9a-z-]{8,40}$/),
  /** The field that names or holds the image, and the name there; '' for one that has none. */
  path,
  file: z.string().max(4096),
  /** Digest of the image's bytes: another image in its place shows. '' where it is not known. */
  image: z.string(),
  /** Where it is, in what is said of it. With `unit`, as parts of the image's width and height from 0 to 1. */
  shape: regionShape.optional(),
  unit: z.literal('part').optional(),
});

/** A problem, hint or concept of the row. */
const partTarget = z.strictObject({
  kind: z.literal(['problem', 'hint', 'concept']),
  /** Its place among them, 0-based. */
  at: z.int().nonnegative(),
  /** The field that holds its text, or its id, and the UTF-16 offsets there. */
  path,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

/** The row beside another one. */
const pairTarget = z.strictObject({ kind: z.literal('pair'), with: z.string().min(1) });

/** What the questions of a scheme can be about. */
export const answerTarget = z.discriminatedUnion('kind', [
  rowTarget,
  traceTarget,
  stepTarget,
  regionTarget,
  partTarget,
  pairTarget,
]);

/** What a decision is about. */
const targetSchema = z.discriminatedUnion('kind', [
  rowTarget,
  traceTarget,
  stepTarget,
  regionTarget,
  partTarget,
  pairTarget,
]);
/** What a flag can be about. */
const flagTarget = z.discriminatedUnion('kind', [rowTarget, traceTarget, stepTarget]);

export const tagTarget = z.discriminatedUnion('kind', [rowTarget, stepTarget]);
/** An entry of a library, by its id and by what it was called then. `on: false` takes off what stood. */
const tagValue = z.strictObject({
  concept: z.string().min(1).max(500),
  name: z.string().min(1).max(500),
  on: z.boolean(),
});

const flagValue = z.strictObject({
  category: flagCategory,
  severity: z.literal(['minor', 'major']),
  comment: z.string().max(10_000),
});

/** Said of a flag, by its event's id. `state` is missing in a reply that only comments. */
const replyValue = z.strictObject({
  flag: z.string(),
  comment: z.string().max(10_000),
  state: z.literal(['open', 'resolved']).optional(),
});

/** The row of the target belongs together with others, in this order; `place` is each one's part in the group. */
const linkValue = z.strictObject({
  type: linkType,
  place: z.string(),
  rows: z
    .array(z.strictObject({ key: z.string(), place: z.string() }))
    .min(1)
    .max(1000),
});

/**
 * What settles differing labels of a step, or verdicts on a trace. `over` are the ids of the events that the reviewer saw: one
 * that came later is not settled by it.
 */
const adjudicationValue = z.strictObject({
  label: z.union([stepLabel, traceVerdict]),
  over: z.array(z.string()).max(1000),
});

/**
 * What a reviewer says of the finding that the row holds an item of a benchmark. `pair` is the digest of both texts: the same two
 * texts need no second look.
 */
const contaminationValue = z.strictObject({
  benchmark: z.string().min(1).max(200),
  /** The id of the item, else its row from 1. */
  item: z.string().max(500),
  class: z.literal(MATCH_CLASSES),
  verdict: z.literal(['same', 'other-numbers', 'same-source', 'false-alarm']),
  pair: z.string().regex(/^[0-9a-f]{32}$/),
});

/** How a row and one that has the same problem were judged. `stays`: it is the one of both that stays whatever is said. */
const duplicateValue = z.strictObject({
  /** The file of the other row, and that row's key. */
  file: z.string().min(1).max(500),
  item: z.string().max(500),
  class: z.literal(HIT_CLASSES),
  verdict: z.literal(['same', 'other-numbers', 'same-source', 'false-alarm']),
  pair: z.string().regex(/^[0-9a-f]{32}$/),
  stays: z.boolean().optional(),
});

/**
 * What a reviewer says of a finding of a check: that it is right, that nothing is wrong there, or that it may stay as it is. `finding`
 * is its digest, see `findingDigest`: the same thing found again needs no second look. `open` takes back what stood.
 */
const findingValue = z.strictObject({
  rule: z.string().min(1).max(200),
  finding: z.string().regex(/^[0-9a-f]{32}$/),
  verdict: z.literal(['right', 'false-alarm', 'accepted', 'open']),
  comment: z.string().max(10_000),
});

/** A stretch of a field's text. `text` is what stood there; `value` what it was said to be, where a question offers values. */
const spanAnswer = z.strictObject({
  path,
  /** UTF-16 offsets in the field's decoded text. */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string().max(20_000),
  value: z.string().min(1).max(200).optional(),
});

/**
 * What a reviewer says of the whole row. Of one that was fixed the event is of the row's new bytes; `before` is the hash of those that
 * were not right, and `path` the field that was edited, where it was one.
 */
const curationValue = z.strictObject({
  verdict: z.literal(['accepted', 'rejected', 'fixed', 'skipped']),
  path: path.optional(),
  before: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional(),
});

const answerValues = [
  z.string().max(10_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(100),
  z.array(spanAnswer).max(100),
] as const;

/** The answer to a question of a scheme. Null takes back what stood. */
const answerSchema = z.strictObject({
  what: z.literal('label'),
  scheme: z.string().min(1).max(200),
  /** Of a rubric also the criterion: `plan/clarity`. */
  question: z.string().min(1).max(201),
  target: answerTarget,
  /** A choice, a grade, yes or no, several choices, words, or stretches of the text. */
  value: z.union([...answerValues, z.null()]),
  /** Why, in a few words, where a rubric asks for it. */
  rationale: z.string().min(1).max(10_000).optional(),
  /** Set when it follows from the first error that was marked further down. */
  implied: z.boolean().optional(),
  /** Milliseconds from when it was asked. */
  ms: z.int().nonnegative().optional(),
});

/** Ids of the annotator's own events about the target. */
const ownEvents = z.array(z.string()).min(1).max(1000);

/**
 * How the annotator cuts a trace into steps, as a whole: where steps of the dataset are divided, and which (0-based) are joined to the
 * one before. Both empty: as the dataset does.
 */
const cutValue = z.strictObject({
  /** `at`: UTF-16 offset in the text of the step. */
  splits: z.array(z.strictObject({ step: z.int().nonnegative(), at: z.int().positive() })).max(10_000),
  joins: z.array(z.int().positive()).max(10_000),
});

const plainDecision = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('label'),
    /** With one it is an answer, whatever its value is called: else both would be possible, and neither taken. */
    scheme: z.never().optional(),
    target: stepTarget,
    value: stepLabel,
    /** Set when the label follows from the first error that was marked further down. */
    implied: z.boolean().optional(),
  }),
  z.strictObject({ what: z.literal('verdict'), target: traceTarget, value: traceVerdict }),
  z.strictObject({
    what: z.literal('mark'),
    target: rowTarget,
    value: rowMark,
    /** Why it was given up. */
    reason: z.string().max(1000).optional(),
  }),
  z.strictObject({
    what: z.literal('comment'),
    target: answerTarget,
    /** Empty takes back what stood. */
    value: z.string().max(10_000),
  }),
  z.strictObject({ what: z.literal('flag'), target: flagTarget, value: flagValue }),
  z.strictObject({ what: z.literal('reply'), target: flagTarget, value: replyValue }),
  z.strictObject({ what: z.literal('link'), target: rowTarget, value: linkValue }),
  z.strictObject({
    what: z.literal('tag'),
    target: tagTarget,
    value: tagValue,
  }),
  z.strictObject({
    what: z.literal('adjudication'),
    target: z.discriminatedUnion('kind', [traceTarget, stepTarget]),
    value: adjudicationValue,
  }),
  /** The text changed since, and what was said of it holds all the same. */
  z.strictObject({ what: z.literal('carry'), target: answerTarget, value: ownEvents }),
  /** The text changed since, and what was said of it does not hold any more. */
  z.strictObject({ what: z.literal('drop'), target: answerTarget, value: ownEvents }),
  /** The target is the step that was divided or joined (of several the first), as it was before. */
  z.strictObject({ what: z.literal('cut'), target: stepTarget, value: cutValue }),
  /** `on: false` takes off what stood. */
  z.strictObject({
    what: z.literal('region'),
    target: regionTarget,
    value: z.strictObject({ shape: regionShape, label: z.string().max(500), on: z.boolean() }),
  }),
  z.strictObject({ what: z.literal('contamination'), target: rowTarget, value: contaminationValue }),
  z.strictObject({ what: z.literal('duplicate'), target: rowTarget, value: duplicateValue }),
  /** The row stays out of what is exported clean. `on: false` lets it in again, whatever stood. */
  z.strictObject({
    what: z.literal('quarantine'),
    target: rowTarget,
    value: z.strictObject({ on: z.boolean() }),
  }),
  z.strictObject({ what: z.literal('finding'), target: rowTarget, value: findingValue }),
  z.strictObject({ what: z.literal('curation'), target: rowTarget, value: curationValue }),
]);

/** What settles differing answers to a question of a scheme; `over` as in an adjudication of labels. */
const answerRuling = z.strictObject({
  what: z.literal('adjudication'),
  scheme: z.string().min(1).max(200),
  question: z.string().min(1).max(201),
  target: answerTarget,
  value: z.strictObject({ answer: z.union(answerValues), over: z.array(z.string()).max(1000) }),
});

/** One decision, before it is signed. `group` binds decisions that one key made: they are undone together. */
export const decisionSchema = z.union([plainDecision, answerSchema, answerRuling]);

const signature = {
  v: z.literal(FORMAT),
  /** ULID: sorts by time, unique over machines. One from after the year 3000 is no honest clock's. */
  id: z.string().regex(/^0[0-9A-HJKMNP-TV-Z]{25}$/),
  /** ISO 8601, UTC */
  time: z.iso.datetime(),
  annotator: z.string().min(1),
  /** Eight hex digits that tell one person's machines apart. */
  machine: z.string(),
  row: z.strictObject({ key: z.string(), hash: z.string(), number: z.int().nonnegative() }),
  group: z.string().optional(),
};

const signedDecision = decisionSchema.and(
  z.object({
    ...signature,
    /** Digest of the text that the target had: a later change of it shows. */
    text: z.string().optional(),
    /** Ids of the models' events about the same place that were in sight. */
    seen: z.array(z.string()).max(1000).optional(),
    /** Said when the row came a second time in a queue: the first word stands, this one only tells how far one agrees with oneself. */
    again: z.literal(true).optional(),
  }),
);

const undoEvent = z.object({
  ...signature,
  what: z.literal('undo'),
  /** The id of an event, or of a group of events, of the same annotator. */
  value: z.string(),
});

/** One line of a log. */
export const eventSchema = z.union([undoEvent, signedDecision]);

export type StepLabel = z.infer<typeof stepLabel>;
export type TraceVerdict = z.infer<typeof traceVerdict>;
export type ContaminationValue = z.infer<typeof contaminationValue>;
export type ContaminationVerdict = ContaminationValue['verdict'];
export type CurationVerdict = z.infer<typeof curationValue>['verdict'];
export type FindingValue = z.infer<typeof findingValue>;
export type TagTarget = z.infer<typeof tagTarget>;
export type TagValue = z.infer<typeof tagValue>;
export type FlagCategory = z.infer<typeof flagCategory>;
export type SpanAnswer = z.infer<typeof spanAnswer>;
export type StepTarget = z.infer<typeof stepTarget>;
export type TraceCut = z.infer<typeof cutValue>;
export type RegionTarget = z.infer<typeof regionTarget>;
export type FlagTarget = z.infer<typeof flagTarget>;
export type AnswerTarget = z.infer<typeof answerTarget>;
export type Target = z.infer<typeof targetSchema>;
export type Decision = z.infer<typeof decisionSchema>;
/** A label under a scheme. */
export type AnswerDecision = z.infer<typeof answerSchema>;
/** What settles labels under a scheme. */
export type AnswerRuling = z.infer<typeof answerRuling>;
/** A label of a step without a scheme. */
export type StepDecision = Exclude<Extract<z.infer<typeof plainDecision>, { what: 'label' }>, AnswerDecision>;
export type SignedDecision = z.infer<typeof signedDecision>;
export type LogEvent = z.infer<typeof eventSchema>;

/** A decision and the digest of the text that its target has now. */
export interface NewDecision {
  decision: Decision;
  text?: string | undefined;
  /** Ids of the suggestions that were in sight. */
  seen?: string[] | undefined;
  /** It is said of a row that came a second time. */
  again?: boolean;
}
