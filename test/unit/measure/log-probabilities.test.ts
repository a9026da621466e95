import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutLogProbabilities } from '../../../src/core/measure/log-probabilities';
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
