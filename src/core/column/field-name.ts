import { roleNames } from '../field/field';
import { pathText } from '../row/json';
import type { JsonPath } from '../row/json';

/** A path as a field's name: one that is named like a role has a leading dot, as `fieldOf` has it. */
export function fieldName(path: JsonPath): string {
  const text = pathText(path);
  return roleNames.includes(text) ? `.${text}` : text;
}
