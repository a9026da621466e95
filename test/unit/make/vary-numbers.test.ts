import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fraction } from 'fraction.js';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { varyNumbers } from '../../../src/core/make/vary-numbers';
import type { Draw, WorkedProblem } from '../../../src/core/make/vary-numbers';
import { calculatorAnnotations } from '../../../src/core/maths/calculator-annotation';
import { dataFolder, readRows } from '../real-data';

/** These numbers, one after the other. */
function drawing(...numbers: number[]): Draw {
  return () => numbers.shift() ?? assert.fail('more numbers were drawn than expected');
}

const RANGE = { from: 1, to: 5000 };
const eggs: WorkedProblem = {
  question: 'A farm has 18 hens. Each lays 6 eggs, and 1,008 more are bought. How many eggs are there?',
  answer:
    'The hens lay 18*6 = <<18*6=108>>108 eggs.\nTogether that is 1,008 + 108 = <<1008+108=1116>>1,116.\n#### 1,116',
};

test('numbers of the question are drawn, and all results follow, written as the row writes', () => {
  assert.deepEqual(varyNumbers(eggs, RANGE, drawing(20, 7, 2000)), {
    variation: {
      question: 'A farm has 20 hens. Each lays 7 eggs, and 2,000 more are bought. How many eggs are there?',
      answer:
        'The hens lay 20*7 = <<20*7=140>>140 eggs.\nTogether that is 2,000 + 140 = <<2000+140=2140>>2,140.\n#### 2,140',
      changes: [
        { from: '18', to: '20' },
        { from: '6', to: '7' },
        { from: '1008', to: '2000' },
      ],
      final: { from: new Fraction(1116), to: new Fraction(2140) },
    },
  });
});

test('what gives no whole number where there was one is drawn again', () => {
  const cards: WorkedProblem = {
    question: '84 cards go to 7 players. How many does one get?',
    answer: 'One gets 84/7 = <<84/7=12>>12.\n#### 12',
  };
  const made = varyNumbers(cards, RANGE, drawing(85, 7, 90, 9));
  assert.ok('variation' in made);
  assert.match(made.variation.answer, /90\/9 = <<90\/9=10>>10\.\n#### 10$/);
});

test('a problem that is there already is no variation', () => {
  const made = varyNumbers(eggs, RANGE, drawing(18, 6, 1008, 18, 7, 1008));
  assert.ok('variation' in made);
  assert.match(made.variation.question, /18 hens\. Each lays 7 eggs/);
  const none = { why: 'The range has no further numbers for it.' };
  assert.deepEqual(
    varyNumbers(cardsOf(7), RANGE, () => 7),
    none,
  );
  assert.deepEqual(
    varyNumbers(cardsOf(7), RANGE, () => 8, new Set([cardsOf(8).question])),
    none,
  );
});

function cardsOf(players: number): WorkedProblem {
  const answer = `<<${players}+1=${players + 1}>>\n#### ${players + 1}`;
  return { question: `There are ${players} cards.`, answer };
}

test('a percentage stays what it is, in the question and in what is computed from it', () => {
  const discount: WorkedProblem = {
    question: 'A coat costs 50 dollars, with a 20% discount. How much is saved?',
    answer: 'It is 50*20/100=$<<50*20/100=10>>10.\n#### 10',
  };
  const made = varyNumbers(discount, RANGE, drawing(75));
  assert.ok('variation' in made);
  assert.match(made.variation.question, /costs 75 dollars, with a 20% discount/);
  assert.match(made.variation.answer, /75\*20\/100=\$<<75\*20\/100=15>>15\.\n#### 15$/);
});

test('what was positive stays so', () => {
  const eggsSold: WorkedProblem = {
    question: 'Of 108 eggs 40 are sold. How many are left?',
    answer: '108-40=<<108-40=68>>68\n#### 68',
  };
  const result = varyNumbers(eggsSold, RANGE, () => 5);
  assert.deepEqual(result, { why: '68 would not be positive.' });
});

const REFUSED: [string, WorkedProblem, RegExp][] = [
  [
    'a number that stands twice in the question',
    { question: '3 boxes hold 3 balls each.', answer: '3*3=<<3*3=9>>9\n#### 9' },
    /^3 may stand for two things\.$/,
  ],
  [
    'a number that a word implies as well',
    { question: 'It takes 2 bolts, and half of that. How many?', answer: '2/2=<<2/2=1>>1\n#### 1' },
    /^2 may stand for two things\.$/,
  ],
  [
    'a number that comes from a calculation that is not annotated',
    { question: 'A has 40 and a fee of 25%.', answer: 'The fee is 10. 40+10=<<40+10=50>>50\n#### 50' },
    /^It cannot be seen where 10 comes from\.$/,
  ],
  ['no calculations', { question: 'What is 2?', answer: '#### 2' }, /No number of the question is used/],
  [
    'a result that is rounded',
    { question: 'Share 100 among 3.', answer: '<<100/3=33.3>>33.3\n#### 33.3' },
    /is not computed exactly/,
  ],
  [
    'a final answer from nowhere',
    { question: 'A has 5 and 8.', answer: '<<5+8=13>>13\n#### 14' },
    /final answer is no result/,
  ],
];

for (const [name, problem, why] of REFUSED) {
  test(`${name} is refused`, () => {
    const made = varyNumbers(problem, RANGE, () => 8);
    assert.ok('why' in made);
    assert.match(made.why, why);
  });
}

const folder = dataFolder();
if (folder !== undefined) {
  test('of GSM8K, every variation that is made recomputes, and a third of the rows can be varied', () => {
    const random = xoroshiro128plus(1);
    const rows = readRows(folder, 'gsm8k/test.jsonl') as unknown as WorkedProblem[];
    let made = 0;
    for (const row of rows) {
      const result = varyNumbers(row, { from: 2, to: 99 }, ({ from, to }) => uniformInt(random, from, to));
      if ('why' in result) continue;
      made++;
      const verdicts = calculatorAnnotations(result.variation.answer).map(({ verdict }) => verdict);
      assert.ok(
        verdicts.length > 0 && verdicts.every((verdict) => verdict === 'right'),
        result.variation.answer,
      );
    }
    assert.ok(made > rows.length / 3, `${made} of ${rows.length}`);
  });
}
