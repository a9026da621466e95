import { isDialogue, isText } from './field-likeness';
import { fieldNames } from './field-names';
import type { FieldPool } from './field-pool';
import type { InferredRule } from './inferred-rule';
import { ruleFor } from './inferred-rule';

const NAMES = [
  'misconception name',
  'misconception',
  'concept name',
  'concept',
  'skill name',
  'skill',
  'term',
];
const DESCRIPTIONS = ['description', 'definition', 'explanation', 'summary'];

/** A row of a library: a concept, skill or misconception with what it is, and nothing that is asked or solved. */
export function inferLibrary(pool: FieldPool): InferredRule[] {
  const other = [...fieldNames.problem, ...fieldNames.theorem, ...fieldNames.model, ...fieldNames.formal];
  if (pool.find(other, isText) || pool.like(isDialogue).length > 0) return [];
  const named = pool.find([...NAMES, 'name'], isText);
  if (!named) return [];
  const told = pool.take(DESCRIPTIONS, isText);
  if (told) return [ruleFor(told, { role: 'concept' })];
  if (named.name === 'name') return [];
  pool.remove(named);
  return [ruleFor(named, { role: 'concept' })];
}
