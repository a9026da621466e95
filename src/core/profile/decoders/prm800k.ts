import type { Json, JsonPath } from '../../row/json';
import { isObject, pathText, valueAt } from '../../row/json';
import type { Alternative, SourceText, Step } from '../reading';
import { besideTrace } from './beside';
import type { Decoder, Decoding } from './decoder';
import { finalAnswerOfSteps, publishedSteps } from './labelled-steps';
import { traceAt } from './solutions';
import { sourceText, stepOf } from './source-text';
import { stepLabel } from './step-label';

/**
 * PRM800K (Lightman et al. 2023): for each step one or more completions, rated 1, 0 or -1 (wrong), and the one that the labeler went on
 * with, or wrote. Steps that were generated and not labelled come after them.
 */
export const decodePrm800kSteps: Decoder = (decoding) => {
  const { value, path, row, rule } = decoding;
  if (!Array.isArray(value) || value.length === 0) return null;
  const labelled = value.flatMap((each, at) => stepAt(each, [...path, at], decoding) ?? []);
  if (labelled.length !== value.length) return null;
  const steps = [...labelled, ...unlabelled(decoding, labelled.length)];
  const beside = besideTrace(row, rule, null);
  const finished = valueAt(row, [...path.slice(0, -1), 'finish_reason']) === 'solution';
  const told = finished ? { answerRight: null, firstError: null } : beside.published;
  return {
    traces: [
      {
        ...traceAt(path, row, rule),
        id: pathText(path),
        kind: 'model',
        steps,
        finalAnswer: finalAnswerOfSteps(steps, rule.dialect),
        ...beside,
        published: publishedSteps(steps, told),
      },
    ],
  };
};

function stepAt(value: Json, path: JsonPath, { rule }: Decoding): Step | null {
  const completions = valueAt(value, ['completions']);
  const listed = Array.isArray(completions) ? completions : [];
  const offered = listed.flatMap(
    (each, at) => alternativeAt(each, [...path, 'completions', at], rule.dialect) ?? [],
  );
  const chosen = valueAt(value, ['chosen_completion']);
  const written = alternativeAt(
    valueAt(value, ['human_completion']),
    [...path, 'human_completion'],
    rule.dialect,
  );
  const shown = written ?? offered[typeof chosen === 'number' ? chosen : 0] ?? offered[0];
  if (!shown) return null;
  const others = offered.filter((each) => each !== shown);
  return {
    ...stepOf(shown.source),
    ...(shown.label ? { label: shown.label } : {}),
    ...(others.length ? { alternatives: others } : {}),
  };
}

function alternativeAt(
  value: Json | undefined,
  path: JsonPath,
  dialect: SourceText['dialect'],
): Alternative | null {
  const inObject = isObject(value);
  const text = inObject ? value['text'] : value;
  if (typeof text !== 'string') return null;
  const label = stepLabel(inObject ? value['rating'] : undefined, 'neutral');
  const source = sourceText(inObject ? [...path, 'text'] : path, text, dialect);
  return { source, ...(label === null ? {} : { label }), chosen: false };
}

const GENERATED: JsonPath = ['question', 'pre_generated_steps'];

function unlabelled({ row, rule }: Decoding, from: number): Step[] {
  const generated = valueAt(row, GENERATED);
  if (!Array.isArray(generated)) return [];
  return generated.slice(from).flatMap((text, at) => {
    if (typeof text !== 'string') return [];
    return [stepOf(sourceText([...GENERATED, from + at], text, rule.dialect))];
  });
}
