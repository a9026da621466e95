import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readRow } from '../../../src/core/profile/read-row';
import { asSpelled, readExactly } from '../../../src/core/profile/spelled-reading';
import { jsonText } from '../../../src/core/row/json';
import type { Json } from '../../../src/core/row/json';
import { profileNamed } from './profiles';

function spelled(row: string) {
  return asSpelled(readRow(JSON.parse(row) as Json, profileNamed('generic')), row);
}

test('numbers that a double cannot hold, or would write in another way, are shown as they stand', () => {
  const { others, answers } = spelled(
    '{"problem": "P", "answer": 12345678901234567890, "n": 1.50, "list": [0.10, {"k": 98765432109876543210}], "s": "1.50"}',
  );
  assert.deepEqual(
    answers.map(({ text }) => text),
    ['12345678901234567890'],
  );
  assert.deepEqual(
    others.map(({ value, written }) => written ?? jsonText(value)),
    ['1.50', '[\n 0.10,\n {\n  "k": 98765432109876543210\n }\n]', '"1.50"'],
  );
});

test('a text answer stays what it is, whatever numbers the row has', () => {
  const { answers } = spelled('{"problem": "P", "answer": "1.5", "n": 1.50}');
  assert.equal(answers[0]?.text, '1.5');
});

test('but for its numbers a value is written as JSON.stringify writes it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (inner) => {
      const value = [0.5, inner] as Json;
      const { others } = spelled(JSON.stringify({ zz: value }));
      const [field] = others;
      assert.equal(field?.written, JSON.stringify(value, null, 1));
    }),
  );
});

test('what computes with answers reads long numbers as they are written', () => {
  const text = '{"question": "P", "answer": 9007199254740993, "n": 0.5}';
  const parsed = { value: JSON.parse(text) as Json, text };
  assert.equal(readExactly(parsed, profileNamed('generic')).answers[0]?.text, '9007199254740993');
});
