import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { compose } from '../../../src/core/make/compose';
import { orderRows } from '../../../src/core/make/order-rows';
import { makeRows, noCounts } from '../../../src/core/make/recipe';
import type { MakingCounts, Recipe } from '../../../src/core/make/recipe';
import { stratifiedSample } from '../../../src/core/make/stratified-sample';
import { profileNamed } from '../profile/profiles';

async function made(
  recipe: Recipe,
  rows: string[],
  profile: string,
): Promise<{ rows: string[]; counts: MakingCounts }> {
  const all = rows.map((text, number) => ({ number, bytes: Buffer.from(text) }));
  const source = {
    profile: profileNamed(profile),
    rows: async function* () {
      yield* all;
    },
    row: async (number: number) => all[number],
  };
  const counts = noCounts();
  const out: string[] = [];
  for await (const { bytes } of makeRows(recipe, source, counts)) out.push(Buffer.from(bytes).toString());
  return { rows: out, counts };
}

const LEVELS = [
  '{"problem": "a",  "level": "Level 3"}',
  'not JSON',
  '{"problem": "b", "level": 1.0}',
  '{"problem": "c"}',
  '{"problem": "d", "level": 2, "curriculum": 9}',
];

test('rows in the order of a number keep their bytes, and get their place and bucket', async () => {
  const recipe = { kind: 'order', by: 'level', buckets: 2, column: 'curriculum' } as const;
  const { rows, counts } = await made(recipe, LEVELS, 'generic');
  assert.deepEqual(rows, [
    '{"problem": "b", "level": 1.0, "curriculum": 1, "curriculum_bucket": 1}',
    '{"problem": "d", "level": 2, "curriculum": 2, "curriculum_bucket": 1}',
    '{"problem": "a",  "level": "Level 3",  "curriculum": 3,  "curriculum_bucket": 2}',
    '{"problem": "c", "curriculum": 5, "curriculum_bucket": null}',
  ]);
  assert.deepEqual([counts.rows, counts.without], [5, 2]);
});

test('buckets are of the same size, give or take one, and never go back', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true })), fc.integer({ min: 1, max: 9 }), (values, buckets) => {
      const ordered = orderRows(values, buckets);
      const sizes = new Map<number | null, number>();
      for (const { bucket } of ordered) sizes.set(bucket, (sizes.get(bucket) ?? 0) + 1);
      if (values.length >= buckets) assert.equal(sizes.size, buckets);
      assert.ok(Math.max(0, ...sizes.values()) - Math.min(Infinity, ...sizes.values()) <= 1);
      for (const [at, { row, bucket }] of ordered.entries()) {
        const before = ordered[at - 1];
        if (!before) continue;
        assert.ok((values[before.row] ?? 0) <= (values[row] ?? 0));
        assert.ok((before.bucket ?? 0) <= (bucket ?? 0));
      }
    }),
  );
});

test('a sample has up to so many of each group, in the order of the file, and the same for the same seed', () => {
  const group = fc.constantFrom('a', 'b', null);
  fc.assert(
    fc.property(fc.array(group), fc.integer({ min: 1, max: 5 }), fc.integer(), (groups, each, seed) => {
      const sample = stratifiedSample(groups, each, xoroshiro128plus(seed));
      assert.deepEqual(
        sample,
        [...new Set(sample)].toSorted((a, b) => a - b),
      );
      for (const name of ['a', 'b']) {
        const there = groups.filter((other) => other === name).length;
        assert.equal(sample.filter((row) => groups[row] === name).length, Math.min(each, there));
      }
      assert.ok(sample.every((row) => groups[row] !== null));
      assert.deepEqual(stratifiedSample(groups, each, xoroshiro128plus(seed)), sample);
    }),
  );
});

test('every row of a group is as likely as another', () => {
  const times = Array.from({ length: 5 }, () => 0);
  const groups = times.map(() => 'a');
  const random = xoroshiro128plus(7);
  for (let draw = 0; draw < 5000; draw++)
    for (const row of stratifiedSample(groups, 2, random)) times[row]! += 1;
  for (const count of times) assert.ok(Math.abs(count - 2000) < 200, String(times));
});

test('a sample by a field leaves out rows without it', async () => {
  const { rows, counts } = await made({ kind: 'sample', by: 'level', each: 1, seed: 1 }, LEVELS, 'generic');
  assert.deepEqual(rows, [LEVELS[0], LEVELS[2], LEVELS[4]]);
  assert.equal(counts.without, 2);
});

test('a field that is none is told', async () => {
  await assert.rejects(
    made({ kind: 'sample', by: '[', each: 1, seed: 1 }, LEVELS, 'generic'),
    /“\[” is no field/,
  );
});

function judged(id: string, label: number, right: boolean): string {
  const steps = ['First.', `Then ${id}.`];
  return JSON.stringify({ id, problem: 'P', generator: 'm', steps, label, final_answer_correct: right });
}

const JUDGED = [
  judged('right', -1, true),
  judged('lucky', 1, true),
  judged('wrong', 0, false),
  '{"problem": "Q"}',
];

test('single solutions say whether they are right in answer and steps, and what is left out is counted', async () => {
  const all = await made({ kind: 'completions', keep: 'both' }, JUDGED, 'processbench');
  assert.deepEqual(
    all.rows.map((row) => JSON.parse(row) as unknown),
    [
      { prompt: 'P', completion: 'First.\n\nThen right.', label: true },
      { prompt: 'P', completion: 'First.\n\nThen lucky.', label: false },
      { prompt: 'P', completion: 'First.\n\nThen wrong.', label: false },
    ],
  );
  assert.deepEqual(all.counts, { rows: 4, without: 1, traces: { right: 1, wrong: 2, unknown: 0 } });
  const wrong = await made({ kind: 'completions', keep: 'wrong' }, JUDGED, 'processbench');
  assert.deepEqual(wrong.rows, all.rows.slice(1));
});

test('a pair is a right and a wrong solution of one row, as its field has them', async () => {
  const annotations = {
    'A|x': { text: 'Good,\n\nwhole.', start_idx: null, end_idx: null },
    'B|x': { text: 'Bad.', start_idx: 0, end_idx: 3 },
    'C|x': { text: 'Worse.', start_idx: 0, end_idx: 3 },
  };
  const row = JSON.stringify({
    identifier: 'P_1',
    _raw_text: 'P',
    ch_list: [],
    fws_annotations: annotations,
  });
  const { rows } = await made({ kind: 'pairs', most: 1 }, [row], 'champ-problem');
  assert.deepEqual(rows, ['{"prompt":"P","chosen":"Good,\\n\\nwhole.","rejected":"Bad."}']);
  assert.equal((await made({ kind: 'pairs', most: 9 }, [row], 'champ-problem')).rows.length, 2);
});

const ATOMS = [
  'What is 2+3?',
  'Ada has 5 pens, and Bo has twice as many. How many has Bo?',
  'Take 10 from 40.',
];
const ANSWERS = ['5', '10', '30'];

test('a chain carries each answer on, and its answer is the last one', () => {
  const joined = compose(ATOMS.map((problem, at) => ({ problem, answer: ANSWERS[at] ?? '' })));
  assert.deepEqual(joined, {
    composition: {
      problem:
        'What is 2+3?\nLet X be the answer.\n\nAda has X pens, and Bo has twice as many. How many has Bo?\nLet Y be the answer.\n\nTake Y from 40.',
      answer: '30',
      horizon: 3,
    },
  });
});

test('a name that a problem uses itself is not given to an answer', () => {
  const joined = compose([
    { problem: 'What is 2+3?', answer: '5' },
    { problem: 'Let X be a number with X + 5 = 12. Find X.', answer: '7' },
  ]);
  assert.ok('composition' in joined);
  assert.equal(
    joined.composition.problem,
    'What is 2+3?\nLet Y be the answer.\n\nLet X be a number with X + Y = 12. Find X.',
  );
  const all = { problem: 'X, Y, Z, U, V and W are sides. Is 5 one?', answer: '7' };
  assert.match(JSON.stringify(compose([{ problem: 'What is 2+3?', answer: '5' }, all])), /none is left/);
});

test('an answer that does not stand once in the next problem is told', () => {
  const once = { problem: 'What is 2+3?', answer: '5' };
  assert.match(JSON.stringify(compose([once, { problem: '5 and 5', answer: '10' }])), /does not stand once/);
  assert.match(JSON.stringify(compose([once])), /two problems at least/);
});

test('chains are found in a dataset, with the rows they are made of', async () => {
  const rows = ATOMS.map((problem, at) => JSON.stringify({ problem, answer: ANSWERS[at] }));
  const { rows: found } = await made({ kind: 'chains', horizon: 3, count: 5, seed: 1 }, rows, 'generic');
  const chains = found.map((row) => JSON.parse(row) as { answer: string; rows: number[]; parents: string[] });
  assert.deepEqual(
    chains.map(({ answer, rows: from, parents }) => [answer, from, new Set(parents).size]),
    [['30', [1, 2, 3], 3]],
  );
});

test('where no chain is found, that is told, and nothing is made', async () => {
  const rows = ['{"problem": "What is 2+3?", "answer": "5"}', '{"problem": "What is 8+9?", "answer": "17"}'];
  await assert.rejects(
    made({ kind: 'chains', horizon: 2, count: 1, seed: 1 }, rows, 'generic'),
    /No chain of 2 problems was found/,
  );
});
