import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isObject, kindOf, pathText, valueAt } from '../../../src/core/row/json';
import type { Json, JsonPath } from '../../../src/core/row/json';

const ROW = JSON.parse(
  '{"a":{"b":[{"c":1},null]},"":"empty","0":"zero","__proto__":{"x":2},"toString":"mine","list":["l"],"n":null}',
) as Json;

const VALUES: [JsonPath, Json | undefined][] = [
  [[], ROW],
  [['a', 'b', 0, 'c'], 1],
  [['a', 'b', 1], null],
  [['a', 'b', 2], undefined],
  [['a', 'b', -1], undefined],
  [['a', 'b', 0.5], undefined],
  [['a', 'b', 1, 'c'], undefined],
  [['a', 'b', 'length'], undefined],
  [['list', 0, 'length'], undefined],
  [['list', 0, 0], undefined],
  [[''], 'empty'],
  [['0'], 'zero'],
  [['list', '0'], undefined],
  [['__proto__', 'x'], 2],
  [['toString'], 'mine'],
  [['constructor'], undefined],
  [['a', '__proto__'], undefined],
  [['a', 'hasOwnProperty'], undefined],
  [['list', 'map'], undefined],
  [['n', 'x'], undefined],
];

for (const [path, expected] of VALUES) {
  test(`the value at ${JSON.stringify(path)}`, () => assert.deepEqual(valueAt(ROW, path), expected));
}

test('nothing is found in nothing', () => {
  assert.equal(valueAt(undefined, ['a']), undefined);
  assert.equal(valueAt(undefined, []), undefined);
  assert.equal(valueAt(3, ['toFixed']), undefined);
});

const PATHS: [JsonPath, string][] = [
  [[], ''],
  [['a'], 'a'],
  [['solution', 'steps', 2, '_raw_text'], 'solution.steps[2]._raw_text'],
  [['fws_annotations', 'GPT-4|direct'], 'fws_annotations["GPT-4|direct"]'],
  [[0, 'a'], '[0].a'],
  [['a b', 'c'], '["a b"].c'],
  [['1'], '["1"]'],
  [['quote"back\\'], '["quote\\"back\\\\"]'],
  [['', 'x'], '[""].x'],
];

test('paths as people write them', () => {
  for (const [path, expected] of PATHS) assert.equal(pathText(path), expected);
});

test('different paths are written differently', () => {
  const paths: JsonPath[] = [['a', 'b'], ['a.b'], ['a', 0], ['a', '0'], ['a[0]'], ['a["b"]'], ['a', '[0]']];
  assert.equal(new Set(paths.map(pathText)).size, paths.length);
});

test('kinds in the words used for people', () => {
  const kinds = ['x', 1.5, true, null, [], {}].map((value) => kindOf(value));
  assert.deepEqual(kinds, ['text', 'number', 'yes/no', 'null', 'list', 'object']);
});

test('lists and null are no objects', () => {
  assert.deepEqual(
    [{}, [], null, undefined, 'x', 1].map((value) => isObject(value)),
    [true, false, false, false, false, false],
  );
});
