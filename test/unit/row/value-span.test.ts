import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spanOfValue } from '../../../src/core/row/value-span';
import type { JsonPath } from '../../../src/core/row/json';

const TEXT = ' {"a": {"b": [1, "x\\u0041😀", {"c": null}]}, "d.e" : true, "":-1.5e3} ';

const PLACES: [JsonPath, string | null][] = [
  [[], TEXT.trim()],
  [['a', 'b', 0], '1'],
  [['a', 'b', 1], '"x\\u0041😀"'],
  [['a', 'b', 2, 'c'], 'null'],
  [['a', 'b', 3], null],
  [['d.e'], 'true'],
  [['d', 'e'], null],
  [[''], '-1.5e3'],
  [['a', 0], null],
];

for (const [path, expected] of PLACES) {
  test(`where ${JSON.stringify(path)} stands`, () => {
    const span = spanOfValue(TEXT, path);
    assert.equal(span && TEXT.slice(span.start, span.end), expected);
  });
}

test('no place in a text that is blank or too deeply nested', () => {
  assert.equal(spanOfValue('', []), null);
  assert.doesNotThrow(() => spanOfValue(`{"a":${'['.repeat(100_000)}`, ['a', 0, 0]));
});
