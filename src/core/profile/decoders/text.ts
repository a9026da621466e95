import { isObject, valueAt } from '../../row/json';
import type { Json, JsonObject, JsonPath } from '../../row/json';
import type { RoleRule } from '../profile';
import type { Reading, Reference, SourceText } from '../reading';
import type { Decoder, Decoding } from './decoder';
import { sourceText } from './source-text';
import { writtenTexts } from './written-texts';

/** A text, number or yes/no, in whatever role the rule names. */
export const decodeText: Decoder = ({ value, path, row, rule }) => {
  if (rule.role === 'fact')
    return isObject(value) || Array.isArray(value) ? null : { facts: [{ path, value }] };
  const text = asText(value);
  if (text === null) return null;
  const whole = sourceText(path, text, typeof value === 'string' ? rule.dialect : 'plain');
  const source = rule.unwrap === undefined ? whole : unwrapped(whole, rule.unwrap);
  const language = languageOf(row, rule);
  if (rule.role === 'translation')
    return { translations: [{ language: language ?? '', role: rule.translates, source }] };
  if (rule.role === 'context') return { context: [{ speaker: String(path.at(-1) ?? ''), source }] };
  return inRole(rule.role, language === undefined ? source : { ...source, language });
};

/** The language of a rule's text: the rule's own, or the one that the row names. */
function languageOf(row: Json, { language }: RoleRule): string | undefined {
  if (!Array.isArray(language)) return language;
  const named = valueAt(row, language);
  return typeof named === 'string' && named !== '' ? named : undefined;
}

/** A list or an object of texts, in whatever role the rule names. */
export const decodeTexts: Decoder = (decoding) => {
  const { value, path, row, rule } = decoding;
  if (typeof value === 'string') return ofWrittenList(value, decoding) ?? decodeText(decoding);
  if (isObject(value)) return ofMembers(value, decoding);
  if (!Array.isArray(value)) return decodeText(decoding);
  const parts = value.map((each, at) => decodeText({ ...lastOfPath(each, [...path, at]), row, rule }));
  if (parts.length === 0 || parts.some((part) => part === null)) return null;
  return joined(parts);
};

/** `"['Fractions', 'Rates']"`: a list that was written as a text. */
function ofWrittenList(text: string, { path, rule }: Decoding): Partial<Reading> | null {
  if (rule.role !== 'hint' && rule.role !== 'concept') return null;
  const parts = writtenTexts(text).map(({ start, end, text: said }) =>
    inRole(rule.role, { ...sourceText(path, text, rule.dialect, start, end), text: said }),
  );
  return parts.length > 0 ? joined(parts) : null;
}

/** `{"1": "Divide.", "2": "Simplify."}`, `{"primary": "Rates", "secondary": ["Division"]}`: the texts of an object, in its order. */
function ofMembers(value: JsonObject, decoding: Decoding): Partial<Reading> | null {
  const parts = Object.keys(value).map((key) =>
    decodeTexts({ ...decoding, value: value[key] ?? null, path: [...decoding.path, key] }),
  );
  return parts.length > 0 && parts.every((part) => part !== null) ? joined(parts) : null;
}

const CALLED = ['name', 'text', 'content', 'hint', 'concept', 'title', 'description'];

/** By which of its members an object is called, or says what it has to say; null where it has none. */
export function nameKeyOf(value: Json): string | null {
  return isObject(value) ? (CALLED.find((key) => typeof value[key] === 'string') ?? null) : null;
}

/** Of a way through a tree, from the widest to the narrowest, the narrowest; of an object, what it is called. */
function lastOfPath(value: Json, path: JsonPath): Pick<Decoding, 'value' | 'path'> {
  const key = nameKeyOf(value);
  if (key !== null) return { value: valueAt(value, [key]) ?? null, path: [...path, key] };
  if (!Array.isArray(value) || value.length === 0) return { value, path };
  const last = value.length - 1;
  return { value: value[last] ?? null, path: [...path, last] };
}

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
  if (role !== 'problem' && source.text.trim() === '') return null;
  const reference: Reference = { kind: 'text', source };
  const places: Record<TextRole, Partial<Reading>> = {
    problem: { problem: [source] },
    answer: { answers: [source] },
    hint: { hints: [reference] },
    concept: { concepts: [reference] },
  };
  return role in places ? places[role as TextRole] : null;
}
