import type { InferredRule } from './inferred-rule';
import { inferColumns } from './infer-columns';
import { inferDialogue, lessonsInTexts } from './infer-dialogues';
import { inferPairs } from './infer-pairs';
import { problemByLength } from './infer-problem';
import { inferSteps } from './infer-steps';
import { shortPredictions, studentWork } from './infer-students';
import { inferWritten, shortlyExplained } from './infer-written';
import { fieldNames } from './field-names';
import { isListOfStrings, isText } from './field-likeness';
import type { FieldPool } from './field-pool';
import { caption, traceRule } from './told-beside';

/** Solutions of all kinds: pairs, steps, numbered columns, one object a model, the dataset's own, a model's, programs, dialogues. */
export function inferTraces(pool: FieldPool, problemFound: boolean, known = 0): InferredRule[] {
  const traces = [
    ...inferPairs(pool),
    ...inferSteps(pool),
    ...inferColumns(pool),
    ...studentWork(pool),
    ...inferWritten(pool),
    ...(problemFound ? [...shortlyExplained(pool), ...lessonsInTexts(pool)] : []),
  ];
  if (problemFound && known === 0 && traces.every(({ traceKind }) => traceKind === 'reference'))
    traces.push(...shortPredictions(pool));
  const programs = pool
    .takeAll(
      problemFound ? [...fieldNames.program, ...fieldNames.formal] : fieldNames.program,
      (field) => isText(field) || isListOfStrings(field),
    )
    .map((field) => traceRule(field, { decoder: 'program', author: caption(field) }));
  if (problemFound && traces.length + programs.length > 0) return [...traces, ...programs];
  const dialogue = inferDialogue(pool, problemFound);
  if (dialogue.length > 0 || problemFound) return [...traces, ...programs, ...dialogue];
  return [...problemByLength(pool), ...traces, ...programs];
}
