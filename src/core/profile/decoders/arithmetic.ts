import type { Decoder } from './decoder';
import { sourceText } from './source-text';

/** `123 + 877 = 1000`: the expression is the problem, what stands after the equals sign the answer. */
export const decodeArithmetic: Decoder = ({ value, path, rule }) => {
  if (typeof value !== 'string') return null;
  const sides = /^\s*(?<expression>[^=]*\S)\s*=\s*(?<result>\S.*?)\s*$/ds.exec(value)?.indices?.groups;
  const [expression, result] = [sides?.['expression'], sides?.['result']];
  if (!expression || !result) return null;
  return {
    problem: [sourceText(path, value, rule.dialect, ...expression)],
    answers: [sourceText(path, value, rule.dialect, ...result)],
  };
};
