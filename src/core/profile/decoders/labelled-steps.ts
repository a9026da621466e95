import type { Dialect } from '../../maths/dialect';
import type { Json, JsonPath } from '../../row/json';
import { isObject, valueAt } from '../../row/json';
import type { RoleRule } from '../profile';
import type { Measure, Published, SourceText, Step, Trace } from '../reading';
import { besideTrace, measuresIn } from './beside';
import type { Decoder, Decoding } from './decoder';
import { traceAt } from './solutions';
import { finalAnswerOf, sourceText, stepOf } from './source-text';

type StepLabel = NonNullable<Step['label']>;

/** A list of steps, texts or objects with a text, with a label or numbers for each: in the objects, or in lists beside. */
export const decodeLabelledSteps: Decoder = (decoding) => {
  const { value, path, row, rule } = decoding;
  if (!Array.isArray(value) || value.length === 0) return null;
  const steps = value.flatMap((each, at) => stepAt(each, [...path, at], decoding, at) ?? []);
  if (steps.length !== value.length) return null;
  const beside = besideTrace(row, rule, null);
  const trace: Trace = {
    ...traceAt(path, row, rule),
    kind: rule.traceKind ?? 'model',
    steps,
    finalAnswer: finalAnswerOfSteps(steps, rule.dialect),
    ...beside,
    published: publishedSteps(steps, beside.published),
  };
  return { traces: [trace] };
};

/** The answer that the last step states: under the heading `# Answer`, as PRM800K's solutions have it, or as any text does. */
export function finalAnswerOfSteps(steps: Step[], dialect: Dialect): SourceText | null {
  const last = steps.at(-1)?.source;
  if (!last) return null;
  const found = /# Answer\s*\n\s*(?<answer>\S[\s\S]*?)\s*$/d.exec(last.text);
  const [start, end] = found?.indices?.groups?.['answer'] ?? [];
  const answer =
    start === undefined
      ? finalAnswerOf(last.path, last.text, dialect)
      : sourceText(last.path, last.text, 'tex', start, end);
  return answer && { ...answer, start: answer.start + last.start, end: answer.end + last.start };
}

/** What labels of all steps say of the first error. */
export function publishedSteps(steps: Step[], told: Published | null): Published | null {
  const bad = steps.findIndex(({ label }) => label === 'bad');
  if (bad !== -1) return { answerRight: null, ...told, firstError: bad };
  if (steps.length === 0 || !steps.every(({ label }) => label !== undefined)) return told;
  return { answerRight: null, ...told, firstError: null };
}

const TEXTS = [
  'text',
  'step',
  'content',
  'completion',
  'reasoning',
  'statement',
  'value',
  'explanation',
  'description',
  'thought',
];
const LABELS = ['label', 'rating', 'is_correct', 'correct', 'hard_label'];

function stepAt(value: Json, path: JsonPath, { row, rule }: Decoding, at: number): Step | null {
  const key = isObject(value) ? TEXTS.find((name) => typeof value[name] === 'string') : undefined;
  const text = isObject(value) && key !== undefined ? value[key] : value;
  if (typeof text !== 'string') return null;
  const own = isObject(value)
    ? LABELS.map((name) => value[name]).find((told) => told !== undefined)
    : undefined;
  const beside = rule.labelsField ? valueAt(row, [...rule.labelsField, at]) : rightByNumber(row, rule, at);
  const remarks = faultsIn(value, path, rule.dialect);
  const label = stepLabel(own ?? beside, rule.zero) ?? (remarks.length > 0 ? 'bad' : null);
  const measures = numbersAt(row, rule, at);
  return {
    ...stepOf(sourceText(key === undefined ? path : [...path, key], text, rule.dialect)),
    ...(label === null ? {} : { label }),
    ...(measures.length ? { measures } : {}),
    ...(remarks.length ? { remarks } : {}),
  };
}

const FAULTS = ['error', 'mistake', 'misconception', 'error_type', 'error_category', 'error_explanation'];
const NO_FAULT = /^(?:none|no|n\/a|null|correct|no error)?$/i;

/** What an object says in words of what is wrong with its step. */
function faultsIn(value: Json, path: JsonPath, dialect: Dialect): SourceText[] {
  if (!isObject(value)) return [];
  return FAULTS.flatMap((key) => {
    const told = value[key];
    return typeof told === 'string' && !NO_FAULT.test(told.trim())
      ? [sourceText([...path, key], told, dialect)]
      : [];
  });
}

/** Whether a step is right, where the row lists the numbers of those that are not. */
function rightByNumber(row: Json, { wrongStepsField }: RoleRule, at: number): boolean | undefined {
  const wrong = wrongStepsField && valueAt(row, wrongStepsField);
  return Array.isArray(wrong) ? !wrong.includes(at + 1) : undefined;
}

const GOOD = /^(?:\+|good|correct|right|positive|true|yes|1)$/i;
const NEUTRAL = /^(?:neutral|ok|okay|0)$/i;
const BAD = /^(?:-|bad|incorrect|wrong|negative|false|no|-1)$/i;

/** A step's label out of a dataset's value for it. PRM800K's -1 is wrong; where there are only 1 and 0, so is 0. */
export function stepLabel(value: Json | undefined, zero: RoleRule['zero']): StepLabel | null {
  if (typeof value === 'boolean') return value ? 'good' : 'bad';
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return null;
    return value > 0 ? 'good' : value < 0 ? 'bad' : zero;
  }
  if (typeof value !== 'string') return null;
  const word = value.trim();
  if (GOOD.test(word)) return 'good';
  if (NEUTRAL.test(word)) return word === '0' ? zero : 'neutral';
  return BAD.test(word) ? 'bad' : null;
}

const RATINGS: Record<string, string> = { '1': 'good', '0': 'neutral', '-1': 'bad' };

/** Probabilities of the ratings 1, 0 and -1 go by the words for them. */
function numbersAt(row: Json, { stepNumbersField }: RoleRule, at: number): Measure[] {
  if (!stepNumbersField) return [];
  const path = [...stepNumbersField, at];
  const value = valueAt(row, path);
  if (!isObject(value)) return measuresIn(value, path, String(stepNumbersField.at(-1)));
  const keys = Object.keys(value).toSorted((a, b) => Number(b) - Number(a));
  return keys.flatMap((key) => measuresIn(value[key], [...path, key], RATINGS[key] ?? key));
}
