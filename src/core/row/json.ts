/** A value as JSON has it. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** The way from a row to one of its values: keys and 0-based positions. */
export type JsonPath = (string | number)[];

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at `path`, or undefined where the row has none. Inherited properties do not count. */
export function valueAt(value: Json | undefined, path: JsonPath): Json | undefined {
  let here = value;
  for (const part of path) {
    if (Array.isArray(here) && typeof part === 'number') here = here[part];
    else if (isObject(here) && Object.hasOwn(here, part)) here = here[part];
    else return undefined;
  }
  return here;
}

/** A path in the form people write it: `solution.steps[2]._raw_text`, `fws_annotations["GPT-4|direct"]`. */
export function pathText(path: JsonPath): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[A-Za-z_$][\w$]*$/.test(part)) text += text ? `.${part}` : part;
    else text += `[${JSON.stringify(part)}]`;
  }
  return text;
}

/** A value as JSON, or words in its place when it is nested too deeply for the engine to write. */
export function jsonText(value: Json, indent = 0): string {
  try {
    return JSON.stringify(value, null, indent);
  } catch (error) {
    if (error instanceof RangeError) return '(nested too deeply to show)';
    throw error;
  }
}

/** Whether values lie within values so often that what goes through them by recursion may not come to an end. */
export function isDeep(value: Json): boolean {
  let level = [value];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++)
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  return level.length > 0;
}

const DEEPEST = 500;

/** The kind of a value, in the words used for people. */
export type ValueKind = 'text' | 'number' | 'yes/no' | 'list' | 'object' | 'null';

export function kindOf(value: Json): ValueKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
      return 'number';
    case 'boolean':
      return 'yes/no';
    default:
      return 'object';
  }
}
