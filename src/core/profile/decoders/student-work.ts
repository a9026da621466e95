import { readsAsProse } from '../../maths/dollar-maths';
import type { Json } from '../../row/json';
import { valueAt } from '../../row/json';
import type { SourceText, Step } from '../reading';
import { besideTrace } from './beside';
import type { Decoder, Decoding } from './decoder';
import { imagesIn } from './images';
import { traceAt } from './solutions';
import { finalAnswerOf, sourceText, stepOf } from './source-text';

/** A longer line tells how, and not what. In UTF-16 units. */
const LONGEST_ANSWER = 60;

/** A student's wrong answer: one step, with the pictures of the scratchwork, and what the dataset says is wrong with it. So a model's, which may be right. */
export const decodeStudentWork: Decoder = (decoding) => {
  const { value, path, row, rule } = decoding;
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const source = sourceText(path, String(value), typeof value === 'string' ? rule.dialect : 'plain');
  const media = rule.imagesField ? imagesIn(valueAt(row, rule.imagesField) ?? null, rule.imagesField) : [];
  const remarks = remarksIn(row, decoding);
  if (source.text.trim() === '' && media.length + remarks.length === 0) return null;
  const step: Step = {
    ...stepOf(source),
    ...(media.length > 0 ? { media } : {}),
    ...(remarks.length > 0 ? { remarks } : {}),
  };
  const { published, ...beside } = besideTrace(row, rule, null);
  const kind = rule.traceKind ?? 'student';
  return {
    traces: [
      {
        ...traceAt(path, row, rule),
        kind,
        steps: [step],
        finalAnswer: (kind === 'model' ? statedAnswer(source) : null) ?? lastLine(source),
        ...beside,
        published: published ?? (kind === 'student' ? { answerRight: false } : null),
      },
    ],
  };
};

function remarksIn(row: Json, { rule }: Decoding): SourceText[] {
  return rule.remarkFields.flatMap((field) => {
    const text = valueAt(row, field);
    return typeof text === 'string' && text.trim() !== '' ? [sourceText(field, text, rule.dialect)] : [];
  });
}

/** `ANSWER: B`: a model says which its answer is. */
function statedAnswer({ path, text, dialect }: SourceText): SourceText | null {
  return finalAnswerOf(path, text, dialect);
}

/** What the work ends with: of several lines the box or the last one; nothing where that is a sentence. */
function lastLine(source: SourceText): SourceText | null {
  const { path, text, dialect } = source;
  const said = text.trim();
  const boxed = finalAnswerOf(path, text, dialect);
  if (boxed?.dialect === 'tex') return boxed;
  const line = said.slice(said.lastIndexOf('\n') + 1).trim();
  if (line === '' || line.length > LONGEST_ANSWER || readsAsProse(line) || /^\[.*\]$/.test(line)) return null;
  const from = text.lastIndexOf(line);
  return sourceText(path, text, dialect, from, from + line.length);
}
