import { valueAt } from '../../row/json';
import type { Json } from '../../row/json';
import type { RoleRule } from '../profile';
import type { Step } from '../reading';
import { solutionSteps } from './solutions';
import { sourceText, stepOf } from './source-text';

/** The steps of a beginning that stands in other fields, which a pair of solutions has in common; then its own. */
export function withStepsBefore(own: Step[], row: Json, rule: RoleRule): Step[] {
  const before = rule.beforeFields.flatMap((field) => stepsAt(valueAt(row, field), field, rule));
  const last = before.at(-1)?.source.text.trim() ?? '';
  const [first, ...more] = own;
  if (!first || !HEADING.test(last)) return [...before, ...own];
  return [...before.slice(0, -1), { ...first, heading: last.replace(/:$/, '') }, ...more];
}

/** Where a beginning breaks off: `Step 4:` heads the step that goes on. */
const HEADING = /^(?:[*_#\s]*)(?:step|schritt|步骤|第)\s*\d{1,3}\s*(?:步)?\s*[:.：]?[*_]*$/i;

function stepsAt(value: Json | undefined, path: (string | number)[], { dialect }: RoleRule): Step[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : solutionSteps(path, value, dialect);
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string')) return [];
  return value.map((text, at) => stepOf(sourceText([...path, at], text, dialect)));
}
