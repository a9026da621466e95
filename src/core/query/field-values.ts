import { fieldOf } from '../field/field';
import type { ReadableRow } from '../field/field';
import { pathText } from '../row/json';
import type { Json } from '../row/json';
import type { Profile } from '../profile/profile';
import type { Measure } from './query';
import { leavesOf } from './queried-row';

/** The values of a field in one row; none where it lacks them. Never throws. */
export type FieldValues = (row: ReadableRow) => Json[];

/** `id` is the field that the profile says names a row. Null when the name is no field. */
export function fieldValues(name: string, profile: Profile): FieldValues | null {
  const own = name === 'id' && profile.idField ? pathText(profile.idField) : name;
  const field = fieldOf(own);
  if (!field) return null;
  return (row) => {
    try {
      return field.values(row);
    } catch (error) {
      if (error instanceof RangeError) return []; // nested more deeply than a recursive reader can go
      throw error;
    }
  };
}

/** Whether there is nothing to see: no value, or only null and empty texts, lists and objects. */
export function isMissing(values: readonly Json[]): boolean {
  return values.every((value) => {
    if (value === null || value === '') return true;
    return typeof value === 'object' && Object.keys(value).length === 0;
  });
}

/** `length`: UTF-16 units in the field's texts, all together. `count`: its values; of a single list its elements. */
export function measureOf(measure: Measure, values: readonly Json[]): number {
  if (measure === 'count') return counted(values).filter((value) => value !== null).length;
  let length = 0;
  for (const leaf of leavesOf(values)) if (typeof leaf === 'string') length += leaf.length;
  return length;
}

function counted(values: readonly Json[]): readonly Json[] {
  const [only] = values;
  return values.length === 1 && Array.isArray(only) ? only : values;
}
