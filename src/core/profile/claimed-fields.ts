import type { Json, JsonPath } from '../row/json';
import { isObject } from '../row/json';
import type { RoleRule } from './profile';
import type { Field } from './reading';

/** The fields that have a role, and the fields that hold these, by `pathKey`. */
export type Claims = Map<string, 'whole' | 'part'>;

/** Takes a field, so that it is not among the other fields. Of the fields around it only a part is taken. */
export function claim(claims: Claims, path: JsonPath): void {
  claims.set(pathKey(path), 'whole');
  for (let length = path.length - 1; length > 0; length--) {
    const around = pathKey(path.slice(0, length));
    if (!claims.has(around)) claims.set(around, 'part');
  }
}

export function isClaimed(claims: Claims, path: JsonPath): boolean {
  return claims.get(pathKey(path)) === 'whole';
}

/** A rule uses up the field that it decodes and the ones that it reads beside it. */
export function fieldsOfRule(path: JsonPath, rule: RoleRule): JsonPath[] {
  const { firstErrorField, answerRightField, labelsField, wrongStepsField, stepNumbersField } = rule;
  const { preferred, imagesField, questionsField } = rule;
  const single = [
    firstErrorField,
    answerRightField,
    labelsField,
    wrongStepsField,
    stepNumbersField,
    Array.isArray(preferred) || typeof preferred !== 'object' ? preferred : preferred.field,
    imagesField,
    questionsField,
  ];
  return [
    path,
    ...single.filter((field) => Array.isArray(field)),
    ...rule.measureFields,
    ...rule.factFields,
    ...rule.stageFields,
    ...rule.beforeFields,
    ...rule.remarkFields,
    ...rule.choiceFields,
  ];
}

/** What no rule took, at any depth of objects. Of a list of which a part was taken, what is left in its objects that were taken from. */
export function unclaimedFields(value: Json, claims: Claims, below: JsonPath): Field[] {
  if (!isObject(value)) return claims.has('') ? [] : [{ path: below, value }];
  return fieldsIn(value, claims, [], below);
}

function fieldsIn(value: Json, claims: Claims, at: JsonPath, below: JsonPath): Field[] {
  if (Array.isArray(value))
    return value.flatMap((each, place) =>
      claims.get(pathKey([...at, place])) === 'part' ? fieldsIn(each, claims, [...at, place], below) : [],
    );
  if (!isObject(value)) return [];
  return Object.keys(value).flatMap((key): Field[] => {
    const inner = value[key] ?? null;
    const path = [...at, key];
    const claimed = claims.get(pathKey(path));
    if (claimed === 'whole' || inner === null) return [];
    if (claimed === 'part') return fieldsIn(inner, claims, path, below);
    return [{ path: [...below, ...path], value: inner }];
  });
}

function pathKey(path: JsonPath): string {
  return path.map(String).join('\u0000');
}
