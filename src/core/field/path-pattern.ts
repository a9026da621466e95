import { isObject } from '../row/json';
import type { Json } from '../row/json';

/** A way to values as people write it: keys, 0-based positions, and `null` for every element of a list. */
export type PathPattern = (string | number | null)[];

const PART = /\.?([A-Za-z_$][\w$-]*)|\[(\d*)\]|\["((?:[^"\\]|\\.)*)"\]/y;

/**
 * Reads `meta.level`, `steps[0].text`, `steps[].text` (the text of every step), `answers["GPT-4|direct"]`. A leading dot
 * is allowed. Null when it is not a path.
 */
export function parsePath(text: string): PathPattern | null {
  const pattern: PathPattern = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < text.length) {
    const found = PART.exec(text);
    if (!found) return null;
    const [, key, position, quoted] = found;
    if (key !== undefined) pattern.push(key);
    else if (position !== undefined) pattern.push(position === '' ? null : Number(position));
    else {
      const name = unquoted(quoted ?? '');
      if (name === null) return null;
      pattern.push(name);
    }
  }
  return pattern.length > 0 ? pattern : null;
}

/** Every value that a pattern leads to, in the order of the row. A list where a key is asked for stands for its elements. */
export function valuesAt(value: Json | undefined, pattern: PathPattern): Json[] {
  if (value === undefined) return [];
  const [part, ...rest] = pattern;
  if (part === undefined) return [value];
  if (Array.isArray(value)) {
    if (typeof part === 'number') return valuesAt(value[part], rest);
    return value.flatMap((element) => valuesAt(element, part === null ? rest : pattern));
  }
  if (typeof part === 'string' && isObject(value) && Object.hasOwn(value, part)) {
    return valuesAt(value[part], rest);
  }
  return [];
}

function unquoted(inside: string): string | null {
  try {
    const text: unknown = JSON.parse(`"${inside}"`);
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}
