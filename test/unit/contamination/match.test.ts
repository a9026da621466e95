import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildIndex } from '../../../src/core/contamination/benchmark-index';
import { Boilerplate } from '../../../src/core/contamination/boilerplate';
import { THRESHOLDS } from '../../../src/core/contamination/decision';
import { Matcher } from '../../../src/core/contamination/match-texts';
import type { RowText } from '../../../src/core/contamination/row-texts';
import { tokenise } from '../../../src/core/contamination/tokenise';
import { profileNamed } from '../profile/profiles';
import { dataFolder } from '../real-data';
import { checkedPlainly } from './checked-plainly';

const ORCHARD =
  'Marisol picks 24 baskets of cherries in the orchard every morning, sells a third of them to a bakery for 5 dollars a basket, and dries the others. How many baskets of cherries does she dry in 7 days?';
const FORMULA = 'What is the smallest value of \\frac{x^2+9}{x} for x > 0?';
const LAMP =
  'A lighthouse lamp turns once in 40 seconds. How many full turns does the lamp make during a storm that lasts 3 hours?';

/** The questions, among others that make their words rare. */
function matcherOf(boilerplate = new Boilerplate()) {
  const others = Array.from(
    { length: 300 },
    (_, n) =>
      `Worker ${n} paints wall${n} with colour${n % 17} in ${n + 3} hours. How long do ${n % 9} workers take?`,
  );
  const items = [ORCHARD, FORMULA, LAMP, ...others].map((text, row) => ({
    benchmark: 0,
    row,
    id: `q${row}`,
    text,
    answer: null,
  }));
  return new Matcher(buildIndex(items), boilerplate);
}

const matcher = matcherOf();
const textOf = (text: string, role: RowText['role'] = 'problem'): RowText[] => [
  { role, path: ['text'], start: 0, text },
];
const bestOf = (text: string, role?: RowText['role']) =>
  matcher.match(textOf(text, role), THRESHOLDS.review)[0];

test('a question is found as what it is', () => {
  const cases: [string, string, number][] = [
    [ORCHARD, 'exact', 0],
    [FORMULA.replace('\\frac', '\\dfrac').toUpperCase().replace('\\DFRAC', '\\dfrac'), 'exact', 1],
    [`Please think with care and write it all down. ${ORCHARD} Write only the number in a box.`, 'inside', 0],
    [ORCHARD.replace('24', '36').replace('7 days', '9 days'), 'numbers changed', 0],
    [ORCHARD.slice(0, 120), 'partial', 0],
    [
      'In the orchard 24 baskets of cherries are picked by Marisol each morning. The bakery buys a third of the baskets, paying 5 dollars for one; the rest she dries. What number of baskets of cherries are dried in 7 days?',
      'reworded',
      0,
    ],
  ];
  for (const [text, found, item] of cases) {
    const match = bestOf(text);
    assert.deepEqual([match?.class, match?.item], [found, item], text);
  }
});

test('a question with other operators is not the same one, by itself and among other words', () => {
  const [other, longer] = ['- 9}{x} for', '-9}{x} for'].map((sign) => FORMULA.replace('+9}{x} for', sign));
  const found = [other, `Please think with care and write it all down. ${longer}`].map((text = '') => {
    const match = bestOf(text);
    return [match?.class, match?.numbers.length, (match?.score ?? 1) < 1];
  });
  assert.deepEqual(found, [
    ['numbers changed', 1, true],
    ['numbers changed', 1, true],
  ]);
  assert.equal(bestOf(FORMULA.replace('+9', ' + 9'))?.class, 'exact');
});

test('a prompt that stands around most items of a small benchmark makes no other problem one of them', () => {
  const prompt = (question: string) =>
    `You are a tutor. Read the question with care, show each step of your reasoning, and write the final answer on the last line. Question: ${question}`;
  const short = [
    'Compute $\\int_0^\\pi x \\sin(3x) dx$.',
    'Evaluate $3^{2x}$ at x = 4.',
    'Factor $y^2 - 9$.',
  ];
  const items = [ORCHARD, LAMP, FORMULA, ...short].map((text, row) => ({
    ...{ benchmark: 0, row, id: `q${row}`, text: prompt(text), answer: null },
  }));
  const prompted = new Matcher(buildIndex(items), new Boilerplate());
  const best = (question: string) => prompted.match(textOf(prompt(question)), THRESHOLDS.review)[0];
  assert.equal(best('The sum of two even squares is 100. What are they?'), undefined);
  assert.equal(best('Priya reads 12 pages of a book a day. When is she done with 300?'), undefined);
  const found = best(LAMP.replace('40', '36'));
  assert.deepEqual([found?.class, found?.item], ['numbers changed', 1]);
});

test('another question is none, and an empty text holds nothing', () => {
  for (const text of [
    '',
    '   ',
    '$$',
    'How many?',
    'Solve 2x + 3 = 11 for x.',
    'Priya reads 12 pages of a book a day.',
  ])
    assert.equal(bestOf(text), undefined, text);
});

test('a trace holds a question only when it repeats it with its numbers', () => {
  const trace = (text: string) => `<think>The task says: ${text} So let me work it out, step by step.`;
  assert.equal(bestOf(trace(ORCHARD), 'trace')?.class, 'in the trace');
  assert.equal(
    bestOf(trace(ORCHARD.replace('24', '36').replace('5 dollars', '8 dollars')), 'trace'),
    undefined,
  );
  assert.equal(bestOf(trace('\\sin^2 x + \\cos^2 x = 1'), 'trace'), undefined);
});

test('runs of evidence have equal words in both texts, and differing numbers are apart', () => {
  const words = ORCHARD.split(' ');
  for (let round = 0; round < 60; round++) {
    const changed = words.map((word, at) => ((at * 7 + round * 13) % 11 === 0 ? `zq${round}` : word));
    const text = `Task ${round}: ${changed
      .slice(round % 5)
      .join(' ')
      .replace('24', String(30 + round))}`;
    const [match] = matcher.match([{ role: 'problem', path: ['text'], start: 100, text }], 1e-9);
    assert.ok(match, text);
    for (const { item, row } of match.runs) {
      const [there, here] = [ORCHARD.slice(item.start, item.end), text.slice(row.start - 100, row.end - 100)];
      assert.deepEqual(hashesOf(here), hashesOf(there));
    }
    for (const { item, row } of match.numbers)
      assert.notEqual(ORCHARD.slice(item.start, item.end), text.slice(row.start - 100, row.end - 100));
  }
});

test('words around the problems of all rows do not hide a question, nor are they one', () => {
  const prompt = (text: string) =>
    `You are a careful assistant who answers mathematical questions for young students in full sentences. ${text} Put the result on a line of its own at the very end of your reply, please.`;
  const boilerplate = new Boilerplate();
  const word = (row: number) =>
    `b${String.fromCharCode(97 + (row % 26), 97 + ((row * 7) % 25), 97 + ((row * 3) % 23))}`;
  for (let row = 0; row < 200; row++)
    boilerplate.learn(tokenise(prompt(`${word(row)} drives ${word(row + 9)} past ${word(row + 55)}.`)));
  const learned = matcherOf(boilerplate);
  assert.equal(learned.match(textOf(prompt(LAMP)), THRESHOLDS.remove)[0]?.item, 2);
  const left = boilerplate.without(tokenise(prompt('Boats float quietly.')));
  assert.ok(left.length < 8, String(left.length));
});

test('a question of which many rows have a phrase is found all the same, whole or with a word changed', () => {
  const boilerplate = new Boilerplate();
  const [, phrase = ''] = /(How many.*)/.exec(LAMP) ?? [];
  for (let row = 0; row < 100; row++) {
    const name = `${'abcdefghij'[row % 10]}u${'klmnopqrst'[Math.floor(row / 10)]}`;
    boilerplate.learn(tokenise(`The lamp of ${name}ville is old. ${phrase}`));
  }
  const index = buildIndex([{ benchmark: 0, row: 0, id: 'lamp', text: LAMP, answer: null }]);
  const found = (learned: Boilerplate, text: string) =>
    new Matcher(index, learned).match(textOf(text), THRESHOLDS.review)[0]?.class;
  assert.equal(found(boilerplate, LAMP), 'exact');
  const changed = LAMP.replace('storm', 'gale');
  assert.equal(found(boilerplate.apartFrom(index.seeds), changed), 'near');
  assert.notEqual(found(boilerplate, changed), 'near');
});

test('rows of 10 MB and endless repetition end, and a question at the end of one is found', () => {
  const noise = Array.from({ length: 1_200_000 }, (_, n) => `w${n % 5003}`).join(' ');
  assert.equal(bestOf(`${noise} ${LAMP}`)?.item, 2);
  assert.equal(bestOf('cherries in the orchard every morning, '.repeat(100_000))?.class === 'exact', false);
  assert.equal(bestOf('\ufffd'.repeat(1_000_000)), undefined);
});

function hashesOf(text: string): number[] {
  const { exact, length } = tokenise(text);
  return [...exact.subarray(0, length)];
}

const shared = dataFolder();
if (shared !== undefined) {
  const exactly = async (file: string, profile: string, benchmark: string, itsProfile: string) => {
    const benchmarks = [{ file: join(shared, benchmark), profile: profileNamed(itsProfile) }];
    const checked = { file: join(shared, file), profile: profileNamed(profile), benchmarks };
    const { hits } = await checkedPlainly({ ...checked, least: THRESHOLDS.review, onlyProblems: true });
    return hits.filter((hit) => hit.class === 'exact').length;
  };

  // of ProcessBench 112 rows have the very text of a problem of MATH-500, and one but for its signs
  test('rows of real datasets that are items of benchmarks: MATH by level, ProcessBench', async () => {
    const processed = 'large/processbench/processbench_all.jsonl';
    assert.equal(
      await exactly('math/competition_math_nt_cp_l5.jsonl', 'math', 'math/math500_test.jsonl', 'math'),
      20,
    );
    assert.ok((await exactly(processed, 'processbench', 'gsm8k/test.jsonl', 'gsm8k')) >= 400);
    assert.ok((await exactly(processed, 'processbench', 'math/math500_test.jsonl', 'math')) >= 113);
  });
}
