import * as z from 'zod';
import { calculatorAnnotations } from '../maths/calculator-annotation';
import type { CalculatorAnnotation } from '../maths/calculator-annotation';
import type { SourceText } from '../profile/reading';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';
import { findingAt } from './place-finding';

const optionsSchema = z.strictObject({
  tolerance: z
    .number()
    .min(0)
    .max(1)
    .default(0)
    .describe('The relative error up to which a result counts as rounded: 0.01 for one in a hundred.'),
});

/** What solutions gave a calculator, `<<48/2=24>>`, is recomputed exactly. */
export const calculatorCheck: Check = {
  id: 'calculator',
  title: 'Calculator annotations',
  reads: 'the steps of every trace',
  severity: 'warning',
  cost: 'thorough',
  rules: ['calculator/wrong', 'calculator/unclosed'],
  options: optionsSchema,
  start: (_profile, options = {}) => {
    const { tolerance } = optionsSchema.parse(options);
    return {
      row: (row) => {
        if (row.parsed.kind !== 'value' || !row.parsed.text.includes('<<')) return [];
        const steps = (row.reading()?.traces ?? []).flatMap((trace) => trace.steps);
        return steps.flatMap(({ source }) => [
          ...findingsIn(source, row, tolerance),
          ...unclosedIn(source, row),
        ]);
      },
    };
  },
};

function findingsIn(source: SourceText, row: CheckedRow, tolerance: number): Finding[] {
  const wrong = calculatorAnnotations(source.text, tolerance).filter(({ verdict }) => verdict === 'wrong');
  return wrong.map((annotation) => {
    const evidence = source.text.slice(annotation.start, annotation.end);
    const said = {
      rule: 'calculator/wrong',
      severity: 'warning' as const,
      message: messageOf(annotation),
      evidence,
    };
    return findingAt(row, source, said, annotation);
  });
}

/** A sum after `<<`, which is no shift of a program, and no `>>` before the next one begins. */
const UNCLOSED = /(?<![\w)\]])<<(?=\S)(?=[^=]*\d)[-+*/().,\d\s$%]+=(?!=)[-.,\d$%]*(?!(?:(?!<<)[^])*>>)/g;

function unclosedIn(source: SourceText, row: CheckedRow): Finding[] {
  return [...source.text.matchAll(UNCLOSED)].map(({ 0: text, index }) => {
    const place = { start: index, end: index + text.length };
    const message = 'The calculator annotation has no end: >> is missing.';
    const said = { rule: 'calculator/unclosed', severity: 'warning' as const, message, evidence: text };
    return findingAt(row, source, said, place);
  });
}

function messageOf({ expression, result, value }: CalculatorAnnotation): string {
  return `${expression} is ${value?.toFraction() ?? ''}, not ${result}.`;
}
