import type { Dialect } from '../../maths/dialect';
import { isObject } from '../../row/json';
import type { Json, JsonPath } from '../../row/json';
import type { Reading, Reference } from '../reading';
import type { Decoder } from './decoder';
import { sourceText } from './source-text';

/** A text, number or yes/no, in whatever role the rule names. */
export const decodeText: Decoder = ({ value, path, rule }) => {
  if (rule.role === 'fact')
    return isObject(value) || Array.isArray(value) ? null : { facts: [{ path, value }] };
  const text = asText(value);
  if (text === null) return null;
  return inRole(rule.role, path, text, typeof value === 'string' ? rule.dialect : 'plain');
};

function asText(value: Json): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

type TextRole = 'problem' | 'answer' | 'hint' | 'concept';

function inRole(role: string, path: JsonPath, text: string, dialect: Dialect): Partial<Reading> | null {
  const source = sourceText(path, text, dialect);
  const reference: Reference = { kind: 'text', source };
  const places: Record<TextRole, Partial<Reading>> = {
    problem: { problem: [source] },
    answer: { answers: [source] },
    hint: { hints: [reference] },
    concept: { concepts: [reference] },
  };
  return role in places ? places[role as TextRole] : null;
}
