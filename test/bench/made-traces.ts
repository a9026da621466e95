/** Words of mathematics, for sentences that repeat no sooner than real ones. */
const OPENINGS = ['Since', 'Because', 'As', 'Given that', 'Note that', 'We know that', 'Suppose', 'Clearly'];
const FORMULAS = [
  (n: number) => `$x_{${n % 10}}^2 + \\frac{${n % 89}}{7} \\le \\sqrt{${(n % 31) + 2}}$`,
  (n: number) => `$\\binom{${n % 50}}{3} \\equiv ${n % 7} \\pmod{11}$`,
  (n: number) => `\\(\\sum_{k=1}^{${n % 40}} k = ${n % 820}\\)`,
  (n: number) => `$a_${n % 5} > ${n % 997}$`,
];

/**
 * A made row as reasoning datasets have them: problem, answer, hints, concepts, traces of steps with labels, and where it is
 * from. About 0.5 KB with no traces, about 8 KB with four.
 */
export function madeTraceRow(number: number, traces: number): string {
  return JSON.stringify({
    id: `made/${number}`,
    problem: madeProblem(number),
    answer: `$\\frac{${number % 1000}}{7}$`,
    hints: [`Look at ${formula(number + 5)} first.`],
    concepts: [`rule of ${number % 12}`, `bound ${number % 30}`],
    traces: Array.from({ length: traces }, (_, trace) => ({
      model: `model-${trace}`,
      steps: Array.from({ length: 6 + ((number + trace) % 7) }, (_, step) =>
        madeStep(number * 31 + trace * 7 + step),
      ),
      correct: (number + trace) % 3 === 0,
    })),
    meta: { source: `set ${number % 5}`, level: 1 + (number % 5), year: 1990 + (number % 30) },
  });
}

function madeProblem(number: number): string {
  const given = `Let ${formula(number * 3 + 1)}, and let $S$ be the set of whole numbers up to ${number} with ${formula(number + 2)}.`;
  return `${given} How many members of $S$ are there for which ${formula(number * 5)} holds and no two are neighbours? Give the remainder modulo 1000.`;
}

function madeStep(seed: number): { text: string; label: number } {
  const text = `${OPENINGS[seed % 8] ?? ''} ${formula(seed)}, it follows from ${formula(seed * 7 + 3)} that ${formula(seed + 11)} holds, so the claim is shown for this case.`;
  return { text, label: (seed % 3) - 1 };
}

function formula(seed: number): string {
  return FORMULAS[seed % FORMULAS.length]?.(seed) ?? '';
}
