import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equalitiesIn } from '../../../src/core/equality/equalities-in';
import { dataFolder, readRows } from '../real-data';

test('where remainders are spoken of, an equals sign may stand for a congruence', () => {
  const failing = (text: string) =>
    equalitiesIn(text, 'markdown').flatMap(({ verdict, tex }) => (verdict === 'fails' ? [tex] : []));
  const chain = '$5^5 = 5 \\times (5^2)^2 = 5 \\times 3^2 = 45$';
  assert.deepEqual(failing(`So ${chain}, and $45 \\mod 11 = 1$.`), []);
  assert.deepEqual(failing(`The remainder when divided by $11$: ${chain}.`), []);
  assert.deepEqual(failing(`So ${chain}, and $45 \\mod 13 = 6$.`), ['5 \\times (5^2)^2 = 5 \\times 3^2']);
  assert.deepEqual(failing('Multiply by $50^{-1} = 24$, as $x \\equiv 750 \\pmod{1199}$.'), []);
  assert.deepEqual(failing('Multiply by $50^{-1} = 24$, as $x \\equiv 750 \\pmod{1201}$.'), ['50^{-1} = 24']);
  assert.deepEqual(failing('Modulo 2, $(-1)^{52} = -1$.'), ['(-1)^{52} = -1']);
});

test('numbers of another base than ten are not recomputed', () => {
  const fails = (text: string) => equalitiesIn(text, 'markdown').some(({ verdict }) => verdict === 'fails');
  for (const text of [
    'In base 7, $5 + 5 = 13$.',
    'In base-$b$, $5 + 5 = 13$.',
    'In what base is $5 + 5 = 13$?',
    'Base 7: $5 + 5 = 13$.',
    'Write it in base b, so that $5 + 5 = 13$.',
  ])
    assert.ok(!fails(text), text);
  for (const text of [
    'In base 10, $5 + 5 = 13$.',
    'The base of the triangle is $5 + 5 = 13$.',
    'It has base 12 and height 5, so $5 + 5 = 13$.',
    'Let the base a of the triangle be $5 + 5 = 13$.',
  ])
    assert.ok(fails(text), text);
});

test('equalities are found in formulas, at their place, and not in prose', () => {
  const text = 'Since $1 + 1 = 2$ and 1 + 1 = 3, we get \\[3 \\cdot 4 = 14 = 14\\] in all.';
  const found = equalitiesIn(text, 'markdown').map(({ start, end, verdict }) => [
    text.slice(start, end),
    verdict,
  ]);
  assert.deepEqual(found, [
    ['1 + 1 = 2', 'holds'],
    ['3 \\cdot 4 = 14', 'fails'],
  ]);
});

/** The first step of a trace with an equality of numbers that fails; -1 where none does. */
function firstFailing(steps: string[]): number {
  return steps.findIndex((step) => equalitiesIn(step, 'markdown').some(({ verdict }) => verdict === 'fails'));
}

const folder = dataFolder();

if (folder)
  test('in ProcessBench they fail in wrong traces alone, and seldom before the step that people marked', () => {
    const counts = { found: 0, inRight: 0, atTheStep: 0, before: 0 };
    for (const part of ['gsm8k', 'math_first200', 'olympiadbench_first200', 'omnimath_first200']) {
      for (const { steps, label } of readRows(folder, `processbench/${part}.jsonl`)) {
        const first = firstFailing(steps as string[]);
        if (first === -1) continue;
        counts.found++;
        if (label === -1) counts.inRight++;
        else if (first === label) counts.atTheStep++;
        else if (first < Number(label)) counts.before++;
      }
    }
    assert.deepEqual(counts, { found: 86, inRight: 0, atTheStep: 40, before: 2 });
  });

if (folder)
  test('in the published solutions of MATH-500 two rows have one', () => {
    const solutions = readRows(folder, 'math/math500_test.jsonl').map(({ solution }) => String(solution));
    const rows = [...solutions.keys()].filter((row) => firstFailing([solutions[row] ?? '']) !== -1);
    assert.deepEqual(rows, [23, 174]);
  });

if (folder)
  test('in published solutions of number theory and counting two rows have one, and one has items of lists', () => {
    const rows = readRows(folder, 'math/competition_math_nt_cp_l5.jsonl');
    const failing = [...rows.keys()].filter((row) => firstFailing([String(rows[row]?.['solution'])]) !== -1);
    assert.deepEqual(failing, [272, 349, 435]); // 350: “2/6, 2/8 = 1/3, 1/4”, item by item
  });
