/** Rows with four traces of forty steps, some 500 formulas each, in the shape of CHAMP; none has a formula of another. */
const TRACES = 4;
const STEPS = 40;

export function rowWithTraces(number: number): string {
  const traces = Array.from({ length: TRACES }, (_, trace) => [
    `Model ${trace}|direct`,
    traceOf(number, trace),
  ]);
  return JSON.stringify({
    identifier: `P_Algebra_${number}`,
    _raw_text: `Row ${number}: find the least $x > ${number}$ with $x^2 \\equiv 1 \\pmod{${number + 3}}$.`,
    _raw_answer: `$${number}$`,
    category: 'Algebra',
    ch_list: [],
    solution: { steps: [] },
    fws_annotations: Object.fromEntries(traces),
  });
}

function traceOf(row: number, trace: number) {
  const steps = Array.from({ length: STEPS }, (_, step) => stepOf(row, trace, step));
  return { text: steps.join('\n\n'), start_idx: null, end_idx: null };
}

function stepOf(row: number, trace: number, step: number): string {
  const n = 1 + row * 1000 + trace * 100 + step;
  return (
    `Since $x_{${n}}^2 + \\frac{${n}}{7} \\le \\sqrt{${n + 2}}$ for every $k \\ge ${step}$, we may write ` +
    `$\\sum_{k=1}^{${n}} k = \\frac{${n}(${n}+1)}{2}$, and the claim follows.`
  );
}

/** The same row with its formulas as plain text. */
export function withoutFormulas(row: string): string {
  return row.replaceAll('$', '');
}

/** The formulas of a row. */
export function formulasIn(row: string): string[] {
  const { fws_annotations } = JSON.parse(row) as { fws_annotations: Record<string, { text: string }> };
  return Object.values(fws_annotations).flatMap(({ text }) =>
    [...text.matchAll(/\$([^$]+)\$/g)].map(([, tex]) => tex ?? ''),
  );
}
