import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calculatorAnnotations } from '../../../src/core/maths/calculator-annotation';
import { dataFolder, readRows } from '../real-data';

const CASES: [string, string][] = [
  ['<<48/2=24>>', 'right'],
  ['<<100/3=33.33>>', 'right'],
  ['<<200/3=66.66>>', 'right'],
  ['<<200/3=66.67>>', 'right'],
  ['<<-200/3=-66.6>>', 'right'],
  ['<<100/3=33.4>>', 'wrong'],
  ['<<-100/3=-33.4>>', 'wrong'],
  ['<<1.87*9=16.830000000000002>>', 'right'],
  ['<<4+4=8=2*4>>', 'right'],
  ['<<3/4=3/4>>', 'right'],
  ['<<100/3=33>>', 'wrong'],
  ['<<4+4=8=2*5>>', 'wrong'],
  ['<<7*16=102>>', 'wrong'],
  ['<<2*x=8>>', 'unclear'],
  ['<<8:40-6:00=2:20>>', 'unclear'],
];

for (const [text, verdict] of CASES) {
  test(`${text} is ${verdict}`, () =>
    assert.deepEqual(
      calculatorAnnotations(text).map((annotation) => annotation.verdict),
      [verdict],
    ));
}

test('an annotation says where it stands; one that states no result is none', () => {
  const [first, ...more] = calculatorAnnotations('So <<2+2=4>>4, and <<5>>.');
  assert.deepEqual([first?.start, first?.end, first?.expression, first?.result], [3, 12, '2+2', '4']);
  assert.deepEqual(more, []);
});

/**
 * Published counts: train 23,716 right; test 4,281 right and one whose result is a fraction; GSM-Ranges 88,795 right. Model
 * solutions: 16,602 right, 50 wrong, 40 not parseable. Exactness tells three of those apart: 0.47119999999999995*10 is not
 * 4.712199999999996, 5+2(3) is not 9, and 50=50-20-60=50 is not so.
 */
const REAL: [string, string, Record<string, number>][] = [
  ['large/gsm8k/train.jsonl', 'answer', { right: 23_716 }],
  ['gsm8k/test.jsonl', 'answer', { right: 4282 }],
  ['large/gsm_ranges/gsm_ranges_all.jsonl', 'answer', { right: 88_795 }],
  ['large/gsm8k/example_model_solutions.jsonl', 'solution', { right: 16_601, wrong: 53, unclear: 38 }],
];

const folder = dataFolder();
if (folder !== undefined) {
  for (const [file, field, expected] of REAL) {
    test(`the annotations of ${file}`, () => {
      const counts: Record<string, number> = {};
      for (const text of readRows(folder, file).flatMap((row) => textsNamed(field, row))) {
        for (const { verdict } of calculatorAnnotations(text)) counts[verdict] = (counts[verdict] ?? 0) + 1;
      }
      assert.deepEqual(counts, expected);
    });
  }
}

function textsNamed(name: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    key === name && typeof inside === 'string' ? [inside] : textsNamed(name, inside),
  );
}
