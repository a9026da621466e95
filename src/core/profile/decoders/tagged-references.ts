import type { Json, JsonPath } from '../../row/json';
import { valueAt } from '../../row/json';
import type { Answer, Choice } from '../reading';
import type { Decoder } from './decoder';
import { sourceText } from './source-text';

/** `[{"output": {"text": "30"}, "tags": ["correct"]}]`, as HELM has them: a single one is the answer, several are choices. */
export const decodeTaggedReferences: Decoder = ({ value, path, rule }) => {
  if (!Array.isArray(value)) return null;
  const found = value.flatMap((each, at) => referenceAt(each, [...path, at], rule.dialect) ?? []);
  if (found.length === 0 || found.length !== value.length) return null;
  const answers = found
    .filter(({ right }) => right || found.length === 1)
    .map(({ source }): Answer => source);
  if (found.length === 1) return { answers };
  const choices = found.map(({ source, right }, at): Choice => ({
    label: String.fromCodePoint(65 + at),
    source,
    medium: null,
    right,
  }));
  return { answers, choices };
};

function referenceAt(value: Json, path: JsonPath, dialect: Parameters<typeof sourceText>[2]) {
  const text = valueAt(value, ['output', 'text']);
  const tags = valueAt(value, ['tags']);
  if (typeof text !== 'string') return null;
  const right = Array.isArray(tags) && tags.includes('correct');
  return { source: sourceText([...path, 'output', 'text'], text, dialect), right };
}
