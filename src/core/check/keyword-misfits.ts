import type { Profile } from '../profile/profile';
import { isObject, jsonText, kindOf, pathText, valueAt } from '../row/json';
import type { Json, JsonPath } from '../row/json';
import { spanOfValue } from '../row/value-span';
import { preparedSchema } from '../schema/whole-validator';
import type { Misfit } from '../schema/whole-validator';
import type { CheckedRow } from './check';
import type { Finding } from './finding';
import { TYPE_NAMES, oneOf, otherwiseSpelled, shown } from './schema-words';

/** What of a row does not fit a schema, whatever keywords it has. Throws UnusableSchema for one that no row can be held against. */
export function misfitsByKeyword(written: Profile['schema']): (row: CheckedRow) => Finding[] {
  const schema = preparedSchema(written);
  return (row) => {
    const { parsed } = row;
    if (parsed.kind !== 'value') return [];
    return misfitsOf(() => schema.misfits(parsed.value)).flatMap((misfit) =>
      findingsOf(row, parsed.value, misfit),
    );
  };
}

function misfitsOf(look: () => Misfit[]): Misfit[] {
  try {
    return look();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // nested more deeply than a recursive validator can go
    return [];
  }
}

/** What is said of a place: the rule within the check, and the words behind the place's name. */
interface Said {
  rule: string;
  words: string;
  severity?: Finding['severity'];
}

function findingsOf(row: CheckedRow, value: Json, misfit: Misfit): Finding[] {
  const { path, keyword } = misfit;
  if (keyword === 'required' || keyword === 'dependentRequired')
    return missingIn(valueAt(value, path), misfit).map(([key, words]) =>
      findingAt(row, [...path, key], { rule: 'missing', words }),
    );
  return [findingAt(row, path, saidOf(misfit, valueAt(value, path) ?? null))];
}

/** Keys that an object has not, and what is said of each. */
function missingIn(object: Json | undefined, { keyword, stated }: Misfit): [string, string][] {
  if (!isObject(object)) return [];
  const lacks = (names: unknown) =>
    (Array.isArray(names) ? names : []).map(String).filter((key) => !Object.hasOwn(object, key));
  if (keyword === 'required') return lacks(stated).map((key) => [key, 'is missing']);
  return Object.entries(stated as Record<string, unknown>)
    .filter(([having]) => Object.hasOwn(object, having))
    .flatMap(([having, names]) =>
      lacks(names).map((key): [string, string] => [key, `is missing, as ${having} is there`]),
    );
}

function findingAt(row: CheckedRow, path: JsonPath, { rule, words, severity = 'error' }: Said): Finding {
  const { text } = row.parsed;
  const value = row.parsed.kind === 'value' ? valueAt(row.parsed.value, path) : undefined;
  return {
    row: row.number,
    path,
    span: spanOfValue(text, value === undefined ? path.slice(0, -1) : path),
    check: 'schema',
    rule: `schema/${rule}`,
    severity,
    message: `${pathText(path) || 'The row'} ${words}.`,
    evidence: value === undefined ? '' : jsonText(value).slice(0, 80),
  };
}

function saidOf({ path, keyword, stated }: Misfit, value: Json): Said {
  const bound = (rule: string, words: string): Said => ({
    rule,
    words: `${words} ${jsonText(stated as Json)}${rule.startsWith('too') ? ')' : ''}`,
  });
  switch (keyword) {
    case 'type': {
      const names = [stated].flat().map((type) => TYPE_NAMES[String(type)] ?? String(type));
      return { rule: 'invalid-type', words: `must be ${names.join(' or ')}, not ${kindOf(value)}` };
    }
    case 'enum':
    case 'const': {
      const values: unknown[] = keyword === 'enum' && Array.isArray(stated) ? stated : [stated];
      return {
        rule: 'invalid-value',
        words: `must be ${oneOf(values)}, not ${shown(value)}${otherwiseSpelled(values, value)}`,
      };
    }
    case 'minLength':
      if (value === '') return { rule: 'too-small', words: 'is empty' };
      return bound('too-small', 'is too small (at least');
    case 'minimum':
    case 'minItems':
    case 'minProperties':
      return bound('too-small', 'is too small (at least');
    case 'exclusiveMinimum':
      return bound('too-small', 'is too small (more than');
    case 'maximum':
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties':
      return bound('too-big', 'is too big (at most');
    case 'exclusiveMaximum':
      return bound('too-big', 'is too big (less than');
    case 'multipleOf':
      return bound('not-multiple-of', 'must be a multiple of');
    case 'pattern':
    case 'format':
      return { rule: 'invalid-format', words: `does not have the form ${String(stated)}` };
    case 'uniqueItems':
      return { rule: 'repeated-item', words: 'has an item twice' };
    case 'contains':
      return { rule: 'contains', words: 'has no item of the kind that it must contain' };
    case 'minContains':
      return {
        rule: 'contains',
        words: `has too few items of the kind that it must contain (at least ${String(stated)})`,
      };
    case 'maxContains':
      return {
        rule: 'contains',
        words: `has too many items of the kind that it must contain (at most ${String(stated)})`,
      };
    case 'propertyNames':
      return { rule: 'invalid-key', words: 'is a key that the schema does not allow' };
    case 'anyOf':
      return {
        rule: 'invalid-union',
        words: `fits none of the ${waysOf(stated)} ways that the schema allows`,
      };
    case 'oneOf':
      return {
        rule: 'invalid-union',
        words: `must fit exactly one of the ${waysOf(stated)} ways that the schema allows`,
      };
    case 'not':
      return { rule: 'not-allowed', words: 'is what the schema says it must not be' };
    case 'false':
      if (typeof path.at(-1) !== 'string')
        return { rule: 'not-allowed', words: 'is not allowed by the schema' };
      return {
        rule: 'new-field',
        words: 'is a new field: the schema does not allow it here',
        severity: 'warning',
      };
    default:
      return { rule: keyword, words: `does not keep to the schema's ${keyword}` };
  }
}

function waysOf(stated: unknown): number {
  return Array.isArray(stated) ? stated.length : 0;
}
