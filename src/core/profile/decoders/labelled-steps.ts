import type { Dialect } from '../../maths/dialect';
import type { Json, JsonPath } from '../../row/json';
import { isObject, valueAt } from '../../row/json';
import type { Published, SourceText, Step, Trace } from '../reading';
import { besideTrace } from './beside';
import type { Decoder, Decoding } from './decoder';
import { solutionTrace, traceAt } from './solutions';
import { finalAnswerOf, sourceText, stepOf } from './source-text';
import { stepKeys, stepMembers } from './step-members';
import type { StepKeys, StepMember } from './step-members';
import { startOfSteps, stepsInText } from './steps-in-text';
import { toldOfStep } from './told-of-step';

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
  const steps = cut.map((step, at) => ({ ...step, ...toldOfStep(null, step.source.path, decoding, at) }));
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
    ...toldOfStep(value, path, decoding, at),
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
