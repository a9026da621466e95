import assert from 'node:assert/strict';
import { test } from 'node:test';
import { probabilitiesIn, withoutLogProbabilities } from '../../../src/core/measure/log-probabilities';
import { seeded } from '../seeded';

const read = (row: string) => {
  const { bytes, arrays } = withoutLogProbabilities(Buffer.from(row));
  return { row: Buffer.from(bytes).toString(), arrays };
};

test('arrays are counted and left out; everything else keeps its bytes', () => {
  const { row, arrays } = read('{"uuid":"u","token_ids":[1, 2,3],"logprobs" : [-0.5,-1.5e0, -1],"a":[1]}');
  assert.equal(row, '{"uuid":"u","token_ids":[],"logprobs" : [],"a":[1]}');
  assert.deepEqual(arrays, [
    { field: 'token_ids', length: 3, numbers: 3, mean: 2 },
    { field: 'logprobs', length: 3, numbers: 3, mean: -1 },
  ]);
});

test('candidates for each token are elements, and brackets within texts are none', () => {
  const { row, arrays } = read('{"logprobs":[{"]":-1},{"\\"[":-3, "b":-2}],"z":"\\"logprobs\\":[1]"}');
  assert.equal(row, '{"logprobs":[],"z":"\\"logprobs\\":[1]"}');
  assert.deepEqual(arrays, [{ field: 'logprobs', length: 2, numbers: 3, mean: -2 }]);
});

test('OpenAI’s chat completions: of each token its own log-probability, not bytes and candidates', () => {
  const token = (logprob: number) => ({
    token: 'a"]',
    bytes: [97, 34, 93],
    top_logprobs: [{ token: 'b', logprob: -9, bytes: [98] }],
    logprob,
  });
  const choice = { logprobs: { refusal: null, content: [token(-1), token(-3)] } };
  const { row, arrays } = read(
    JSON.stringify({ id: 'x', choices: [choice, { logprobs: { content: [token(-5)] } }] }),
  );
  assert.equal(
    row,
    '{"id":"x","choices":[{"logprobs":{"refusal":null,"content":[]}},{"logprobs":{"content":[]}}]}',
  );
  assert.deepEqual(arrays, [
    { field: 'logprobs', length: 2, numbers: 2, mean: -2 },
    { field: 'logprobs', length: 1, numbers: 1, mean: -5 },
  ]);
  assert.deepEqual(probabilitiesIn(arrays), { length: 3, mean: -3 });
});

test('objects that are not of that form stay, and no key in them is taken for it', () => {
  for (const row of [
    '{"logprobs":{"A":-1,"B":-2}}',
    '{"logprobs":{"x":{"content":[1]}}}',
    '{"logprobs":{"a":"content","b":[1]}}',
    '{"logprobs":{',
  ])
    assert.deepEqual(read(row), { row, arrays: [] });
});

test('a row is told by the field that has the tokens’ own; of candidates and logits only the number of tokens', () => {
  const legacy = {
    logprobs: { tokens: ['a', 'b'], top_logprobs: [{ a: -1, b: -7 }, { b: -1 }], token_logprobs: [-1, -2] },
  };
  assert.deepEqual(probabilitiesIn(read(JSON.stringify(legacy)).arrays), { length: 2, mean: -1.5 });
  const logits = read(
    JSON.stringify({
      logits: [
        [4, 5],
        [6, 7],
        [8, 9],
      ],
    }),
  ).arrays;
  assert.deepEqual(probabilitiesIn(logits), { length: 3, mean: NaN });
  assert.equal(probabilitiesIn(read('{"token_ids":[1,2]}').arrays), null);
});

test('an empty array, and one that is cut off', () => {
  assert.deepEqual(read('{"logprobs":[ ]}').arrays[0]?.length, 0);
  assert.equal(read('{"logprobs":[-1,-2').row, '{"logprobs":[]');
});

test('counts and means are those of the parsed arrays', () => {
  const chance = seeded(7);
  for (let turn = 0; turn < 50; turn++) {
    const values = Array.from(
      { length: 1 + chance.below(40) },
      () => -chance.below(1e6) * 10 ** (chance.below(12) - 9),
    );
    const { arrays } = read(JSON.stringify({ logprobs: values }));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    assert.deepEqual(arrays, [{ field: 'logprobs', length: values.length, numbers: values.length, mean }]);
  }
});
