import type { Dialect } from '../../maths/dialect';
import { findFinalAnswer } from '../../maths/final-answer';
import type { StepSpan } from '../../maths/split-steps';
import type { JsonPath } from '../../row/json';
import type { SourceText, Step } from '../reading';

/** The part of a field's text from `start` to `end` (UTF-16), the whole by default. */
export function sourceText(
  path: JsonPath,
  text: string,
  dialect: Dialect,
  start = 0,
  end = text.length,
): SourceText {
  return { path, start, end, text: text.slice(start, end), dialect };
}

export function stepOf(source: SourceText): Step {
  return { source, uses: [], wrong: [] };
}

/** The spans of a free-text solution as steps. */
export function stepsOf(path: JsonPath, text: string, dialect: Dialect, spans: StepSpan[]): Step[] {
  return spans.map(({ start, end }) => stepOf(sourceText(path, text, dialect, start, end)));
}

/** The final answer that a solution states, as it is written. A boxed one is LaTeX without delimiters. */
export function finalAnswerOf(path: JsonPath, text: string, dialect: Dialect): SourceText | null {
  const found = findFinalAnswer(text);
  if (!found) return null;
  return sourceText(path, text, found.how === 'boxed' ? 'tex' : dialect, found.start, found.end);
}
