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
  const bound = BOUNDS[keyword];
  if (keyword === 'minLength' && value === '') return { rule: 'too-small', words: 'is empty' };
  if (bound) return { rule: bound[0], words: bound[1].replace('{0}', () => jsonText(stated as Json)) };
  switch (keyword) {
    case 'type':
      return { rule: 'invalid-type', words: `must be ${typesOf(stated)}, not ${kindOf(value)}` };
    case 'enum':
      return otherThan(Array.isArray(stated) ? stated : [], value);
    case 'const':
      return otherThan([stated], value);
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

const KIND = 'items of the kind that it must contain';
/** Of keywords whose value is all that there is to say: the rule, and the words around the value. */
const BOUNDS: Record<string, [rule: string, words: string]> = {
  minimum: ['too-small', 'is too small (at least {0})'],
  minLength: ['too-small', 'is too small (at least {0})'],
  minItems: ['too-small', 'is too small (at least {0})'],
  minProperties: ['too-small', 'is too small (at least {0})'],
  exclusiveMinimum: ['too-small', 'is too small (more than {0})'],
  maximum: ['too-big', 'is too big (at most {0})'],
  maxLength: ['too-big', 'is too big (at most {0})'],
  maxItems: ['too-big', 'is too big (at most {0})'],
  maxProperties: ['too-big', 'is too big (at most {0})'],
  exclusiveMaximum: ['too-big', 'is too big (less than {0})'],
  multipleOf: ['not-multiple-of', 'must be a multiple of {0}'],
  pattern: ['invalid-format', 'does not have the form {0}'],
  format: ['invalid-format', 'does not have the form {0}'],
  uniqueItems: ['repeated-item', 'has an item twice'],
  contains: ['contains', `has no ${KIND}`],
  minContains: ['contains', `has too few ${KIND} (at least {0})`],
  maxContains: ['contains', `has too many ${KIND} (at most {0})`],
  propertyNames: ['invalid-key', 'is a key that the schema does not allow'],
  not: ['not-allowed', 'is what the schema says it must not be'],
};

function otherThan(values: readonly unknown[], value: Json): Said {
  const words = `must be ${oneOf(values)}, not ${shown(value)}${otherwiseSpelled(values, value)}`;
  return { rule: 'invalid-value', words };
}

function typesOf(stated: unknown): string {
  return [stated]
    .flat()
    .map((type) => TYPE_NAMES[String(type)] ?? String(type))
    .join(' or ');
}

function waysOf(stated: unknown): number {
  return Array.isArray(stated) ? stated.length : 0;
}
