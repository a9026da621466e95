import type { Json } from '../../row/json';
import { valueAt } from '../../row/json';
import { isLesson } from '../decoders/lesson';
import { isTranscript } from '../decoders/transcript';
import type { InferredRule } from './inferred-rule';
import { ruleFor } from './inferred-rule';
import { fieldNames } from './field-names';
import { authorBeside, preferencesOf } from './infer-better';
import { isDialogue, isShortValue, isVerdict } from './field-likeness';
import type { FieldPool } from './field-pool';
import { mostly } from './field-survey';
import type { SurveyedField } from './field-survey';
import { isListOfStepLabels } from './infer-steps';
import { caption, traceRule } from './told-beside';

const SPEAKERS = ['role', 'from', 'speaker', 'user'];

/** A dialogue, by whatever name, with whether its answer is right, and the answer that a message has. */
export function inferDialogue(pool: FieldPool, problemFound: boolean): InferredRule[] {
  const [dialogue, ...more] = pool.like(isDialogue);
  if (!dialogue) return [];
  const others = more.filter((field) => isTwin(field, dialogue));
  const preferences = preferencesOf(pool, [dialogue, ...others]);
  for (const field of [dialogue, ...others]) pool.remove(field);
  const [labels] = pool.like((field) => isListOfStepLabels(field) && isOfTurns(field, dialogue));
  if (labels) pool.remove(labels);
  const right = pool.take(fieldNames.verdict, (field) => isVerdict(field) && field.kind !== 'list');
  return [
    ruleFor(dialogue, {
      role: 'trace',
      decoder: 'messages',
      author: others.length > 0 ? authorBeside(pool, dialogue) : 'assistant',
      ...preferences?.[0],
      ...(right ? { answerRightField: right.path } : {}),
      ...(labels ? { labelsField: labels.path } : {}),
      ...(problemFound && mostly(dialogue, isLessonValue) ? { problemTurn: 'none' } : {}),
    }),
    ...others.map((field, at) =>
      traceRule(field, { decoder: 'messages', author: authorBeside(pool, field), ...preferences?.[at + 1] }),
    ),
    ...answerInMessages(dialogue),
  ];
}

/** A label for each turn that follows what was asked: EurusPRM. */
function isOfTurns({ values }: SurveyedField, dialogue: SurveyedField): boolean {
  return (
    values.length === dialogue.values.length &&
    values.every((labels, at) => {
      const turns = dialogue.values[at];
      return Array.isArray(labels) && Array.isArray(turns) && labels.length === turnsAfterQuestion(turns);
    })
  );
}

function turnsAfterQuestion(turns: Json[]): number {
  const asked = turns.findLastIndex((turn) => /^(?:user|human)$/i.test(speakerOf(turn)));
  return turns.length - asked - 1;
}

function speakerOf(turn: Json): string {
  return SPEAKERS.map((key) => valueAt(turn, [key])).find((told) => typeof told === 'string') ?? '';
}

/** What is taught of a problem that another field has. */
function isLessonValue(value: Json): boolean {
  const speakers = Array.isArray(value)
    ? value.flatMap((turn) => SPEAKERS.map((key) => valueAt(turn, [key])))
    : [];
  return isLesson(speakers.filter((speaker) => typeof speaker === 'string'));
}

/** `conversation_a` and `conversation_b`: the same question, and what two models said. */
function isTwin({ name }: SurveyedField, other: SurveyedField): boolean {
  return name !== other.name && stemOf(name) === stemOf(other.name) && stemOf(name) !== name;
}

function stemOf(name: string): string {
  return name.replace(/ ?[a-d1-4]$/, '');
}

const TOLD_IN_MESSAGE = [
  ['info', 'reference_answer'],
  ['info', 'ground_truth'],
  ['ground_truth'],
  ['reference_answer'],
];

/** `{"from": "human", "value": "...", "info": {"reference_answer": "30"}}` */
function answerInMessages(dialogue: SurveyedField): InferredRule[] {
  const places = [0, 1].flatMap((at) => TOLD_IN_MESSAGE.map((key) => [at, ...key]));
  const place = places.find((each) =>
    isShortValue({ ...dialogue, values: dialogue.values.map((value) => valueAt(value, each) ?? '') }),
  );
  return place
    ? [ruleFor({ ...dialogue, path: [...dialogue.path, ...place] }, { role: 'answer', decoder: 'answer' })]
    : [];
}

/** What teacher and student said to each other of the problem, in one text. */
export function lessonsInTexts(pool: FieldPool): InferredRule[] {
  return pool
    .takeAll(['conversation', 'dialogue', 'dialog', 'transcript', 'tutoring dialogue'], isTaught)
    .map((field) => traceRule(field, { decoder: 'transcript', author: caption(field), problemTurn: 'none' }));
}

function isTaught(field: SurveyedField): boolean {
  return mostly(field, (value) => typeof value === 'string' && isTranscript(value));
}
