import type { Json, JsonPath } from '../../row/json';
import { isObject, valueAt } from '../../row/json';
import type { Step } from '../reading';
import { besideTrace } from './beside';
import type { Decoder, Decoding } from './decoder';
import { solutionSteps, traceAt } from './solutions';
import { finalAnswerOf, sourceText, stepOf } from './source-text';

/**
 * A solution in stages, such as perception, internalisation and reasoning: the members of an object, a list of objects that name their
 * stage, or the fields that the rule names. Each step is headed by its stage.
 */
export const decodeStages: Decoder = (decoding) => {
  const { value, path, row, rule } = decoding;
  const steps =
    rule.stageFields.length > 0
      ? rule.stageFields.flatMap((field) => stage(valueAt(row, field), field, String(field.at(-1)), decoding))
      : membersOf(value).flatMap(({ key, name, each }) => stage(each, [...path, ...key], name, decoding));
  const last = steps.at(-1)?.source;
  if (!last) return null;
  const finalAnswer = finalAnswerOf(last.path, last.text, rule.dialect);
  return {
    traces: [
      {
        ...traceAt(path, row, rule),
        steps,
        finalAnswer: finalAnswer && {
          ...finalAnswer,
          start: finalAnswer.start + last.start,
          end: finalAnswer.end + last.start,
        },
        ...besideTrace(row, rule, null),
      },
    ],
  };
};

interface Stage {
  key: JsonPath;
  name: string;
  each: Json | undefined;
}

const NAMES = ['stage', 'name', 'type', 'heading', 'tag', 'kind'];
const TEXTS = ['text', 'content', 'value', 'output', 'thinking'];

function membersOf(value: Json): Stage[] {
  if (isObject(value)) return Object.keys(value).map((key) => ({ key: [key], name: key, each: value[key] }));
  if (!Array.isArray(value)) return [];
  return value.flatMap((each, at): Stage[] => {
    const [name] = NAMES.map((key) => valueAt(each, [key])).filter((told) => typeof told === 'string');
    const key = TEXTS.find((one) => valueAt(each, [one]) !== undefined);
    return key === undefined ? [] : [{ key: [at, key], name: name ?? '', each: valueAt(each, [key]) }];
  });
}

/** The steps of one stage: of its text, or one for each text of a list. */
function stage(value: Json | undefined, path: JsonPath, name: string, { rule }: Decoding): Step[] {
  const texts = Array.isArray(value)
    ? value.map((each, at) => ({ each, at: [...path, at] }))
    : [{ each: value, at: path }];
  return texts.flatMap(({ each, at }) => {
    if (typeof each !== 'string') return [];
    const form = formOf(name, each);
    if (form) return [{ ...stepOf(sourceText(at, each, 'plain')), heading: name, form }];
    if (isStepNumber(name)) return each.trim() === '' ? [] : [stepOf(sourceText(at, each, rule.dialect))];
    return solutionSteps(at, each, rule.dialect).map((step) =>
      name === '' ? step : { ...step, heading: name },
    );
  });
}

/** `step_2` heads nothing that the step's own number does not say. */
function isStepNumber(name: string): boolean {
  return /^step[ _-]?\d{1,3}$/i.test(name);
}

/** What a tool gave back is an output; what it was given is code where it reads so. */
function formOf(name: string, text: string): Step['form'] {
  if (/^(?:observation|output|tool[ _]?(?:result|output|response)|execution[ _]?result)$/i.test(name))
    return 'output';
  const called = /^(?:action|code|program|tool[ _]?(?:call|input))$/i.test(name);
  return called && /[=()]/.test(text) && !text.includes('```') ? 'code' : undefined;
}
