import type { ColumnStatistics, DatasetStatistics } from '../column/statistics';
import { fieldOf } from '../field/field';
import { parsePath } from '../field/path-pattern';

/**
 * Whether rows may have a field, by what was counted of all of them. Fields are counted at the top and in objects there, so
 * what lies deeper may be; so may anything where a row or a field could not be counted.
 */
export function mayHaveField(
  { columns, leftOut, tooLong, notObjects }: DatasetStatistics,
  name: string,
): boolean {
  if (leftOut + tooLong + notObjects > 0 || name === 'id' || fieldOf(name)?.kind !== 'path') return true;
  const [top, inner] = parsePath(name) ?? [];
  if (typeof top !== 'string') return true;
  const counted = columns.filter(({ field }) => parsePath(field)?.[0] === top);
  if (counted.length === 0) return false;
  if (typeof inner !== 'string') return true;
  return counted.some((column) => isListAt(column) || parsePath(column.field)?.[1] === inner);
}

/** A list at the top: a key within it is looked for in each of its elements. */
function isListAt({ field, kinds }: ColumnStatistics): boolean {
  return kinds.list > 0 && parsePath(field)?.length === 1;
}
