import { inferAnswers } from './infer-answers';
import { inferProblem } from './infer-problem';
import { inferTraces } from './infer-traces';
import { fieldNames, measureName } from './field-names';
import { isImageName, isListOfStrings, isNumber, isShortFact, isText } from './field-likeness';
import { FieldPool } from './field-pool';
import type { SurveyedField } from './field-survey';
import type { InferredRule } from './inferred-rule';
import { ruleFor } from './inferred-rule';

/** Rules for the fields of a sample, by their names and by what their values are. */
export function inferredRules(fields: SurveyedField[]): InferredRule[] {
  const pool = new FieldPool(fields);
  const problem = inferProblem(pool);
  const traces = inferTraces(pool, problem.length > 0);
  return [
    ...problem,
    ...inferAnswers(pool, hasProblem(problem) || hasProblem(traces)),
    ...traces,
    ...placing(pool),
  ];
}

/** What places a row: images, hints, concepts, numbers about it, and short facts. */
function placing(pool: FieldPool): InferredRule[] {
  const images = pool.takeAll(fieldNames.media, isImageName);
  const hints = pool.takeAll(fieldNames.hint, isTexts);
  const concepts = pool.takeAll(fieldNames.concept, isTexts);
  const measures = pool.like((field) => measureName.test(field.name) && isNumber(field));
  for (const field of measures) pool.remove(field);
  return [
    ...images.map((field) => ruleFor(field, { role: 'medium', decoder: 'file-name' })),
    ...hints.map((field) => ruleFor(field, { role: 'hint', decoder: 'texts' })),
    ...concepts.map((field) => ruleFor(field, { role: 'concept', decoder: 'texts' })),
    ...measures.map((field) => ruleFor(field, { role: 'measure', decoder: 'measures' })),
    ...pool.takeAll(fieldNames.fact, isShortFact).map((field) => ruleFor(field, { role: 'fact' })),
  ];
}

function isTexts(field: SurveyedField): boolean {
  return isText(field) || isListOfStrings(field);
}

function hasProblem(rules: InferredRule[]): boolean {
  return rules.some(({ role, decoder }) => role === 'problem' || decoder === 'messages');
}
