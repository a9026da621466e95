import { splitSteps } from '../../maths/split-steps';
import { valueAt } from '../../row/json';
import type { Decoder } from './decoder';
import { publishedSteps } from './labelled-steps';
import { traceAt } from './solutions';
import { finalAnswerOf, sourceText, stepOf, stepsOf } from './source-text';
import { stepLabel } from './step-label';

/** Where the steps before it stand. */
const BEFORE = ['previous_steps'];

/** A row for each step: the one to judge, with its label, after the steps before it. */
export const decodeNextStep: Decoder = ({ value, path, row, rule }) => {
  if (typeof value !== 'string') return null;
  const before = valueAt(row, BEFORE);
  const earlier =
    typeof before === 'string' && !/there are no previous steps/i.test(before)
      ? stepsOf(BEFORE, before, rule.dialect, splitSteps(before))
      : [];
  const label = stepLabel(rule.labelsField && valueAt(row, rule.labelsField), rule.zero);
  const step = { ...stepOf(sourceText(path, value, rule.dialect)), ...(label === null ? {} : { label }) };
  const steps = [...earlier, step];
  return {
    traces: [
      {
        ...traceAt(path, row, rule),
        kind: 'model',
        steps,
        finalAnswer: finalAnswerOf(path, value, rule.dialect),
        published: label === 'bad' ? publishedSteps(steps, null) : null,
      },
    ],
  };
};
