import type { Json } from '../../row/json';
import { valueAt } from '../../row/json';
import type { SourceText, Step } from '../reading';
import { besideTrace } from './beside';
import type { Decoder, Decoding } from './decoder';
import { imagesIn } from './images';
import { traceAt } from './solutions';
import { sourceText, stepOf } from './source-text';

/** A student's wrong answer: one step, with the pictures of the scratchwork, and what the dataset says is wrong with it. */
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
  return {
    traces: [
      {
        ...traceAt(path, row, rule),
        kind: 'student',
        steps: [step],
        finalAnswer: source.text.trim() === '' ? null : source,
        ...beside,
        published: published ?? { answerRight: false },
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
