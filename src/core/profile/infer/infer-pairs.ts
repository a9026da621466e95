import type { InferredRule } from './inferred-rule';
import { fieldNames } from './field-names';
import { isDialogue, isListOfStrings, isText } from './field-likeness';
import type { FieldPool } from './field-pool';
import { mostly } from './field-survey';
import type { SurveyedField } from './field-survey';
import { traceRule } from './told-beside';

/** What was chosen and what was rejected, with the steps that both begin with. */
export function inferPairs(pool: FieldPool): InferredRule[] {
  const chosen = pool.takeAll(fieldNames.chosen, isTrace);
  const rejected = pool.takeAll(fieldNames.rejected, isTrace);
  if (chosen.length + rejected.length === 0) return [];
  const before = pool.take(BEGINNINGS, (field) => isText(field) || isListOfStrings(field));
  const beside = { decoder: 'preference', ...(before ? { beforeFields: [before.path] } : {}) } as const;
  return [
    ...chosen.map((field) => traceRule(field, { ...beside, preferred: true, author: 'chosen' })),
    ...rejected.map((field) => traceRule(field, { ...beside, preferred: false, author: 'rejected' })),
  ];
}

const BEGINNINGS = [
  'initial reason steps',
  'prefix',
  'prefix steps',
  'previous steps',
  'shared prefix',
  'common prefix',
  'partial solution',
  'partial response',
];

/** `"winner": "model_a"` names one, and is none. */
function isTrace(field: SurveyedField): boolean {
  if (isText(field))
    return !mostly(field, (value) => typeof value === 'string' && /^[\w-]{1,12}$/.test(value));
  return isDialogue(field) || field.kind === 'object';
}
