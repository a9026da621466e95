import type { Json, JsonObject, JsonPath } from '../../row/json';
import { isObject, valueAt } from '../../row/json';
import type { RoleRule } from '../profile';
import type { Answer } from '../reading';
import type { Decoder } from './decoder';
import { finalAnswerOf, sourceText } from './source-text';
import { unescaped } from './written-texts';

/** A reference answer, or a list of them: without a box around it, with its unit, and whether it is none at all. */
export const decodeAnswer: Decoder = (decoding) => {
  const { value, path, row, rule } = decoding;
  if (isNumberOrSpans(value)) {
    const key = value['number'] === '' || value['number'] === null ? 'spans' : 'number';
    return decodeAnswer({ ...decoding, value: value[key] ?? null, path: [...path, key] });
  }
  if (!Array.isArray(value)) {
    const answer = answerAt(value, path, row, rule);
    return answer && { answers: [answer] };
  }
  const answers = value.map((each, at) => answerAt(each, [...path, at], row, rule));
  const all = answers.filter((answer) => answer !== null);
  return all.length > 0 && all.length === answers.length ? { answers: all } : null;
};

/** `{"number": "7", "date": {...}, "spans": []}`, as DROP has its answers. */
export function isNumberOrSpans(value: Json): value is JsonObject {
  return isObject(value) && 'number' in value && Array.isArray(value['spans']);
}

function answerAt(value: Json, path: JsonPath, row: Json, rule: RoleRule): Answer | null {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null;
  const text = String(value);
  if (text.trim() === '') return null;
  const dialect = typeof value === 'string' ? rule.dialect : 'plain';
  const provenance = provenanceOf(row, rule);
  return {
    ...(unboxed(path, text) ?? fromWrittenJson(path, text, dialect) ?? unwrapped(path, text, rule, dialect)),
    ...(rule.none.includes(text.trim().toLowerCase()) ? { kind: 'none' as const } : {}),
    ...(provenance === null ? {} : { provenance }),
  };
}

/** The inside of `\boxed{140}`, where the whole value is one box. */
function unboxed(path: JsonPath, text: string): Answer | null {
  if (!/^\s*\$*\s*\\f?boxed\s*\{[\s\S]*\}\s*\$*\s*\.?\s*$/.test(text)) return null;
  return finalAnswerOf(path, text, 'tex');
}

const STRING = String.raw`"(?<text>(?:[^"\\]|\\.)+)"`;
/** `["30"]`, a list of one answer that was written as a text. */
const WRITTEN_LIST = new RegExp(String.raw`^\s*\[\s*${STRING}\s*\]\s*$`, 'd');
/** `{"answer": "30"}`, an object that was. */
const WRITTEN_OBJECT = new RegExp(
  String.raw`"(?:(?:expected_|final_|correct_|reference_)?answer|ground_truth)"\s*:\s*(?:${STRING}|(?<number>-?\d[\d.eE+-]*))`,
  'd',
);

/** The answer in JSON that was written as a text: without the escapes that it has there. */
function fromWrittenJson(path: JsonPath, text: string, dialect: Answer['dialect']): Answer | null {
  const found = WRITTEN_LIST.exec(text) ?? (isWrittenObject(text) ? WRITTEN_OBJECT.exec(text) : null);
  const [start, end] = found?.indices?.groups?.['text'] ?? found?.indices?.groups?.['number'] ?? [];
  if (start === undefined) return null;
  const source = sourceText(path, text, dialect, start, end);
  return { ...source, text: unescaped(source.text) };
}

function isWrittenObject(text: string): boolean {
  return /^\s*\{[\s\S]*\}\s*$/.test(text);
}

function unwrapped(path: JsonPath, text: string, { unwrap }: RoleRule, dialect: Answer['dialect']): Answer {
  const found = unwrap === undefined ? null : new RegExp(unwrap, 'du').exec(text);
  const [start, end] = found?.indices?.groups?.['text'] ?? [0, text.length];
  const unit = found?.groups?.['unit'];
  return { ...sourceText(path, text, dialect, start, end), ...(unit === undefined ? {} : { unit }) };
}

function provenanceOf(row: Json, { provenance }: RoleRule): string | null {
  const found = provenance.find(({ field, matches }) => {
    const value = valueAt(row, field);
    return typeof value === 'string' && new RegExp(matches, 'u').test(value);
  });
  return found?.words ?? null;
}
