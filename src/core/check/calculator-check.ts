import * as z from 'zod';
import { calculatorAnnotations } from '../maths/calculator-annotation';
import type { CalculatorAnnotation } from '../maths/calculator-annotation';
import type { Profile } from '../profile/profile';
import { readRow } from '../profile/read-row';
import type { SourceText } from '../profile/reading';
import { spanInString } from '../row/value-span';
import type { Check, CheckedRow } from './check';
import type { Finding } from './finding';

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
  rules: ['calculator/wrong'],
  options: optionsSchema,
  start: (profile, options = {}) => {
    const { tolerance } = optionsSchema.parse(options);
    return {
      row: (row) => {
        if (row.parsed.kind !== 'value' || !row.parsed.text.includes('<<')) return [];
        return stepsOf(row.parsed.value, profile).flatMap((source) => findingsIn(source, row, tolerance));
      },
    };
  },
};

function stepsOf(value: Parameters<typeof readRow>[0], profile: Profile): SourceText[] {
  return readRow(value, profile).traces.flatMap(({ steps }) => steps.map(({ source }) => source));
}

function findingsIn({ path, text, start }: SourceText, row: CheckedRow, tolerance: number): Finding[] {
  const wrong = calculatorAnnotations(text, tolerance).filter(({ verdict }) => verdict === 'wrong');
  return wrong.map((annotation) => ({
    row: row.number,
    path,
    span: spanInString(row.parsed.text, path, {
      start: start + annotation.start,
      end: start + annotation.end,
    }),
    check: 'calculator',
    rule: 'calculator/wrong',
    severity: 'warning',
    message: messageOf(annotation),
    evidence: text.slice(annotation.start, annotation.end),
  }));
}

function messageOf({ expression, result, value }: CalculatorAnnotation): string {
  return `${expression} is ${value?.toFraction() ?? ''}, not ${result}.`;
}
