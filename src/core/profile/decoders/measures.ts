import type { Json, JsonPath } from '../../row/json';
import { isObject } from '../../row/json';
import type { Field } from '../reading';
import { measuresIn } from './beside';
import type { Decoder } from './decoder';

/** Numbers about the row: one, also written as text, or those of an object by its keys; what is no number among them is a fact. */
export const decodeMeasures: Decoder = ({ value, path }) => {
  const measures = measuresIn(value, path);
  const facts = isObject(value) ? wordsIn(value, path) : [];
  return measures.length > 0 ? { measures, facts } : null;
};

function wordsIn(value: Json, path: JsonPath): Field[] {
  if (isObject(value))
    return Object.keys(value).flatMap((key) => wordsIn(value[key] ?? null, [...path, key]));
  const told =
    typeof value === 'string' ? value.trim() !== '' && measuresIn(value, path).length === 0 : false;
  return told || typeof value === 'boolean' ? [{ path, value }] : [];
}
