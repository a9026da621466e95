import type { Dialect } from '../../maths/dialect';
import type { Json, JsonPath } from '../../row/json';
import { isObject, valueAt } from '../../row/json';
import type { RoleRule } from '../profile';
import type { Measure, Published, SourceText, Step, Trace } from '../reading';
import { besideTrace, measuresIn } from './beside';
import type { Decoder, Decoding } from './decoder';
import { solutionTrace, traceAt } from './solutions';
import { finalAnswerOf, sourceText, stepOf } from './source-text';
import { stepKeys, stepMembers } from './step-members';
import type { StepKeys, StepMember } from './step-members';
import { startOfSteps, stepsInText } from './steps-in-text';

type StepLabel = NonNullable<Step['label']>;

/**
 * Steps with a label or numbers for each, in the steps or in lists beside them: a list of texts or of objects with a text, an object
 * that numbers its members, or one text that is cut into as many steps as the lists are long.
 */
export const decodeLabelledSteps: Decoder = (decoding) => {
  const { value, path, row, rule } = decoding;
  if (typeof value === 'string') return inOneText(value, decoding);
  const members = stepMembers(value, path);
  const steps = members.flatMap((member, at) => stepAt(member, decoding, at) ?? []);
  if (steps.length === 0 || steps.length !== members.length) return null;
  return { traces: [judgedTrace(steps, traceAt(path, row, rule), decoding)] };
};

/** The problem may stand before the first step. A text that cannot be cut so has its steps as any text has, and the lists beside them. */
function inOneText(text: string, decoding: Decoding): ReturnType<Decoder> {
  const { path, row, rule } = decoding;
  const lists = [rule.labelsField, rule.stepNumbersField].flatMap((field) => {
    const list = field && valueAt(row, field);
    return field && Array.isArray(list) ? [{ path: field, value: list }] : [];
  });
  const cut = lists[0] && stepsInText(path, text, rule.dialect, lists[0].value.length);
  if (!cut) {
    const trace = solutionTrace(text, path, row, { ...rule, traceKind: rule.traceKind ?? 'model' });
    return { traces: [{ ...trace, facts: [...(trace.facts ?? []), ...lists] }] };
  }
  const steps = cut.map((step, at) => ({ ...step, ...toldOf(null, step.source.path, decoding, at) }));
  const before = sourceText(path, text, rule.dialect, 0, text.slice(0, startOfSteps(text)).trimEnd().length);
  return {
    ...(before.text === '' ? {} : { problem: [before] }),
    traces: [judgedTrace(steps, traceAt(path, row, rule), decoding)],
  };
}

function judgedTrace(steps: Step[], frame: Trace, { row, rule }: Decoding): Trace {
  const beside = besideTrace(row, rule, null);
  return {
    ...frame,
    kind: rule.traceKind ?? 'model',
    steps,
    finalAnswer: finalAnswerOfSteps(steps, rule.dialect),
    ...beside,
    published: publishedSteps(steps, beside.published),
  };
}

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

const LABELS = ['label', 'rating', 'is_correct', 'correct', 'hard_label'];

function stepAt({ value, path }: StepMember, decoding: Decoding, at: number): Step | null {
  const keys = stepKeys(value);
  const text = isObject(value) && keys ? value[keys.text] : value;
  if (typeof text !== 'string' && !(keys?.asked !== undefined && typeof text === 'number')) return null;
  const isTactic = keys?.text === 'tactic';
  const dialect = isTactic || typeof text === 'number' ? 'plain' : decoding.rule.dialect;
  return {
    ...stepOf(sourceText(keys ? [...path, keys.text] : path, String(text), dialect)),
    ...askedAt(value, path, keys, decoding, at),
    ...(keys?.heading === undefined ? {} : { heading: keys.heading }),
    ...(isTactic ? { form: 'code' } : {}),
    ...toldOf(value, path, decoding, at),
  };
}

/** What a step answers: in its object, or in a list beside the steps. */
function askedAt(
  value: Json,
  path: JsonPath,
  keys: StepKeys | null,
  { row, rule }: Decoding,
  at: number,
): Partial<Step> {
  const own = keys?.asked !== undefined && isObject(value) ? value[keys.asked] : undefined;
  if (typeof own === 'string' && keys?.asked !== undefined) {
    const dialect = keys.text === 'tactic' ? 'plain' : rule.dialect;
    return { subQuestion: sourceText([...path, keys.asked], own, dialect) };
  }
  const beside = rule.questionsField && [...rule.questionsField, at];
  const question = beside && valueAt(row, beside);
  return beside && typeof question === 'string'
    ? { subQuestion: sourceText(beside, question, rule.dialect) }
    : {};
}

/** The label, numbers and remarks of a step: in its object, or at its place in the lists beside. */
function toldOf(value: Json, path: JsonPath, { row, rule }: Decoding, at: number): Partial<Step> {
  const own = isObject(value)
    ? LABELS.map((name) => value[name]).find((told) => told !== undefined)
    : undefined;
  const beside = rule.labelsField ? valueAt(row, [...rule.labelsField, at]) : rightByNumber(row, rule, at);
  const remarks = faultsIn(value, path, rule.dialect);
  const label = stepLabel(own ?? beside, rule.zero) ?? (remarks.length > 0 ? 'bad' : null);
  const measures = numbersAt(row, rule, at);
  return {
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
