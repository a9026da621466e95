import { isObject } from '../../row/json';
import type { Json } from '../../row/json';
import type { Reading, Reference, SourceText } from '../reading';
import type { Decoder } from './decoder';
import { sourceText } from './source-text';

/** A text, number or yes/no, in whatever role the rule names. */
export const decodeText: Decoder = ({ value, path, rule }) => {
  if (rule.role === 'fact')
    return isObject(value) || Array.isArray(value) ? null : { facts: [{ path, value }] };
  const text = asText(value);
  if (text === null) return null;
  const source = sourceText(path, text, typeof value === 'string' ? rule.dialect : 'plain');
  return inRole(rule.role, rule.unwrap === undefined ? source : unwrapped(source, rule.unwrap));
};

/** A list of texts, in whatever role the rule names. */
export const decodeTexts: Decoder = ({ value, path, row, rule }) => {
  if (!Array.isArray(value)) return decodeText({ value, path, row, rule });
  const parts = value.map((each, at) => decodeText({ value: each, path: [...path, at], row, rule }));
  if (parts.length === 0 || parts.some((part) => part === null)) return null;
  return joined(parts);
};

function joined(parts: (Partial<Reading> | null)[]): Partial<Reading> {
  const whole: Partial<Record<keyof Reading, unknown[]>> = {};
  for (const part of parts) {
    for (const name of Object.keys(part ?? {}) as (keyof Reading)[])
      (whole[name] ??= []).push(...(part?.[name] ?? []));
  }
  return whole as Partial<Reading>;
}

function asText(value: Json): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

type TextRole = 'problem' | 'answer' | 'hint' | 'concept';

/** The part of a text that its wrapper holds. */
function unwrapped(source: SourceText, wrapper: string): SourceText {
  const [start, end] = new RegExp(wrapper, 'du').exec(source.text)?.indices?.groups?.['text'] ?? [];
  if (start === undefined) return source;
  return sourceText(source.path, source.text, source.dialect, start, end);
}

function inRole(role: string, source: SourceText): Partial<Reading> | null {
  const reference: Reference = { kind: 'text', source };
  const places: Record<TextRole, Partial<Reading>> = {
    problem: { problem: [source] },
    answer: { answers: [source] },
    hint: { hints: [reference] },
    concept: { concepts: [reference] },
  };
  return role in places ? places[role as TextRole] : null;
}
